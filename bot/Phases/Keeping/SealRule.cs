using StrategyBot.Records.Anchors;
using StrategyBot.Rules;

namespace StrategyBot.Phases.Keeping;

/// <summary>The rule of sealing (P16). Pure.</summary>
internal static class SealRule
{
    public static Decision Seal(Case @case, IReadOnlyList<Entry> entries, SealPart.Form typed, DateTimeOffset now, Words words)
    {
        var ids = Choices.Ticked(typed.Places).ToHashSet(StringComparer.Ordinal);
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

        return Decision.Of(Of(chosen, typed.Cause!.Value, why, now, words));
    }

    /// <summary>What was sealed since a copy was taken that stands in the record's place now, sealed again.</summary>
    /// <param name="gone">With the lines that stand in the copy.</param>
    /// <returns>Nothing where all of it is sealed.</returns>
    public static IReadOnlyList<Fact> Again(Case @case, IReadOnlyList<Entry> entries, Withdrawal gone, Words words) =>
        HeldWords.Of(@case, entries, gone) is { Count: > 0 } places ? Of(places, gone.Cause!.Value, "", gone.At, words) : [];

    /// <summary><c>Sealed on Mon 30 Nov 2026 by information governance: about another family.</c></summary>
    public static string Gap(SealCause cause, DateTimeOffset at, Words words) =>
        Documents.MinutesCopy.Sealed(words.Date(words.LocalDate(at)), WordTables.SealCause.InMinutes(cause));

    private static IReadOnlyList<Fact> Of(
        IReadOnlyList<HeldWords> chosen, SealCause cause, string why, DateTimeOffset now, Words words)
    {
        var runs = chosen.Where(place => place.Run is not null).GroupBy(place => place.Line).ToList();
        var paragraphs = runs.SelectMany(run => run).Select(place => new SealedParagraph(place.Run!.Lines[0], place.At)).ToValueList();
        return
        [
            new WordsSealed(
                [
                    .. chosen.Where(place => place.Run is null).Select(place => place.Line)
                        .Concat(runs.SelectMany(run => run.First().Run!.Lines)).Distinct().Order(),
                ],
                cause, why)
            {
                Audience = Audience.Only(Agency.SocialCare),
                Paragraphs = paragraphs.Count == 0 ? null : paragraphs,
            },
            // At once, so that what is left of a version stands before its run is emptied.
            .. runs.Select(run => Left(run.First(), [.. run.Select(place => place.At)], Gap(cause, now, words))),
        ];
    }

    private static MinutesKept Left(HeldWords place, HashSet<int> gone, string gap) =>
        new(place.Run!.Version, place.Run.Index, place.Run.Paragraphs.Select((paragraph, at) => gone.Contains(at)
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
