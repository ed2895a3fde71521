using StrategyBot.Cases;
using StrategyBot.Conversations;
using StrategyBot.Forms;
using StrategyBot.Records;
using StrategyBot.Rules.Wording;


namespace StrategyBot.Phases.Assessing;

/// <summary>Opens the form for a view, with the views that may be seen by now.</summary>
internal sealed class OpenView(Clerk clerk, Words words) : IVerb<OpenView.Form>
{
    public static string Verb => "assessing/view";

    /// <param name="For">For whom it is typed, where that is another.</param>
    public sealed record Form(string Case, string? For = null, string? Child = null);

    public static PartButton Button(Case @case, Participant? whose = null, Child? child = null) => new("Your view", Verb, new Form(@case.Id.Value, whose?.Id.Value, child?.Id.Value));

    public async Task<Reply> HandleAsync(Form form, Turn turn, CancellationToken cancellationToken) =>
        await clerk.ReadAsync(turn.Asker(), new(form.Case), Capability.Contribute, Verb, cancellationToken) is { } view
            ? new Reply.Show("Your view", ViewCard.For(view, Fresh(view, form), words))
            : new Reply.Say(new NoSuchCase().Say(words));

    /// <summary>What stands for this person; the first child without a view where some have one. Nobody else's view is shown by it (P25).</summary>
    private static SaveView.Form Fresh(CaseView view, Form form)
    {
        var whose = view.Reader.May(Capability.FillForm) && form.For is { } other ? new ParticipantId(other) : view.Reader.Id;
        var given = view.Case.Children.Select(child => (Child: child, View: Readable(view, whose, child))).ToList();
        var open = given.Where(row => row.View is null).Select(row => row.Child).ToList();
        var child = form.Child ?? (open.Count > 0 && open.Count < given.Count ? open[0].Id.Value : null);
        var stands = given.FirstOrDefault(row => child is null || row.Child.Id.Value == child).View;
        return new(view.Case.Id.Value, form.For, child, stands?.View, stands?.Rationale, stands is null ? null : MarkingInput.For(view.Case, view.Reader.Agency, stands.Audience).Value);
    }

    private static GivenView? Readable(CaseView view, ParticipantId whose, Child child) =>
        view.Case.Meeting.Assessment.Views.GetValueOrDefault((whose, child.Id)) is { } stands && (whose == view.Reader.Id || stands.By == view.Reader.Person) ? stands : null;
}
