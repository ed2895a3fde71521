using StrategyBot.Phases;

namespace StrategyBot.Hub;

/// <summary>The dates of a case with their rules, for a reader's own <c>status</c>; never on a posted card (P22).</summary>
internal static class ClockLines
{
    /// <summary>The soonest date that is still to come, where no line above says it; the others are in <c>status</c>.</summary>
    public static CaseClock? Next(CaseView view, IReadOnlyList<StatusLine> above, Words words, DateTimeOffset now) =>
        CaseClocks.For(view).Where(clock => clock.DoneAt is null && !clock.Due.IsPast(now)).MinBy(clock => clock.Due.At) is { } next
            && !above.Any(line => line.Text.Contains(next.Due.Date(words), StringComparison.Ordinal))
                ? next
                : null;

    public static IEnumerable<CardElement> For(CaseView view, Words words, DateTimeOffset now) =>
    [
        new TextBlock("Dates") { Weight = TextWeight.Bolder, Separator = true },
        .. CaseClocks.For(view).Select(clock => new TextBlock(
            $"**{CardText.Plain(clock.Label)}** {CardText.Plain(clock.SayRule(words, now))}")
        {
            Color = clock.IsOverdue(now) ? TextColor.Attention : TextColor.Default,
        }),
        .. CaseClocks.Notes(view.Whole, words).Select(note => new TextBlock(note) { IsSubtle = true }),
    ];
}
