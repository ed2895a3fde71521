using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Conversations;
using StrategyBot.Forms;
using StrategyBot.Records;
using StrategyBot.Rules.Wording;

namespace StrategyBot.Phases.Safeguarding;

/// <summary>The interim safety plan: its rows, or why there is none (R61).</summary>
internal sealed class OpenSafetyPlan(Clerk clerk, Words words) : IVerb<OpenSafetyPlan.Form>
{
    public static RowKind Kind { get; } = new(ActionKind.SafetyPlan, "Interim safety plan", "a row of the interim safety plan", Verb, OpenRow.Verb, SaveRow.Verb, WithdrawRow.Verb);

    public static string Verb => "safeguarding/safety-plan";

    public sealed record Form(string Case);

    public static PartButton Button(Case @case) => new(Kind.List, Verb, new Form(@case.Id.Value));

    public async Task<Reply> HandleAsync(Form form, Turn turn, CancellationToken cancellationToken) =>
        await clerk.ReadAsync(turn.Asker(), new(form.Case), Capability.FillForm, Verb, cancellationToken) is { } view
            ? new Reply.Show(Kind.List, SafetyPlanCard.For(view, words))
            : new Reply.Say(new NoSuchCase().Say(words));
}
