using StrategyBot.Cases;
using StrategyBot.Conversations;
using StrategyBot.Forms;
using StrategyBot.Records;
using StrategyBot.Rules.Wording;

namespace StrategyBot.Phases.Safeguarding;

/// <summary>Asks who holds each child until the outcome is known (R53).</summary>
internal sealed class OpenHolder(Clerk clerk, Words words) : IVerb<OpenHolder.Form>
{
    public static string Verb => "safeguarding/holder";

    public sealed record Form(string Case, string? Child = null);

    public static PartButton Button(Case @case, Child? child = null) => new("Who holds the child", Verb, new Form(@case.Id.Value, child?.Id.Value));

    public async Task<Reply> HandleAsync(Form form, Turn turn, CancellationToken cancellationToken)
    {
        if (await clerk.ReadAsync(turn.Asker(), new(form.Case), Capability.FillForm, Verb, cancellationToken) is not { } view)
        {
            return new Reply.Say(new NoSuchCase().Say(words));
        }

        var holders = view.Case.Meeting.Safety.Holders;
        var open = view.Case.Children.FirstOrDefault(child => !holders.ContainsKey(child.Id));
        var child = form.Child ?? (open is not null && holders.Count > 0 ? open.Id.Value : null);
        return new Reply.Show("Who holds the child", HolderCard.For(view, new(form.Case, child, Stands(view.Case, child))));
    }

    private static string? Stands(Case @case, string? child) =>
        !@case.Meeting.Safety.Holders.TryGetValue(child is null ? @case.Children.Select(one => one.Id).FirstOrDefault() : new(child), out var holder) ? null : holder?.Value ?? NameHolder.Nobody;
}
