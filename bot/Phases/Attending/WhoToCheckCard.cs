using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Forms;
using StrategyBot.Protocols.Cards;
using StrategyBot.Rules.Wording;

namespace StrategyBot.Phases.Attending;

/// <summary>Whose records are checked, and what the reader's agency found of each (P1).</summary>
internal static class WhoToCheckCard
{
    /// <summary>So many with every detail full stay under the limit of a card.</summary>
    public const int PageSize = 4;

    // A detail is a line; who filled it in is held to that elsewhere.
    private const int Line = 160;

    private static readonly Choice[] Results = [new("Found", "found"), new("No match", "noMatch"), new("Need more detail", "needMoreDetail")];

    public static AdaptiveCard For(CaseView view, Words words, int from = 0, SaveSearches.Form? typed = null, string? notSaved = null)
    {
        var subjects = SearchingRecords.Subjects(view.Case);
        var page = subjects.Skip(from).Take(PageSize).ToList();
        return FormCard.Of(
            "Who to check",
            notSaved,
            [
                new TextBlock(subjects.Count == 0
                    ? "Nobody is named yet. The chair or the social worker fills this in."
                    : "Check your agency's records on each of them before the meeting, and say what you found. Who opens this is noted."),
                .. page.SelectMany((subject, index) => Asked(view, words, subject, index, typed)),
            ],
            [
                .. page.Count == 0 ? (IReadOnlyList<CardAction>)[] :
                [
                    SaveSearches.Button(view.Case, from),
                    SaveSearches.ForAll(view.Case, "Found: all", RecordsFound.Found),
                    SaveSearches.ForAll(view.Case, "No match: all", RecordsFound.NoMatch),
                ],
                .. subjects.Count > from + PageSize ? (IReadOnlyList<CardAction>)[OpenWhoToCheck.Page(view.Case, "Next people", from + PageSize)] : [],
                .. from > 0 ? (IReadOnlyList<CardAction>)[OpenWhoToCheck.Page(view.Case, "People before", Math.Max(0, from - PageSize))] : [],
            ]);
    }

    private static IEnumerable<CardElement> Asked(CaseView view, Words words, Subject subject, int index, SaveSearches.Form? typed)
    {
        yield return new PlainText(Shortened.To(Line, $"{subject.Label}: {subject.Name}")) { Weight = TextWeight.Bolder };
        foreach (var line in Details(view.Case, subject.Id, words).Where(line => line.Value.Length > 0))
        {
            yield return new PlainText($"{line.Title}: {Shortened.To(Line, line.Value)}") { Size = TextSize.Small };
        }

        yield return new ChoiceSetInput($"result{index}", $"{subject.Label}: what did you find?", Results)
        {
            Value = Value(typed?.Results[index] ?? SearchingRecords.Found(view.Case, view.Reader, subject.Id)),
            Placeholder = "Not answered",
        };
    }

    private static IEnumerable<(string Title, string Value)> Details(Case @case, string id, Words words)
    {
        if (@case.Find(new ChildId(id)) is { Details: var child })
        {
            return
            [
                ("Also known as", child.Aliases),
                (child.Unborn ? "Due" : "Born", child.BornOrDue is { } on ? words.Date(on) : ""),
                ("Address", child.Address),
                ("School", child.School),
                ("NHS number", child.NhsNumber),
            ];
        }

        var adult = @case.Adults.First(adult => adult.Id.Value == id).Details;
        return [("Also known as", adult.Aliases), ("Born", adult.Born is { } born ? words.Date(born) : ""), ("Relation", adult.Relation), ("Address", adult.Address)];
    }

    private static string? Value(RecordsFound? result) => result switch
    {
        RecordsFound.Found => "found",
        RecordsFound.NoMatch => "noMatch",
        RecordsFound.NeedMoreDetail => "needMoreDetail",
        _ => null,
    };
}
