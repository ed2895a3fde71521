using StrategyBot.Cases;
using StrategyBot.Conversations;
using StrategyBot.Forms;
using StrategyBot.Protocols.Cards;
using StrategyBot.Records;
using StrategyBot.Rules.Wording;

namespace StrategyBot.Phases.Safeguarding;

/// <summary>Asks why no interim safety plan is needed (R61).</summary>
internal sealed class OpenNoneNeeded(Clerk clerk, Words words) : IVerb<OpenNoneNeeded.Form>
{
    public static string Verb => "safeguarding/open-none-needed";

    public sealed record Form(string Case);

    public static SubmitAction Send(Case @case) => Actions.Send("None is needed because…", Verb, new Form(@case.Id.Value)) with { AssociatedInputs = AssociatedInputs.None };

    public async Task<Reply> HandleAsync(Form form, Turn turn, CancellationToken cancellationToken) =>
        await clerk.ReadAsync(turn.Asker(), new(form.Case), Capability.Lead, Verb, cancellationToken) is { } view
            ? new Reply.Show("No interim safety plan", SafetyPlanCard.NoneNeeded(view, view.Case.Meeting.Safety.NoneNeeded?.Fact.Because))
            : new Reply.Say(new NotYourPart().Say(words));
}
