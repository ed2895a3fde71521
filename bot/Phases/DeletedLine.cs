namespace StrategyBot.Phases;

/// <summary>What is left to say of a case that was deleted at the end of its time, for auditors and information governance (P16, P17).
/// Pure.</summary>
internal static class DeletedLine
{
    /// <returns><c>null</c> of a case that was not.</returns>
    public static string? Of(Case @case, Words words) => @case is { Exists: false, Keeping.Expired: { } over }
        ? $"The case was deleted {words.When(over.At)}, at the end of its time: it was kept until {words.Date(over.Fact.Until)}, "
            + $"and {over.Fact.Facts} entries were written on it." + (@case.Keeping.Traces is { } traces ? $" {Say(traces.Fact)}" : "")
        : null;

    /// <summary><c>12 cards, 3 letters and 1 calendar entry were deleted outside it; 1 could not be reached.</c></summary>
    public static string Say(TracesDeleted traces) =>
        $"{Some(traces.Cards, "card")}, {(traces.IsAtLeast == true ? "at least " : "")}{Some(traces.Letters ?? 0, "letter")} and "
            + $"{Some(traces.Events, "calendar entry", "calendar entries")} were deleted outside it"
            + (traces.NotReached == 0 ? "." : $"; {traces.NotReached} could not be reached.")
            + (traces.Letters is null ? " The mailbox could not be searched: letters may stand there." : "");

    private static string Some(int count, string one, string? several = null) => $"{count} {(count == 1 ? one : several ?? one + "s")}";
}
