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

/// <summary>The open parts by who fills them, with a button each.</summary>
internal static class MissingDrawing
{
    // So many with a button each stay under the limit of a card.
    private const int Most = 12;

    /// <summary>What <c>status</c> says of what is missing; the same rule as the list's.</summary>
    public static string Said(CaseView view, PhaseList phases, Words words) => view.Case.Meeting switch
    {
        { Attendance.CompletedAt: { } at } =>
            $"The record was completed {words.When(at)}. Type **missing** to see what is not answered.",
        { IsConvened: false } => "The meeting is not called yet. Type **convene** to go on.",
        _ => $"{phases.Gaps(view.Whole).Count} mandatory parts still to answer. Type **missing** to see them.",
    };

    /// <param name="page">From 1.</param>
    public static Drawn Of(CaseView view, PhaseList phases, Words words, int page = 1)
    {
        var (whole, gaps) = (view.Whole, phases.Gaps(view.Whole));
        var isComplete = whole.Meeting.Attendance.CompletedAt is not null;
        IReadOnlyList<CardElement> completed = [.. CompleteRecord.Say(view.Case, words)];
        if (gaps.Count == 0)
        {
            return new("Nothing is missing",
                isComplete ? completed : [new TextBlock("Everything that binds is answered. The chair can complete the record.")]);
        }

        // One's own come first.
        var rows = gaps.OrderBy(gap => !gap.IsOf(view.Reader)).ThenBy(gap => gap.Fills).ToList();
        var pages = (rows.Count + Most - 1) / Most;
        var number = Math.Clamp(page, 1, pages);
        var shown = new Paged<Gap>(number, pages, [.. rows.Skip((number - 1) * Most).Take(Most)]);
        return new(isComplete ? $"Complete, {gaps.Count} not answered" : $"{gaps.Count} still to answer",
        [
            .. completed,
            .. shown.Items.GroupBy(gap => (gap.Fills, gap.IsOf(view.Reader))).SelectMany(group => (IReadOnlyList<CardElement>)
            [
                new TextBlock(WordTables.WhoFills.InList(group.Key.Fills)) { Weight = TextWeight.Bolder, Separator = true },
                .. group.Select(gap => Row(view, gap)),
            ]),
            .. shown.Line,
        ])
        {
            Beside = shown.Turns((title, other) => ChosenGapPage.Turn(title, whole, other)),
        };
    }

    private static Container Row(CaseView view, Gap gap) => new(
    [
        new TextBlock(gap.Sentence),
        .. MayOpen(view, gap) ? (IReadOnlyList<CardElement>)[new ActionSet(gap.Open.Send())] : [],
    ]);

    /// <summary>Whoever fills the form for all, and each for their own agency.</summary>
    private static bool MayOpen(CaseView view, Gap gap) => view.Reader.May(Capability.FillForm) || gap.IsOf(view.Reader);
}
