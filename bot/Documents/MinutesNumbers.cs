using System.Globalization;

namespace StrategyBot.Documents;

/// <summary>A number for each answer of both Parts and of what follows them: given with version 1, the same in every reader's copy and in
/// every version. What comes later is 15A. Pure.</summary>
internal static class MinutesNumbers
{
    /// <summary>By paragraph. Those that stand together have one.</summary>
    /// <param name="versions">Every version up to the one that is printed, whoever reads; the draft last.</param>
    public static IReadOnlyDictionary<string, string> Of(params IEnumerable<IReadOnlyList<MinutesParagraph>> versions)
    {
        var numbers = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var version in versions)
        {
            var isFirst = numbers.Count == 0;
            var before = "0";
            foreach (var row in Rows(version))
            {
                // Kept with a version it stands, whatever order a later release prints them in.
                var has = row.Select(paragraph => paragraph.Number ?? numbers.GetValueOrDefault(paragraph.Id))
                    .FirstOrDefault(number => number is not null)
                    ?? (isFirst ? (int.Parse(before, CultureInfo.InvariantCulture) + 1).ToString(CultureInfo.InvariantCulture)
                        : Later(before, numbers.Values));
                foreach (var paragraph in row)
                {
                    numbers.TryAdd(paragraph.Id, paragraph.Number ?? has);
                }

                before = has;
            }
        }

        return numbers;
    }

    /// <summary>S and A for the rows of the plan and for actions, by paragraph.</summary>
    /// <param name="version">As it is for nobody in particular: a row that is left out keeps its number.</param>
    public static IEnumerable<KeyValuePair<string, string>> OfPlan(IReadOnlyList<MinutesParagraph> version) =>
        from row in version.Where(MinutesFront.IsPlanRow)
        group row by MinutesFront.IsOfPlan(row) ? 'S' : 'A' into rows
        from numbered in rows.Select((row, at) => KeyValuePair.Create(row.Id, $"{rows.Key}{at + 1}"))
        select numbered;

    /// <summary>What is to be frozen, each paragraph with its number.</summary>
    /// <param name="before">The versions before it.</param>
    public static IReadOnlyList<MinutesParagraph> Kept(
        IEnumerable<IReadOnlyList<MinutesParagraph>> before, IReadOnlyList<MinutesParagraph> draft)
    {
        var numbers = Of([.. before, draft]);
        return [.. draft.Select(paragraph => paragraph with { Number = numbers.GetValueOrDefault(paragraph.Id) })];
    }

    /// <summary>By which they are counted up.</summary>
    public static (int Number, string Letters) Order(string number)
    {
        var digits = number.TakeWhile(char.IsAsciiDigit).Count();
        return (digits == 0 ? int.MaxValue : int.Parse(number[..digits], CultureInfo.InvariantCulture), number[digits..]);
    }

    /// <summary>What stands together, in the order of the document: of one question, for the same readers, of the same version.</summary>
    public static IReadOnlyList<IReadOnlyList<MinutesParagraph>> Rows(IEnumerable<MinutesParagraph> paragraphs) =>
    [
        .. from placed in paragraphs.Select((paragraph, at) => (paragraph, at, Place: MinutesPlace.Of(paragraph)))
           where placed.Place is not null
           group placed by (placed.Place.Part, placed.Place.Order, placed.Place.Block, placed.Place.Question,
               Readers(placed.paragraph.Audience), Version(placed.paragraph)) into row
           orderby row.Key.Part, row.Key.Order, row.Min(placed => placed.at)
           select row.Select(placed => placed.paragraph).ToList(),
    ];

    private static string Readers(Audience audience) => $"{audience.Marking} {string.Join(',', audience.Agencies)}";

    private static string Version(MinutesParagraph paragraph) =>
        MinutesPlace.IsAdded(paragraph) ? paragraph.Id.Split('/')[1] : "";

    private static string Later(string before, IReadOnlyCollection<string> given)
    {
        var number = string.Concat(before.TakeWhile(char.IsAsciiDigit));
        for (var later = 1; ; later++)
        {
            if (!given.Contains(number + Letters(later)))
            {
                return number + Letters(later);
            }
        }
    }

    private static string Letters(int number) => number <= 26 ? ((char)('A' + number - 1)).ToString()
        : Letters((number - 1) / 26) + Letters(((number - 1) % 26) + 1);
}
