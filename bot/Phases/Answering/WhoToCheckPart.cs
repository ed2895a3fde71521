using System.Text.Json;
using System.Text.Json.Serialization;

namespace StrategyBot.Phases.Answering;

/// <summary>Whose records each agency checks, and what the reader's agency found of each (P1). Never on a posted card.</summary>
internal sealed class WhoToCheckPart : IPart<WhoToCheckPart.Form>
{
    /// <summary>So many with every detail full stay under the limit of a card.</summary>
    public const int PageSize = 4;

    private const int MostButtons = 5;

    // A detail is a line; who filled it in is held to that elsewhere.
    private const int Line = 160;

    /// <param name="From">The first of the page.</param>
    /// <param name="All">One answer for everybody shown.</param>
    public sealed record Form(string Case, int From = 0, RecordsFound? All = null) : ICaseForm
    {
        /// <summary>The answer on each of them, by <see cref="Field"/>; an earlier card names them by their place on it.</summary>
        [JsonExtensionData]
        public Dictionary<string, JsonElement> Results { get; init; } = [];

        public static string Field(Subject subject) => $"result-{subject.Id}";
    }

    public static PartId Id => WhoToCheck.Id;

    public static Capability Needs => Capability.ReadContent;

    public static bool Takes(string id) => id.StartsWith("result", StringComparison.Ordinal);

    public Drawn Draw(FormPage page, Form asked)
    {
        var (@case, subjects) = (page.Case, WhoToCheckRule.Subjects(page.Case));
        var from = First(asked);
        var shown = subjects.Skip(from).Take(PageSize).ToList();
        var isAsked = shown.Count > 0 && page.Me.IsInvited;
        IReadOnlyList<Save> saves = isAsked
            ? [new("Save"), new("Found: all", new { All = RecordsFound.Found }) { MayGoOn = true },
                new("No match: all", new { All = RecordsFound.NoMatch }) { MayGoOn = true }]
            : [];
        IReadOnlyList<CardAction> beside =
        [
            .. subjects.Count > from + PageSize ? (IReadOnlyList<CardAction>)[Page(@case, "Next people", from + PageSize)] : [],
            .. from > 0 ? (IReadOnlyList<CardAction>)[Page(@case, "People before", Math.Max(0, from - PageSize))] : [],
            .. page.Me.May(Capability.Arrange) ? (IReadOnlyList<CardAction>)[WhoToCheck.Correct(@case)] : [],
        ];
        return new(WhoToCheck.Title,
        [
            new TextBlock(subjects.Count == 0 ? "Nobody is named yet. The chair or the social worker fills this in."
                : isAsked
                ? "Check your agency's records on each of them before the meeting, and say what you found. Who opens this is noted."
                : "Whose records each agency checks for the meeting. Who opens this is noted."),
            .. shown.SelectMany(subject => Draw(page, subject, isAsked)),
        ])
        {
            Saves = saves,
            Beside = [.. beside.Take(MostButtons - saves.Count)],
        };
    }

    public Decision Decide(FormPage page, Form typed) => WhoToCheckRule.Save(page.Whole, page.Me, Answers(page.Whole, typed), typed.All);

    public Echo Saved(FormPage page, Kept<Form> kept) => new("what your agency found", [.. WhoToCheckRule.Subjects(page.Case).Take(20)
        .Select(subject => new TextBlock($"{subject.Label}: {WhoToCheckRule.Say(WhoToCheckRule.Found(page.Case, page.Me, subject))}"))]);

    /// <summary>The people after these.</summary>
    public PartButton? Next(FormPage page, Kept<Form> kept) =>
        WhoToCheckRule.Subjects(page.Case).Count > First(kept.Typed) + PageSize
            ? Id.Button(WhoToCheck.Title, new Form(page.Case.Ref.Value, First(kept.Typed) + PageSize))
            : null;

    private static IReadOnlyList<(Subject Subject, RecordsFound? Result)> Answers(Case @case, Form typed) =>
        [.. WhoToCheckRule.Subjects(@case).Skip(First(typed)).Take(PageSize).Select((subject, index) =>
            (subject, Read(typed, Form.Field(subject)) ?? Read(typed, $"result{index}")))];

    private static RecordsFound? Read(Form typed, string field) =>
        typed.Results.TryGetValue(field, out var sent) && sent.ValueKind == JsonValueKind.String
            ? Choices.Read(WordTables.RecordsFound, sent.GetString())
            : null;

    private static int First(Form asked) => Math.Max(0, asked.From);

    private static SubmitAction Page(Case @case, string title, int from) => Id.Send(title, new Form(@case.Ref.Value, from));

    private static IEnumerable<CardElement> Draw(FormPage page, Subject subject, bool isAsked)
    {
        yield return new PlainText(Shortened.To(Line, $"{subject.Label}: {subject.Name}")) { Weight = TextWeight.Bolder };
        foreach (var (title, value) in Details(page.Case, subject, page.Words).Where(line => line.Value.Length > 0))
        {
            yield return new PlainText($"{title}: {Shortened.To(Line, value)}") { Size = TextSize.Small };
        }

        if (isAsked)
        {
            if (WhoToCheckRule.FoundBefore(page.Case, page.Me, subject) is { } before)
            {
                yield return new TextBlock($"Before this was changed your agency said “{WhoToCheckRule.Say(before)}”. Please look again.")
                {
                    Size = TextSize.Small,
                };
            }

            yield return Choices.Radios(Form.Field(subject), $"{subject.Label}: what did you find?", WordTables.RecordsFound,
                WhoToCheckRule.Found(page.Case, page.Me, subject));
        }
    }

    private static IEnumerable<(string Title, string Value)> Details(Case @case, Subject subject, Words words)
    {
        if (@case.Find(new ChildId(subject.Id)) is { Details: var child } named)
        {
            return
            [
                ("Other names", child.Aliases),
                (child.Unborn ? "Due" : "Born", On(child.BornOrDue)),
                ("Address", Address(@case, child.Address, named.Address)),
                (child.Unborn ? "Maternity care" : "School", child.School),
                ("GP", child.Gp ?? ""),
                (child.Unborn ? "Mother's NHS number" : "NHS number", child.NhsNumber),
                ("Sex", child.Sex is { } sex && sex != Sex.NotRecorded ? WordTables.Sex.InList(sex) : ""),
                ("Postcode", child.Postcode ?? ""),
                ("The authority's number", child.Find(Identifier.Authority) ?? ""),
                ("Unique pupil number", child.Find(Identifier.Pupil) ?? ""),
            ];
        }

        var other = @case.Adults.First(adult => adult.Id.Value == subject.Id);
        var adult = other.Details;
        return
        [
            ("Other names", adult.Aliases), ("Born", On(adult.Born)), ("Relation", adult.Relation),
            ("Address", Address(@case, adult.Address, other.Address)), ("GP", adult.Gp ?? ""),
        ];

        static string Address(Case @case, string address, AddressFor of) => !of.IsConfidential ? address
            : address.Length == 0 ? $"confidential. Ask the chair, {Shortened.Name(@case.Chair.Name)}"
            : $"{address} (confidential: {of.Audience.Say().ToLowerInvariant()})";

        string On(DateOnly? day) => day is { } on ? words.Date(on) : "not known";
    }
}
