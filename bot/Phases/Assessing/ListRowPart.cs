using System.Text.Json;
using System.Text.Json.Serialization;

namespace StrategyBot.Phases.Assessing;

/// <summary>One row under a heading that is a list: what it asks stands in <see cref="RowLists"/>.</summary>
internal sealed class ListRowPart : IPart<ListRowPart.Form>, IOnPaper
{
    private const string Prefix = "said-";

    /// <param name="Row">The row that is changed; empty for a new one.</param>
    /// <param name="About">An adult of <em>Who to check</em>.</param>
    /// <param name="Child">Where there is a row for each child.</param>
    /// <param name="Again">Saved, and another is asked for.</param>
    /// <param name="Apart">Two children side by side, each with answers of its own.</param>
    /// <param name="Same">The answers that were given for one are for both.</param>
    public sealed record Form(
        string Case, string? Heading = null, string? Row = null, string? About = null, string? Child = null, bool Again = false,
        string? Marking = null, bool? Apart = null, bool? Same = null) : ICaseForm
    {
        /// <summary>What was said, by <see cref="Input"/>.</summary>
        [JsonExtensionData]
        public Dictionary<string, JsonElement>? Said { get; init; }

        public string Of(RowList.Field field) =>
            Said?.GetValueOrDefault(Input(field)) is { ValueKind: JsonValueKind.String } said ? said.GetString()!.Trim() : "";
    }

    public static PartId Id => new("assessing/list-row");

    public static Capability Needs => Capability.Contribute;

    public static IReadOnlyList<string> Keys => ["child"];

    public static string Input(RowList.Field field) => $"{Prefix}{field.Id}";

    /// <summary>A new row: for the next adult or child of whom nothing is said, where there is a row for each.</summary>
    public static PartButton Add(Case @case, RowList list) => Id.Button(Headings.Find(list.Heading)!.Title,
        new Form(@case.Ref.Value, list.Heading, About: RowLists.NotSaidYet(@case, list).FirstOrDefault()?.Id.Value));

    public string? Reading(Form asked) => RowLists.Find(asked.Heading)?.Heading;

    public Refusal? Bars(FormPage page, Form asked) => ListRowRule.WhyNot(page.Me, asked.Heading)
        ?? (asked.Row is { Length: > 0 } && RowLists.Find(asked.Heading)!.Find(page.Case, asked.Row, null, null) is null
            ? new ListRowGone()
            : null);

    public PartButton? Instead(FormPage page, Form asked) => asked.Apart is null && RowLists.Find(asked.Heading) is { } list
        && asked is { Row: null or "", Child: null or "" } && RowsApart.AreAsked(page.Case, list)
            ? Id.Button(Headings.Find(list.Heading)!.Title, asked with { Apart = true })
            : null;

    public Drawn Draw(FormPage page, Form asked)
    {
        var (heading, list) = (Headings.Find(asked.Heading!)!, RowLists.Find(asked.Heading)!);
        if (asked.Apart == true)
        {
            return RowsApart.Draw(page, heading, list);
        }

        var child = Child(page.Case, list, asked);
        var stands = list.Find(page.Case, asked.Row, asked.About, child);
        var whole = list.Find(page.Whole, asked.Row, asked.About, child);
        var about = stands?.Fact.About ?? asked.About;
        var isNew = stands is null;
        return new(heading.Title,
        [
            .. about is { Length: > 0 } ? About(page.Case, about) : [new TextBlock(heading.Prompt)],
            .. list.IsPerChild && asked.Row is null or "" ? ChildChoice.For(page.Case, child) : [],
            .. list.Fields.Where(field => !field.IsKnown(page.Case, about)).Select(field => Asked(page.Case, field, stands)),
            .. MarkingInput.Beside(page, stands?.Fact, whole?.Fact, stands?.Fact.Audience),
            .. stands is null ? (IReadOnlyList<CardElement>)[]
                : [FormCard.SavedBy(page.Case.Find(stands.Given.By)?.Described ?? "", stands.Given.At, page.Words)],
        ])
        {
            Preselected = isNew ? [MarkingInput.Id] : [],
            Saves = isNew && !list.IsPerChild && about is null or "" ? [new("Save"), new("Save, and add another", new { Again = true })]
                : [new("Save")],
            Beside =
            [
                .. about is { Length: > 0 } && isNew
                    ? (IReadOnlyList<CardAction>)[Id.Send("Somebody else", new Form(page.Case.Ref.Value, list.Heading))] : [],
                .. isNew && asked.Child is null or "" && RowsApart.MayBe(page.Case, list)
                    ? (IReadOnlyList<CardAction>)[
                        Id.Send("Each child apart", new Form(page.Case.Ref.Value, list.Heading, Apart: true))] : [],
                .. isNew && !page.Whole.Meeting.Assessment.RowsOf(list.Heading).Any() ? AnswerList.Beside(page, heading) : [],
            ],
        };
    }

    public IReadOnlyList<Form> Each(FormPage page, Form typed) =>
        typed.Apart != true && RowLists.Find(typed.Heading) is { IsPerChild: true } && typed.Row is null or ""
            ? ChildChoice.Each(page.Case, typed.Child, typed, child => typed with { Child = child })
            : [typed];

