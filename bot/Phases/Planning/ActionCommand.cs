using StrategyBot.Conversations;

namespace StrategyBot.Phases.Planning;

/// <summary>Agrees an action in a line, shown back with an undo.</summary>
internal sealed class ActionCommand(CommandCase command, Words words) : ICommand
{
    public static string Word => "action";

    public static string Help => "`action police by tomorrow 12:00: …` – agrees an action; the owner by agency or by name";

    public static bool HoldsContent => true;

    public Task<Reply> HandleAsync(string rest, Turn turn, CancellationToken cancellationToken) => command.SaveAsync(
        rest, turn, Capability.FillForm, "action SB-2026-014 Heron police by tomorrow 12:00: …",
        (line, @case, me, now) => ActionLine.Read(@case, me, line, now, words).Match(
            form => RowRules.Agree(@case, ActionKind.Action, form, now, words),
            sentence => new CannotBe(sentence)),
        (page, facts, _) => RowPart.EchoOf(page, ActionsPage.Kind, facts), cancellationToken);
}
