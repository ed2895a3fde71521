using System.Globalization;
using StrategyBot.Records;
using StrategyBot.Records.Anchors;

namespace StrategyBot.Phases.Keeping;

/// <summary>A place in the record where words stand: a fact, or a paragraph of a version that was issued.</summary>
/// <param name="Id">What the form sends of it.</param>
/// <param name="Line">The number of the fact.</param>
/// <param name="Run">The run of an issued version, where it is a paragraph.</param>
/// <param name="At">Which of its paragraphs.</param>
internal sealed record HeldWords(string Id, int Line, Entry Entry, MinutesRun? Run = null, int At = 0)
{
    /// <summary>Fewer letters stand nearly everywhere.</summary>
    public const int Shortest = 3;

    // Around the words, so that they are known again on a phone.
    private const int Before = 30, Most = 110;

    /// <summary>All places where <paramref name="find"/> stands and that were not sealed, oldest first. Pure.</summary>
    public static IReadOnlyList<HeldWords> Of(Case @case, IReadOnlyList<Entry> entries, string? find)
    {
        var sought = Plain(find ?? "");
        var runs = Runs(@case).ToDictionary(run => run.Lines[^1]);
        return sought.Length < Shortest ? [] :
        [
            .. from entry in entries
               where !entry.IsWithheld && @case.Keeping.SealOf(entry.Seq) is null && entry.Fact is not KeepingFact
               from place in entry.Fact is MinutesFrozen or MinutesKept
                   ? runs.TryGetValue(entry.Seq, out var run) ? OfRun(entry, run, sought) : []
                   : CaseCodec.WordsOf(entry.Fact).Any(text => Plain(text).Contains(sought, StringComparison.OrdinalIgnoreCase))
                       ? [new HeldWords(entry.Seq.ToString(CultureInfo.InvariantCulture), entry.Seq, entry)] : []
               select place,
        ];
    }

    /// <summary>The places that a withdrawal names and that stand, after a copy was put back. Pure.</summary>
    public static IReadOnlyList<HeldWords> Of(Case @case, IReadOnlyList<Entry> entries, Withdrawal gone) =>
    [
        .. from line in gone.Lines
           let entry = entries.FirstOrDefault(one => one.Seq == line.Seq)
           where entry is { IsWithheld: false } && @case.Keeping.SealOf(line.Seq) is null
           from place in entry.Fact is not (MinutesFrozen or MinutesKept) ? [new HeldWords("", line.Seq, entry)]
               : from run in Runs(@case)
                 where run.Lines[^1] == line.Seq
                 from at in Enumerable.Range(0, run.Paragraphs.Count)
                 where gone.Paragraphs is not { } some || some.Contains(new(run.Lines[0], at))
                 select new HeldWords("", line.Seq, entry, run, at)
           select place,
    ];

    /// <summary>When, whose, and the words with what stands around them; for whom they are, where the reader is none of those.</summary>
    public string Say(Case @case, Participant reader, string find, Words words)
    {
        var author = Run is null ? @case.AuthorOf(Entry) : null;
        var where = Run is null ? $"{words.When(Entry.Fact.HappenedAt ?? Entry.At)} · {author?.Described ?? "somebody"}"
            : $"Version {Run.Version} of the minutes, {Run.Paragraphs[At].Section}";
        return $"{where}: {Excerpt(reader, find)}";
    }

    private string Excerpt(Participant reader, string find)
    {
        var texts = Run is { } run
            ? run.Paragraphs[At].IsFor(reader) ? [Text(run.Paragraphs[At])] : []
            : CaseCodec.WordsOf(CaseView.Cut(Entry, reader).Fact);
        var (sought, text) = (Plain(find), texts.Select(Plain)
            .FirstOrDefault(one => one.Contains(Plain(find), StringComparison.OrdinalIgnoreCase)));
        if (text is null)
        {
            return $"words for others ({(Run?.Paragraphs[At].Audience ?? Entry.Fact.Audience).Say()})";
        }

        var at = Math.Max(0, text.IndexOf(sought, StringComparison.OrdinalIgnoreCase) - Before);
        return "“" + (at > 0 ? "…" : "") + Shortened.To(Most, text[at..]) + "”";
    }

    private static IEnumerable<HeldWords> OfRun(Entry entry, MinutesRun run, string sought) =>
        from place in run.Paragraphs.Index()
        where Plain(Text(place.Item)).Contains(sought, StringComparison.OrdinalIgnoreCase)
        select new HeldWords(string.Create(CultureInfo.InvariantCulture, $"{entry.Seq}:{place.Index}"), entry.Seq, entry, run,
            place.Index);

    private static IEnumerable<MinutesRun> Runs(Case @case) =>
        from meeting in @case.Meetings
        from version in meeting.Minutes.Versions.Keys
        from run in meeting.Minutes.RunsOf(version)
        select run;

    /// <summary>Not what it is printed under: those are our words.</summary>
    private static string Text(MinutesParagraph paragraph) => string.Join('\n', new[] { paragraph.Text }
        .Concat(paragraph.Cells ?? []).Concat((paragraph.Rows ?? []).SelectMany(row => row)));

    /// <summary>As it is compared: however often somebody pressed the space bar.</summary>
    private static string Plain(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