    public Decision Decide(FormPage page, Form typed)
    {
        var list = RowLists.Find(typed.Heading)!;
        if (typed.Apart == true)
        {
            return RowsApart.Decide(page, list, typed);
        }

        var stands = list.Find(page.Whole, typed.Row, typed.About, typed.Child);
        return MarkingInput.Said(page, typed.Marking, stands?.Fact.Audience, [.. list.Fields.Select(typed.Of)]) is { } readers
            ? ListRowRule.Give(page.Whole, list, stands, typed, readers)
            : MarkingInput.NotSaid;
    }

    public PartButton? Under(FormPage page, Form asked) =>
        Headings.Find(asked.Heading ?? "") is { } heading ? ListPage.Button(page.Case, heading) : null;

    public Echo Saved(FormPage page, Kept<Form> kept)
    {
        var list = RowLists.Find(kept.Typed.Heading)!;
        var rows = kept.Facts.OfType<ListRowGiven>()
            .Select(fact => page.Case.Meeting.Assessment.Rows.First(row => row.Id == fact.Row)).ToList();
        return new(list.One,
        [
            .. rows.SelectMany(row => (IReadOnlyList<CardElement>)
            [
                new PlainText(Shortened.To(FormCard.Line, ListPage.Lead(page.Case, list, row))) { Weight = TextWeight.Bolder },
                .. list.Rest(page.Case, row.Fact).Where(line => line.Text.Length > 0)
                    .Select(line => new PlainText($"{line.Title}: {Shortened.To(FormCard.Line, line.Text)}")),
                .. list.Lacks(row.Fact).Select(field => new TextBlock($"Before the record is complete you are asked to say: {field}.")),
            ]),
        ])
        {
            Notes = rows is [var only] && only.Given.Seq == page.Whole.Version && only.At == only.Given.At
                ? [new ActionSet(WithdrawListRow.Undo(page.Case, only))] : [],
        };
    }

    /// <summary>The next of the adults or children, or another row where that was pressed.</summary>
    public PartButton? Next(FormPage page, Kept<Form> kept)
    {
        var list = RowLists.Find(kept.Typed.Heading)!;
        return kept.Typed.Again || (kept.Typed.About is { Length: > 0 } && RowLists.NotSaidYet(page.Case, list).Any())
            || (list.IsPerChild && page.Case.Meeting.Assessment.RowsOf(list.Heading).Count() < page.Case.Children.Count)
            ? Add(page.Case, list)
            : null;
    }

    /// <summary>All where nothing differs, else the first child of whom nothing is said.</summary>
    private static string? Child(Case @case, RowList list, Form asked)
    {
        if (!list.IsPerChild || asked.Child is { Length: > 0 } and not ChildChoice.All)
        {
            return asked.Child;
        }

        var said = @case.Children.Select(child => list.Find(@case, null, null, child.Id.Value)?.Fact).ToList();
        return said.All(fact => fact is null) ? @case.Children is [var only] ? only.Id.Value : asked.Child
            : @case.Children[said.FindIndex(fact => fact is null) is var open and >= 0 ? open : 0].Id.Value;
    }

    /// <summary>Who it is, and from where that is known.</summary>
    private static IReadOnlyList<CardElement> About(Case @case, string adult) =>
    [
        new PlainText(Shortened.To(FormCard.Line, RowList.Who(@case, adult))) { Weight = TextWeight.Bolder },
        new TextBlock("From Who to check.") { IsSubtle = true, Size = TextSize.Small },
    ];

    internal static CardInput Asked(Case @case, RowList.Field field, ListRow? stands)
    {
        var (id, value) = (Input(field), stands?.Fact.Of(field.Id) is { Length: > 0 } said ? said : null);
        return field.Kind switch
        {
            RowList.Kind.Day => new DateInput(id, field.Asks)
            {
                Value = value is null ? null : DateOnly.ParseExact(value, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            },
            RowList.Kind.One or RowList.Kind.Several => new ChoiceSetInput(id, field.Asks,
                [.. field.Options(@case).Select(option => new Choice(option.Label, option.Id))])
            {
                IsMultiSelect = field.Kind == RowList.Kind.Several,
                Style = ChoiceSetStyle.Expanded,
                Value = value,
            },
            var kind => new TextInput(id, field.Asks)
            {
                IsMultiline = kind == RowList.Kind.Text,
                MaxLength = kind == RowList.Kind.Text ? FormCard.LongText : FormCard.Line,
                Value = value,
            },
        };
    }
}

/// <summary>Takes a row back; it stays in the history.</summary>
internal sealed class WithdrawListRow : IAct<WithdrawListRow.Form>
{
    /// <param name="Row">Chosen on the list, or the one that was just saved.</param>
    public sealed record Form(string Case, string? Heading = null, string? Row = null) : ICaseForm;

    public static string Verb => "assessing/withdraw-list-row";

    public static Capability Needs => Capability.Contribute;

    public static SubmitAction Undo(Case @case, ListRow row) =>
        Actions.Send("Undo", Verb, new Form(@case.Ref.Value, row.Fact.Heading, row.Id.Value)) with
        {
            AssociatedInputs = AssociatedInputs.None,
        };

    public Decision Decide(FormPage page, Form pressed) =>
        ListRowRule.WhyNot(page.Me, pressed.Heading) is { } why
            ? why
            : ListRowRule.Withdraw(page.Whole, page.Me, pressed.Heading!, pressed.Row);

    public PartButton? Back(FormPage page, Form pressed) =>
        Headings.Find(pressed.Heading ?? "") is { } heading ? ListPage.Button(page.Case, heading, all: true) : null;

    public Echo Saved(FormPage page, Kept<Form> kept) => RowDrawing.Withdrawn;
}
