namespace StrategyBot.Hub;

/// <summary>The dates of a case with their rules, for a reader's own <c>status</c>; never on a posted card (P22).</summary>
internal static class ClockLines
{
    /// <summary>The soonest date that is still to come; the others are in <c>status</c>.</summary>
    public static IEnumerable<CardElement> Next(CaseView view, Words words, DateTimeOffset now) =>
        CaseClocks.For(view).Where(clock => clock.DoneAt is null && !clock.Due.IsPast(now)).MinBy(clock => clock.Due.At) is { } next
            ? [new TextBlock($"Next date: {CardText.Plain(next.Label)} {CardText.Plain(next.Say(words, now))}") { IsSubtle = true }]
            : [];

    public static IEnumerable<CardElement> For(CaseView view, Words words, DateTimeOffset now) =>
    [
        new TextBlock("Dates") { Weight = TextWeight.Bolder, Separator = true },
        .. CaseClocks.For(view).Select(clock => new TextBlock($"**{CardText.Plain(clock.Label)}** {CardText.Plain(clock.Say(words, now))}")
        {
            Color = clock.IsOverdue(now) ? TextColor.Attention : TextColor.Default,
        }),
        .. CaseClocks.Notes(view.Whole, words).Select(note => new TextBlock(note) { IsSubtle = true }),
    ];
}
