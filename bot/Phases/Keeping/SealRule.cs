using StrategyBot.Rules;

namespace StrategyBot.Phases.Keeping;

/// <summary>The rule of sealing (P16). Pure.</summary>
internal static class SealRule
{
    public static Decision Seal(Case @case, IReadOnlyList<Entry> entries, SealPart.Form typed, DateTimeOffset now, Words words)
    {
        var ids = (typed.Places ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);
        var chosen = HeldWords.Of(@case, entries, typed.Find).Where(place => ids.Contains(place.Id)).ToList();
        var why = (typed.Why ?? "").Trim();
        if (new Unsaid()
            .If(chosen.Count == 0, "places", "Tick what goes.")
            .If(typed.Cause is null, "cause", "Choose why.")
            .If(why.Contains(typed.Find!.Trim(), StringComparison.OrdinalIgnoreCase), "why",
                "That holds the words themselves, and would stand in the record. Say it without them.")
            .Text("why", why, typed.Cause == SealCause.Other ? "Say why." : null).Why is { } missing)
        {
            return missing;
        }

        var runs = chosen.Where(place => place.Run is not null).GroupBy(place => place.Line).ToList();
        return Decision.Of(
        [
            new WordsSealed(
                [
                    .. chosen.Where(place => place.Run is null).Select(place => place.Line)
                        .Concat(runs.SelectMany(run => run.First().Run!.Lines)).Distinct().Order(),
                ],
                typed.Cause!.Value, why)
            {
                Audience = Audience.Only(Agency.SocialCare),
            },
            // At once, so that what is left of a version stands before its run is emptied.
            .. runs.Select(run => Left(run.First(), [.. run.Select(place => place.Paragraph!)], Gap(typed.Cause.Value, now, words))),
        ]);
    }

    /// <summary><c>Sealed on Mon 30 Nov 2026 by information governance: about another family.</c></summary>
    public static string Gap(SealCause cause, DateTimeOffset at, Words words) =>
        $"Sealed on {words.Date(words.LocalDate(at))} by information governance: {WordTables.SealCause.InMinutes(cause)}.";

    private static MinutesKept Left(HeldWords place, HashSet<string> gone, string gap) =>
        new(place.Run!.Version, place.Run.Index, place.Run.Paragraphs.Select(paragraph => gone.Contains(paragraph.Id)
            ? paragraph with
            {
                Text = gap,
                Cells = paragraph.Cells?.Select((_, column) => column == 0 ? gap : "").ToValueList(),
                Rows = null,
                MayTell = null,
            }
            : paragraph).ToValueList())
        {
            Meeting = place.Entry.Fact.Meeting ?? MeetingId.First,
        };
}

/// <summary>How a seal stands, without any of what was sealed. Pure.</summary>
internal static class SealLines
{
    public static string Say(Case @case, Seal seal, Words words) =>
        $"{SealRule.Gap(seal.Said.Fact.Cause, seal.Said.At, words)} "
            + (seal.Said.Fact.Lines.Count == 1 ? "One entry" : $"{seal.Said.Fact.Lines.Count} entries")
            + (seal.GoneAt is null ? ", being taken out now." : ".");

    /// <summary>With what whoever sealed them says of it, for information governance.</summary>
    public static string SayWhole(Case @case, Seal seal, Words words) =>
        Say(@case, seal, words) + (seal.Said.Fact.Why.Length > 0 ? $" {seal.Said.Fact.Why}" : "");
}
