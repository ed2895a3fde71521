using StrategyBot.Obligations;
using StrategyBot.Reaching;

namespace StrategyBot.Phases.Minuting;

/// <summary>Tells the chair, and whoever may approve in their place, at once that the draft is there to read and approve.</summary>
internal sealed class TellDraftReadyDuty(Reach reach, Words words) : IDuty
{
    public static string Kind => "minuting/draft-ready";

    public static DateTimeOffset Since { get; } = new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);

    public static IEnumerable<Owed> Owes(Case @case) =>
        @case.Meeting is { Attendance.EndedAt: { } ended, Minutes.Version: 0 } meeting
            // A meeting may go on after an end that was none; the draft of its next end is told of again.
            ?
            [
                new($"{Kind}/{meeting.Id.Value}/{ended.ToUnixTimeSeconds()}", ended) { To = meeting.Chair },
                .. ForDelegate(@case, ended),
            ]
            : [];

    /// <summary>From their first morning on. Whoever was named later hears of it with that.</summary>
    private static IEnumerable<Owed> ForDelegate(Case @case, DateTimeOffset ended)
    {
        var words = @case.Clocks.Words;
        var day = words.LocalDate(ended);
        var first = DelegateRule.Standing(@case)?.Said is { } said && said.Fact.From > day ? said.Fact.From : day;
        return DelegateRule.On(@case, first) is { } to
            && (first > day || !(DelegateRule.Standing(@case)?.Said is { } named && named.At > ended))
            ? [new($"{Kind}/{@case.Meeting.Id.Value}/{ended.ToUnixTimeSeconds()}/{to.Id.Value}",
                first > day ? words.At(first, @case.Profile.Calendar.DigestAt) : ended) { To = to.Id }]
            : [];
    }

    public Task<Performed> PerformAsync(Case @case, Owed owed, Attempt attempt, CancellationToken cancellationToken) =>
        reach.TellAsync(@case, @case.Find(owed.To!.Value)!, owed, attempt,
            new(DraftReadyCard.For(@case, words), "The draft is ready for you to check and approve."), cancellationToken);
}

internal static class DraftReadyCard
{
    public static AdaptiveCard For(Case @case, Words words) => FormCard.Of(
        $"{@case.Id} {@case.CheckWord}: the draft is ready",
        null,
        [
            new TextBlock("The minutes are drafted from what was saved. Read them, change what needs it, and approve them."),
            new TextBlock($"Approve by {MinutesClock.Of(@case, @case.Meeting)!.Approve.SayRule(words)}."),
            .. SourceNote.Of(MinutesClock.Of(@case, @case.Meeting)!.Approve),
        ],
        Actions.Open("Read and approve", DraftPage.Id.Open, new DraftPage.Form(@case.Ref.Value)));
}
