using StrategyBot.Cases;
using StrategyBot.Conversations;
using StrategyBot.Forms;
using StrategyBot.Protocols.Cards;
using StrategyBot.Records;
using StrategyBot.Rules.Wording;

namespace StrategyBot.Phases.Safeguarding;

/// <summary>Asks when the interim safety plan is reviewed (R83).</summary>
internal sealed class OpenReview(Clerk clerk, Words words) : IVerb<OpenReview.Form>
{
    private const string Title = "Review of the safety plan";

    public static string Verb => "safeguarding/review";

    public sealed record Form(string Case);

    public static PartButton Button(Case @case) => new(Title, Verb, new Form(@case.Id.Value));

    public static SubmitAction Send(Case @case) => Actions.Send("Review date", Verb, new Form(@case.Id.Value)) with { AssociatedInputs = AssociatedInputs.None };

    public async Task<Reply> HandleAsync(Form form, Turn turn, CancellationToken cancellationToken) =>
        await clerk.ReadAsync(turn.Asker(), new(form.Case), Capability.FillForm, Verb, cancellationToken) is { } view
            ? new Reply.Show(Title, SafetyPlanCard.Review(view, view.Case.Meeting.Safety.ReviewOn))
            : new Reply.Say(new NoSuchCase().Say(words));
}
