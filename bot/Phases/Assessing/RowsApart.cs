using System.Text.Json;

namespace StrategyBot.Phases.Assessing;

/// <summary>What is chosen of each of two children on one form, where they differ (P9): the category of harm. What is typed is of both.
/// </summary>
internal static class RowsApart
{
    // Of more children there are more than six inputs.
    private const int Most = 2;

    /// <summary>Whether there is something to choose of each.</summary>
    public static bool MayBe(Case @case, RowList list) =>
        list.IsPerChild && @case.Children.Count == Most && list.Fields.Any(IsChosen) && Stands(@case, list) is var rows
            && (rows.All(row => row is null) || rows.All(row => row is not null))
            && rows.OfType<ListRow>().Select(row => (row.Fact.Audience, Typed(list, row))).Distinct().Count() <= 1;

    /// <summary>Somebody sees it differently for one of them, or it was answered so.</summary>
    public static bool AreAsked(Case @case, RowList list) => MayBe(@case, list)
        && (Stands(@case, list).OfType<ListRow>().ToList() is { Count: > 0 } rows
            ? rows.Select(row => Chosen(list, row)).Distinct().Count() > 1
            : SharedViews.Differ(@case));

    public static Drawn Draw(FormPage page, Heading heading, RowList list)
    {
        var (stands, whole) = (Stands(page.Case, list), Stands(page.Whole, list));
        return new(heading.Title,
        [
            .. page.Case.Children.Zip(stands).SelectMany(one => (IReadOnlyList<CardElement>)
            [
                new TextBlock(CardText.Plain(Shortened.To(FormCard.Line, ChildChoice.Named(one.First))))
                {
                    Weight = TextWeight.Bolder,
                    Separator = true,
                },
                .. list.Fields.Where(IsChosen).Select(field => ListRowPart.Asked(page.Case, field, one.Second) with
                {
                    Id = InputOf(field, one.First),
                }),
            ]),
            .. list.Fields.Where(field => !IsChosen(field)).Select(field => ListRowPart.Asked(page.Case, field, stands[0])),
            .. MarkingInput.Beside(page, stands[0]?.Fact, whole[0]?.Fact, stands[0]?.Fact.Audience),
        ])
        {
            Preselected = stands.All(row => row is null) ? [MarkingInput.Id] : [],
            Saves = [new("Save"), new(ChildChoice.SameForAll(page.Case), new { Same = true }) { MayGoOn = true }],
        };
    }

    /// <summary>A child without an answer is left open.</summary>
    public static Decision Decide(FormPage page, RowList list, ListRowPart.Form typed)
    {
        var given = page.Whole.Children.Select(child => (Child: child, Said: Said(list, typed, child)))
            .Where(one => one.Said.Any(said => said.Value.GetString()!.Length > 0)).ToList();
        if (typed.Same == true
            && given.Select(one => string.Join(';', one.Said.Values.Select(said => said.GetString()))).Distinct().Count() > 1)
        {
            return ChildChoice.TooMany(page.Whole, InputOf(list.Fields.First(IsChosen), given[1].Child));
        }

        if (given.Count == 0)
        {
            return new CannotBe("There is nothing to save yet. Choose an answer, and save again.");
        }

        var meant = typed.Same == true ? page.Whole.Children.Select(child => (Child: child, given[0].Said)).ToList() : given;
        if (MarkingInput.Said(page, typed.Marking, list.Find(page.Whole, null, null, meant[0].Child.Id.Value)?.Fact.Audience,
            [.. list.Fields.Where(field => !IsChosen(field)).Select(typed.Of)]) is not { } readers)
        {
            return MarkingInput.NotSaid;
        }

        var decided = meant.Select(one => (one.Child, Decision: ListRowRule.Give(page.Whole, list,
            list.Find(page.Whole, null, null, one.Child.Id.Value),
            typed with { Child = one.Child.Id.Value, Said = (typed.Said ?? []).Concat(one.Said).ToDictionary() }, readers)))
            .ToList();
        var no = decided.SelectMany(one => one.Decision is Decision.Refused { Because: var why }
            ? (why is Several { All: var all } ? all : [why]).Select(each => At(list, each, one.Child)) : []).Distinct().ToList();
        return no.Count switch
        {
            0 => Decision.Of([.. decided.Select(one => one.Decision).OfType<Decision.Accepted>().SelectMany(yes => yes.Facts)]),
            1 => no[0],
            _ => new Several(no),
        };
    }

    private static bool IsChosen(RowList.Field field) => field.Kind is RowList.Kind.One or RowList.Kind.Several;

    private static string InputOf(RowList.Field field, Child child) => $"{ListRowPart.Input(field)}-{child.Id.Value}";

    private static IReadOnlyList<ListRow?> Stands(Case @case, RowList list) =>
        [.. @case.Children.Select(child => list.Find(@case, null, null, child.Id.Value))];

    private static string Chosen(RowList list, ListRow row) => Joined(row, list.Fields.Where(IsChosen));

    private static string Typed(RowList list, ListRow row) => Joined(row, list.Fields.Where(field => !IsChosen(field)));

    private static string Joined(ListRow row, IEnumerable<RowList.Field> fields) =>
        string.Join(';', fields.Select(field => row.Fact.Of(field.Id)));

    /// <summary>By the names that a form on one child has.</summary>
    private static Dictionary<string, JsonElement> Said(RowList list, ListRowPart.Form typed, Child child) =>
        list.Fields.Where(IsChosen).ToDictionary(ListRowPart.Input, field =>
            typed.Said?.GetValueOrDefault(InputOf(field, child)) is { ValueKind: JsonValueKind.String } said ? said
                : JsonSerializer.SerializeToElement(""));

    private static Refusal At(RowList list, Refusal why, Child child) =>
        list.Fields.FirstOrDefault(field => IsChosen(field) && ListRowPart.Input(field) == why.Field) is { } field
            ? why with { Field = InputOf(field, child) } : why;
}
