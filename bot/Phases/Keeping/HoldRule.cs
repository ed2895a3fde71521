namespace StrategyBot.Phases.Keeping;

/// <summary>The rules of keeping a record beyond its time (P16). Pure.</summary>
internal static class HoldRule
{
    public static IReadOnlyList<CaseHold> Standing(Case @case) => [.. @case.Keeping.Holds.Where(hold => hold.Released is null)];

    public static Decision Hold(Case @case, HoldCause? cause, string? why)
    {
        var text = (why ?? "").Trim();
        return new Unsaid().If(cause is null, "cause", "Choose what for.").Text("why", text, "Say which proceedings, and who asked.").Why
            ?? (Standing(@case).Any(hold => hold.Said.Fact.Cause == cause && hold.Said.Fact.Why == text) ? Decision.Already
                : new RecordHeld(cause!.Value, text) { Audience = Audience.Only(Agency.SocialCare) });
    }

    public static Decision Release(Case @case, int? number, string? why)
    {
        var text = (why ?? "").Trim();
        return new Unsaid().Text("why", text, "Say who said so, and when.").Why
            ?? (Standing(@case).FirstOrDefault(hold => hold.Said.Seq == number) is { } hold
                ? new RecordReleased(hold.Said.Seq, text) { Audience = Audience.Only(Agency.SocialCare) }
                : Decision.Already);
    }

    /// <summary><c>Kept for a court since Mon 30 Nov 2026, by Joan Ilesley.</c></summary>
    public static string Say(Case @case, CaseHold hold, Words words) =>
        $"Kept for {WordTables.HoldCause.InMinutes(hold.Said.Fact.Cause)} since {words.Date(words.LocalDate(hold.Said.At))}, "
            + $"said by {Documents.Authors.Of(@case, hold.Said.By, hold.Said.Fact.OnBehalfOf)?.Name ?? "somebody"}.";

    /// <summary>With which proceedings, for information governance.</summary>
    public static string SayWhole(Case @case, CaseHold hold, Words words) => $"{Say(@case, hold, words)} {hold.Said.Fact.Why}";
}
