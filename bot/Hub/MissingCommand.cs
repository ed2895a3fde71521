using StrategyBot.Conversations;
using StrategyBot.Phases;
using StrategyBot.Records;

namespace StrategyBot.Hub;

/// <summary>What binds at <em>Complete the record</em> and is not answered yet, in words, with a button to each (P7).</summary>
internal sealed class MissingCommand(Clerk clerk, LiveCase live, PhaseList phases, Words words) : ICommand
{
    public static string Word => "missing";

    public static string Help => "`missing` – what must still be answered before the record is complete";

    public static bool HoldsContent => false;

    public async Task<Reply> HandleAsync(string rest, Turn turn, CancellationToken cancellationToken) =>
        await live.FindAsync(rest, turn, Capability.SeeCase,
            view => view.Case.Meeting.IsConvened && view.Case.Meeting.Attendance.CompletedAt is null, cancellationToken) switch
        {
            Found.One one when turn.At.Kind == PlaceKind.MeetingChat => new Reply.Show("Missing", HubCard.For(one.View.Whole, words)),
            Found.One one => Shown(one.View, turn),
            var other => other.WhyNot("missing SB-2026-014 Heron", words),
        };

    private Reply.Show Shown(CaseView view, Turn turn)
    {
        clerk.NoteShown(turn.Asker(), view.Case.Id, $"hub/{Word}");
        return new("Missing", FormCard.Of(MissingDrawing.Of(view.Whole, phases)));
    }
}

/// <summary>The open parts as a list, with one button to the chosen one.</summary>
internal static class MissingDrawing
{
    public static Drawn Of(Case whole, PhaseList phases)
    {
        var gaps = phases.Gaps(whole);
        return gaps.Count == 0
            ? new("Nothing is missing", [new TextBlock("Everything that binds is answered. The chair can complete the record.")])
            : new($"{gaps.Count} still to answer",
            [
                .. gaps.GroupBy(gap => gap.Fills)
                    .Select(group =>
                        new TextBlock(
                            $"**{WordTables.WhoFills.InList(group.Key)}:** {string.Join(" ", group.Select(gap => gap.Sentence))}")),
                new ChoiceSetInput("gap", "Choose one to open",
                    [.. gaps.Select(gap => new Choice(gap.Sentence, gap.Id))]) { Value = gaps[0].Id },
            ])
            {
                Beside = [ChosenGapPage.Button(whole)],
            };
    }
}
