namespace StrategyBot.Phases.Governing;

/// <summary>What the hub draws of this phase.</summary>
internal static class GoverningHub
{
    /// <summary>While a moved limit is still to come, whoever plans with it is told that it moved.</summary>
    public static IEnumerable<StatusLine> Status(CaseView view, DateTimeOffset now)
    {
        if (!view.Reader.May(Capability.Arrange) || view.Whole.CalendarChanges is not [.., var last])
        {
            yield break;
        }

        var words = Words.English;
        var toCome = last.Fact.Moved.Where(moved => moved.After >= words.LocalDate(now)).Select(moved => CalendarRule.Say(moved, words))
            .ToList();
        if (toCome.Count > 0)
        {
            yield return new(1, $"Dates have changed: {CalendarRule.Why(view.Whole, last.Fact, words)} {string.Join("; ", toCome)}.");
        }
    }
}
