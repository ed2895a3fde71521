using StrategyBot.Conversations;
using StrategyBot.Records;

namespace StrategyBot.Phases.FollowingUp;

/// <summary>The asker's open actions across cases; in a meeting chat only how many, and a button (P10).</summary>
internal sealed class MyActionsCommand(Clerk clerk, CommandCase command, Words words, TimeProvider clock) : ICommand
{
    public static string Word => "my actions";

    public static string Help => "`my actions` – what you agreed to do, and by when";

    public static bool HoldsContent => false;

    public async Task<Reply> HandleAsync(string rest, Turn turn, CancellationToken cancellationToken)
    {
        if (!turn.At.IsPrivate)
        {
            return await HereAsync(turn, cancellationToken);
        }

        var read = await clerk.ReadAllAsync(turn.Asker(), Capability.Act, ActionAnswerPart.Id.Open, cancellationToken);
        var actions = read.Views.SelectMany(view => view.AboutEach()).SelectMany(ListedAction.Of)
            .OrderBy(item => item.Action.Fact.DueAt).ToList();
        if (actions.Count == 0 && read.LeftAlone is { } left)
        {
            return new Reply.Say(left.ToReader);
        }

        var card = ActionAnswerDrawing.Card(actions, clock.GetUtcNow(), words);
        return new Reply.Show("Actions", card with { Body = [.. card.Body, .. LeftOut.Line(read.LeftAlone)] });
    }

    private async Task<Reply> HereAsync(Turn turn, CancellationToken cancellationToken) =>
        await command.FindAsync("", turn, Capability.Act, null, cancellationToken) is Found.One { View: var view }
            ? new Reply.Show("Actions", Counted(view.Case, ActionAnswerRule.Of(view.Case, view.Reader).Count()))
            : new Reply.Say(new NoSuchCase().Say(words));

    /// <summary>Everybody in the chat reads it: a number and a button.</summary>
    internal static AdaptiveCard Counted(Case @case, int count)
    {
        var open = ActionAnswerPart.Mine(@case);
        return FormCard.Of(
            $"{@case.Id} {@case.CheckWord}", null, [new TextBlock(count == 1 ? "1 open action" : $"{count} open actions")],
            Actions.Open(open.Title, open.Verb, open.Form));
    }
}
