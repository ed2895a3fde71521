using StrategyBot.Conversations;
using StrategyBot.Records;

namespace StrategyBot.Phases.Planning;

/// <summary>Agrees an action in a line, shown back with an undo.</summary>
internal sealed class ActionCommand(Clerk clerk, LiveCase live, Words words, TimeProvider clock) : ICommand
{
    public static string Word => "action";

    public static string Help => "`action police by tomorrow 12:00: …` – agrees an action; the owner by agency or by name";

    public static bool HoldsContent => true;

    public async Task<Reply> HandleAsync(string rest, Turn turn, CancellationToken cancellationToken) =>
        await live.FindAsync(rest, turn, Capability.FillForm, view => view.Case.Meeting is { IsConvened: true, Minutes.Approved: null },
            cancellationToken) switch
        {
            Found.One one => await SaveAsync(one, turn, cancellationToken),
            var other => other.WhyNot("action SB-2026-014 Heron police by tomorrow 12:00: …", words),
        };

    private async Task<Reply> SaveAsync(Found.One one, Turn turn, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var (decision, view) = await clerk.AskAsync(turn.Asker(), one.View.Case.Id, Capability.FillForm, turn.Source,
            (@case, me) => ActionLine.Read(@case, me, one.Rest, now, words).Match(
                form => RowRules.Agree(@case, ActionKind.Action, form, now, words),
                sentence => new CannotBe(sentence)), cancellationToken);
        return decision.Match<Reply>(
            accepted: facts => Echo(new(view!, words, now, view!.Whole.Version), facts),
            refused: why => new Reply.Say($"Nothing was saved on {one.View.Case.Id} {one.View.Case.CheckWord}. {why.Say(words)}"));
    }

    private static Reply.Saved Echo(FormPage page, IReadOnlyList<Fact> facts) =>
        RowPart.EchoOf(page, ActionsPage.Kind, facts).Say(page, facts.Count > 0);
}
