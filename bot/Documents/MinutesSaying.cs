using System.Text.RegularExpressions;

namespace StrategyBot.Documents;

/// <summary>How a paragraph is said under the heading of its block: author and time stand there once, and beside a sentence only where
/// they are another's or later.</summary>
internal sealed partial class MinutesSaying(MinutesPaper paper, IReadOnlyList<string> children)
{
    // Stands beside it as the question.
    private const string Written = "Written update: ";

    private const char NoBreak = '\u00A0';

    private static readonly Regex Described = new($@"(?<name>[^,;\n]+), [^,;\n]+, (?<agency>{string.Join('|',
        Enum.GetValues<Agency>().Select(agency => Regex.Escape(agency.Name())))})\b", RegexOptions.Compiled);

    private readonly Dictionary<string, MinutesParagraph> before =
        paper.Before.DistinctBy(paragraph => paragraph.Id).ToDictionary(paragraph => paragraph.Id, StringComparer.Ordinal);

    private readonly IReadOnlyList<(string Whole, string Short)> names = [.. children.Select(whole => (whole, Short(whole, children)))];

    public int Children => names.Count;

    /// <summary>For the heading of a block with more than one child.</summary>
    public string Unless => names.Count switch
    {
        0 or 1 => "",
        2 => "Both children, unless a child is named",
        _ => "All children, unless a child is named",
    };

    /// <summary>Whose words most of a block are.</summary>
    public static string AuthorOf(IEnumerable<MinutesParagraph> block) => block
        .Where(paragraph => paragraph.Author.Length > 0 && !paragraph.IsLeftOut).GroupBy(Whose)
        .OrderByDescending(author => author.Count()).Select(author => author.Key).FirstOrDefault() ?? "";

    public string Signed(IReadOnlyList<MinutesParagraph> block)
    {
        var author = AuthorOf(block);
        if (author.Length == 0)
        {
            return "";
        }

        var times = block.Where(paragraph => Whose(paragraph) == author && !paragraph.IsLeftOut && !IsLate(paragraph))
            .Select(paragraph => paragraph.At).OfType<DateTimeOffset>().ToList();
        return Titled(author) + (times.Count == 0 ? "" : $", {Span(times.Min(), times.Max())}");
    }

    public string Span(DateTimeOffset from, DateTimeOffset to) => Time(from) == Time(to) ? Time(from)
        : Words.English.LocalDate(from) == Words.English.LocalDate(to) ? $"{Time(from)} to {Words.English.Time(to)}"
        : $"{Time(from)} to {Time(to)}";

    /// <summary>The time alone on the meeting's own day.</summary>
    public string Time(DateTimeOffset at) =>
        Words.English.LocalDate(at) == paper.On ? Words.English.Time(at) : Dated(Words.English.When(at));

    /// <summary>As people say a date beside others: without this year, and never broken.</summary>
    public string Dated(string text) => Date().Replace(Telephone().Replace(text, $"${{area}}{NoBreak}${{rest}}"), found =>
        (found.Groups["year"].Value.Trim() == paper.On?.Year.ToString(System.Globalization.CultureInfo.InvariantCulture)
            && found.Groups["time"].Success ? found.Groups["day"].Value : found.Groups["day"].Value + found.Groups["year"].Value)
            .Replace(' ', NoBreak) + found.Groups["time"].Value);

    public bool IsLate(MinutesParagraph paragraph) => MinutesPlace.IsAdded(paragraph)
        || (paper.EndedAt is { } ended && paragraph.At > ended && MinutesPlace.Of(paragraph) is { Part: < 3 });

    /// <summary>Whose child it is that the words begin with, by its first name; and the rest.</summary>
    public (string? Child, string Words) Apart(string text)
    {
        foreach (var (whole, name) in names.Where(name => text.StartsWith(name.Whole, StringComparison.Ordinal)))
        {
            var rest = text[whole.Length..];
            foreach (var joint in new[] { ": ", " – ", "\n", ":\n" })
            {
                if (rest.StartsWith(joint, StringComparison.Ordinal))
                {
                    return (name, rest[joint.Length..]);
                }
            }
        }

        return (null, text);
    }

    /// <param name="id">As paragraphs have it: <c>child-1</c>.</param>
    public string NameOf(string id)
    {
        var number = $"Child {id["child-".Length..]}";
        return names.FirstOrDefault(name => name.Whole == number || name.Whole.StartsWith($"{number}, ", StringComparison.Ordinal)).Short
            ?? number;
    }

    /// <summary>One row's words: those of several children together where they are the same.</summary>
    public SheetPiece.Cell Cell(IReadOnlyList<MinutesParagraph> row, string author, string agency)
    {
        if (row.All(paragraph => paragraph.IsLeftOut))
        {
            return new(SheetPiece.Edge.Box, LeftOut(row, agency));
        }

        if (row.All(MinutesCopy.IsSealed))
        {
            return new(SheetPiece.Edge.Box, Gaps(row));
        }

        var said = new List<SheetPiece.Said>();
        var lines = row.Where(paragraph => !paragraph.IsLeftOut).Select(paragraph => (paragraph, Apart: Apart(Said(paragraph, agency))))
            .GroupBy(line => (line.Apart.Words, line.Apart.Child is null ? line.paragraph.Id : Whose(line.paragraph)));
        foreach (var (line, number) in lines.Select((line, number) => (line.ToList(), number)))
        {
            var whose = line.Select(one => one.Apart.Child).OfType<string>().ToList();
            said.Add(new(number == 0 ? "" : "\n"));
            said.AddRange(Marked(line[0].paragraph));
            said.Add(new((whose.Count == 0 || (whose.Count == names.Count && names.Count > 1) ? "" : $"{string.Join(", ", whose)}: ")
                + line[0].Apart.Words));
            said.Add(new(Beside(line[^1].paragraph, author, agency)));
            said.Add(Changed(line.Select(one => one.paragraph), agency));
        }

        if (row.Where(paragraph => paragraph.IsLeftOut).ToList() is { Count: > 0 } others)
        {
            said.AddRange([new("\n"), .. LeftOut(others, agency)]);
        }

        return new(row.Any(IsChanged) ? SheetPiece.Edge.Bar : SheetPiece.Edge.None, said);
    }

    /// <summary>Each agency's answer, by what it was: those of one answer stand together.</summary>
    public SheetPiece.Cell Views(IReadOnlyList<MinutesParagraph> row)
    {
        var open = row.Where(paragraph => !paragraph.IsLeftOut).ToList();
        if (open.Count == 0 || !open.TrueForAll(view => Apart(view.Text).Child is not null && view.Author.Length > 0))
        {
            return Cell(row, "", "");
        }

        var people = open.GroupBy(Whose).Select(person => (Who: $"{NameOf(person.First(), "")}"
            + (person.First().At is { } at ? $", {Time(at)}" : ""), Said: Together(person)));
        var said = people.GroupBy(person => person.Said)
            .Select((answer, number) => new SheetPiece.Said(
                $"{(number == 0 ? "" : "\n")}{answer.Key} ({string.Join("; ", answer.Select(one => one.Who))})"));
        return new(SheetPiece.Edge.None, [.. Marked(open[0]), .. said,
            .. row.Count == open.Count ? (IEnumerable<SheetPiece.Said>)[] : [new("\n"), .. LeftOut([.. row.Except(open)])]]);
    }

    private string Together(IEnumerable<MinutesParagraph> views)
    {
        var answers = views.Select(view => (Apart(view.Text).Child, Said: Apart(view.Text).Words.Split(": ", 2)[^1]))
            .GroupBy(view => view.Said, view => view.Child).ToList();
        return answers.Count == 1 && answers[0].Count() == names.Count ? answers[0].Key
            : string.Join("; ", answers.Select(answer => $"{string.Join(", ", answer)}: {answer.Key}"));
    }

    /// <summary>The words of one paragraph, as a line of its own.</summary>
    public IReadOnlyList<SheetPiece.Said> Line(MinutesParagraph paragraph, string author) => paragraph.IsLeftOut ? LeftOut([paragraph])
        : [.. Marked(paragraph), new(Said(paragraph, "")), new(Beside(paragraph, author, "")), Changed([paragraph])];

    /// <summary>That they were sealed, when and why: each reason once.</summary>
    public IReadOnlyList<SheetPiece.Said> Gaps(IReadOnlyList<MinutesParagraph> paragraphs) =>
        [new(string.Join('\n', paragraphs.Select(one => Dated(one.Text)).Distinct()), IsBold: true)];

    /// <summary>For whom, and whose: of what is not in this copy.</summary>
    public IReadOnlyList<SheetPiece.Said> LeftOut(IReadOnlyList<MinutesParagraph> paragraphs, string agency = "")
    {
        var whose = paragraphs.Select(one => one.Author.Length == 0 ? "" : $"said by {NameOf(one, agency)}"
            + (one.At is not { } at ? "" : HeardIn(at) is var (part, heard)
                ? $", {Span(part.From, part.OverAt ?? part.From)}; heard by {heard}"
                : $", {Time(at)}")).Where(one => one.Length > 0).Distinct().ToList();
        return
        [
            new($"Left out of this copy: {string.Join("; ", paragraphs.Select(one => Lower(one.Audience.Say())).Distinct())}. ",
                IsBold: true),
            new(paragraphs.Count == 1 ? "One paragraph" : $"{paragraphs.Count} paragraphs"),
            new(whose.Count == 0 ? "." : $", {string.Join("; ", whose)}."),
        ];
    }

    /// <summary>Whether it was said in a part that some left, and numbers what was.</summary>
    public bool IsOfRestricted(MinutesParagraph paragraph) =>
        !paragraph.Audience.IsForAll && paragraph.At is { } at && HeardIn(at) is not null;

    private (Restriction Part, string Heard)? HeardIn(DateTimeOffset at) =>
        paper.Restricted.Where(one => one.Part.Holds(at, null)).Select(one => ((Restriction, string)?)one).FirstOrDefault();

    /// <summary>For whom it is, before the words.</summary>
    public IReadOnlyList<SheetPiece.Said> Marked(MinutesParagraph paragraph) =>
    [
        .. paragraph.Audience.IsForAll && paragraph.MayTell is null && !paragraph.Audience.MayShareWithFamily
            ? (IEnumerable<SheetPiece.Said>)[]
            : [new($"[{paragraph.Audience.Say()}{(paragraph.MayTell is { } names ? $"; may be shared with {names}" : "")}] ",
                IsBold: true)],
        .. IsLate(paragraph)
            ? (IEnumerable<SheetPiece.Said>)[new("Added after the meeting", IsBold: true),
                new(paragraph.At is { } at ? $", {Time(at)}: " : ": ")]
            : [],
    ];

    /// <summary>Not what was sealed: that is said in its place.</summary>
    public bool IsChanged(MinutesParagraph paragraph) => paper.Version > 1 && !paragraph.IsLeftOut && !MinutesCopy.IsSealed(paragraph)
        && before.TryGetValue(paragraph.Id, out var was) && (was.IsLeftOut || was.Text != paragraph.Text);

    public SheetPiece.Said Changed(IEnumerable<MinutesParagraph> paragraphs, string agency = "") =>
        paragraphs.FirstOrDefault(IsChanged) is not { } one ? new("")
        : before[one.Id].IsLeftOut || MinutesCopy.IsSealed(before[one.Id]) ? new("\n[Changed]", IsBold: true)
        : new($"\n[Changed in version {paper.Version}: "
            + $"{ChangedWords.Say(Apart(Said(before[one.Id], agency)).Words, Apart(Said(one, agency)).Words)}]", IsBold: true);

    /// <summary>Author and time, where the heading of the block doesn't say them.</summary>
    public string Beside(MinutesParagraph paragraph, string author, string agency)
    {
        var typed = paragraph.Author.Split("; ").Skip(1).ToList();
        return Whose(paragraph) == author || paragraph.Author.Length == 0
            ? typed.Count == 0 ? "" : $" ({string.Join("; ", typed)})"
            : $" ({string.Join("; ", typed.Prepend(NameOf(paragraph, agency)))}"
                + $"{(paragraph.At is { } at && !IsLate(paragraph) ? $", {Time(at)}" : "")})";
    }

    /// <summary>Name and agency of whoever is described with their title between.</summary>
    public static string Shortly(string text) => Described.Replace(text, "${name}, ${agency}")
        .Replace(", Children's social care", ", social care", StringComparison.Ordinal);

    /// <summary>Name and title; who is of which agency stands in the attendance.</summary>
    public static string Titled(string author) => author.Split(", ") is { Length: > 2 } parts ? string.Join(", ", parts[..^1]) : author;

    /// <summary>Who does a row.</summary>
    public static string Owner(string text) => KeepsInTouch().Replace(Shortly(text), "");

    /// <summary>Who keeps in touch with the family, of a row that it does.</summary>
    public static string Keeper(string text) => KeepsInTouch().Match(text) is { Success: true } found
        ? $"{found.Groups["name"].Value} keeps in touch" : "";

    /// <summary>A birthday has no day of the week.</summary>
    public static string Born(string text) => Weekday().Replace(text, "${before}");

    public static string Lower(string text) => text.Length == 0 ? text : char.ToLowerInvariant(text[0]) + text[1..];

    private static string Whose(MinutesParagraph paragraph) => paragraph.Author.Split("; ")[0];

    /// <summary>Without the agency under whose heading it stands.</summary>
    private string Said(MinutesParagraph paragraph, string agency)
    {
        var text = MinutesPlace.Words(paragraph);
        if (IsOfLabels(paragraph))
        {
            var lines = text.Split('\n');
            text = Dated(MinutesFront.Sentences(lines[0], lines[1..]));
        }

        return text.StartsWith(Written, StringComparison.Ordinal) ? text[Written.Length..]
            : agency.Length > 0 && text.StartsWith($"{agency}: ", StringComparison.Ordinal) ? text[(agency.Length + 2)..]
            : agency.Length > 0 && text.StartsWith($"{agency} searched its records. ", StringComparison.Ordinal)
                ? text[(agency.Length + " searched its records. ".Length)..] : text;
    }

    /// <summary>Short lines that the bot put together run on.</summary>
    private static bool IsOfLabels(MinutesParagraph paragraph) =>
        paragraph.Text.Contains('\n', StringComparison.Ordinal) && (paragraph.Id.StartsWith("reasons/", StringComparison.Ordinal)
            || paragraph.Id.StartsWith("part-2/safety-plan/considered", StringComparison.Ordinal)
            || paragraph.Id.StartsWith("part-2/safety-plan/support", StringComparison.Ordinal));

    private static string NameOf(MinutesParagraph paragraph, string agency)
    {
        var parts = Whose(paragraph).Split(", ");
        return parts.Length < 2 || parts[^1] == agency ? parts[0] : Shortly($"{parts[0]}, {parts[0]}, {parts[^1]}");
    }

    /// <summary>The first name, where no other child has the same.</summary>
    private static string Short(string whole, IReadOnlyList<string> all)
    {
        var name = whole.Contains(", ", StringComparison.Ordinal) ? whole[(whole.IndexOf(", ", StringComparison.Ordinal) + 2)..] : whole;
        var first = name.Split(' ')[0];
        return whole == name || all.Count(other => other.Contains($", {first} ", StringComparison.Ordinal)
            || other.EndsWith($", {first}", StringComparison.Ordinal)) > 1 ? name : first;
    }

    [GeneratedRegex(@"(?<before>\b(?:born|due) )(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) ")]
    private static partial Regex Weekday();

    [GeneratedRegex("; (?<name>[^,;]+)(, [^;]+)? keeps in touch$")]
    private static partial Regex KeepsInTouch();

    [GeneratedRegex(@"\b(?<area>\d{4,5}) (?<rest>\d{6,7})\b")]
    private static partial Regex Telephone();

    [GeneratedRegex(@"(?<day>\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) \d{1,2} [A-Z][a-z]{2,3})(?<year> \d{4})(?<time>, \d\d:\d\d)?")]
    private static partial Regex Date();
}
