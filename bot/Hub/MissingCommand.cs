using StrategyBot.Conversations;
using StrategyBot.Phases;
using StrategyBot.Records;

namespace StrategyBot.Hub;

/// <summary>What binds at <em>Complete the record</em> and is not answered yet, in words, with a button to each (P7).</summary>
internal sealed class MissingCommand(Clerk clerk, CommandCase command, PhaseList phases, Words words) : ICommand
{
    public static string Word => "missing";

    public static string Help => "`missing` – what must still be answered before the record is complete";

    public static bool HoldsContent => false;

    public async Task<Reply> HandleAsync(string rest, Turn turn, CancellationToken cancellationToken) =>
        await FindAsync(rest, turn, cancellationToken) switch
        {
            Found.One one when turn.At.Kind == PlaceKind.MeetingChat => new Reply.Show("Missing", HubCard.For(one.View.Whole, words)),
            Found.One one => Shown(one.View, turn),
            var other => other.WhyNot("missing SB-2026-014 Heron", words),
        };

    /// <summary>A meeting that is held and not complete yet; where there is none, whatever case there is.</summary>
    private async Task<Found> FindAsync(string rest, Turn turn, CancellationToken cancellationToken)
    {
        var found = await command.FindAsync(rest, turn, Capability.SeeCase,
            view => view.Case.Meeting.IsConvened && view.Case.Meeting.Attendance.CompletedAt is null, cancellationToken);
        return found is Found.None { Because: NothingFits }
            ? await command.FindAsync(rest, turn, Capability.SeeCase, null, cancellationToken)
            : found;
    }

    private Reply.Show Shown(CaseView view, Turn turn)
    {
        clerk.NoteShown(turn.Asker(), view.Case.Id, $"hub/{Word}");
        return new("Missing", FormCard.Of(MissingDrawing.Of(view, phases, words)));
    }
}

/// <summary>The open parts as a list, with one button to the chosen one.</summary>
internal static class MissingDrawing
{
    /// <summary>What <c>status</c> says of what is missing; the same rule as the list's.</summary>
    public static string Said(CaseView view, PhaseList phases, Words words) => view.Case.Meeting switch
    {
        { Attendance.CompletedAt: { } at } =>
            $"The record was completed {words.When(at)}. Type **missing** to see what is not answered.",
        { IsConvened: false } => "The meeting is not called yet. Type **convene** to go on.",
        _ => $"{phases.Gaps(view.Whole).Count} mandatory parts still to answer. Type **missing** to see them.",
    };

    public static Drawn Of(CaseView view, PhaseList phases, Words words)
    {
        if (ClosedCase.Of(view.Case, words) is { } closed)
        {
            return closed;
        }

        var (whole, gaps) = (view.Whole, phases.Gaps(view.Whole));
        var isComplete = whole.Meeting.Attendance.CompletedAt is not null;
        IReadOnlyList<CardElement> completed = [.. CompleteRecord.Say(view.Case, words)];
        return gaps.Count == 0
            ? new("Nothing is missing",
                isComplete ? completed : [new TextBlock("Everything that binds is answered. The chair can complete the record.")])
            : new(isComplete ? $"Complete, {gaps.Count} not answered" : $"{gaps.Count} still to answer",
            [
                .. completed,
                .. gaps.GroupBy(gap => gap.Fills)
                    .Select(group =>
                        new TextBlock(
                            $"**{WordTables.WhoFills.InList(group.Key)}:** {string.Join(" ", group.Select(gap => gap.Sentence))}")),
                new ChoiceSetInput("gap", isComplete ? "It can still be answered: choose one" : "Choose one to open",
                    [.. gaps.Select(gap => new Choice(gap.Sentence, gap.Id))]) { Value = gaps[0].Id },
            ])
            {
                Beside = [ChosenGapPage.Button(whole)],
            };
    }
}
