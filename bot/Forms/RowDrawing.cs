using StrategyBot.Rules.Procedures;

namespace StrategyBot.Forms;

/// <summary>The form of one row, and the list of them.</summary>
internal static class RowDrawing
{
    // So many rows, cut to a line each, still fit on a card beside the choice among them.
    private const int MostRows = 20;

    private const int ShortRow = 60;

    public static Echo Withdrawn { get; } = new("it stays in the history") { Done = "Withdrawn" };

    /// <param name="isRest">What if it fails: asked apart, so that no form is long. Once the row has closed and it is asked why, what it is
    /// for and who may read it too.</param>
    public static Drawn One(FormPage page, RowKind kind, PlannedAction? row, PlannedAction? whole, bool isRest,
        UsualActions.Row? offered = null, OfferedAction? following = null)
    {
        offered ??= following is null ? null : new(following.What, following.Rule.Purpose);
        var isClosed = row is not null && RowRules.IsClosed(page.Whole, row);
        return new(row is null ? $"Add: {kind.One}" : $"Change: {kind.One}",
        [
            .. isRest ? [new PlainText(Shortened.To(FormCard.LongText, row!.Fact.What))] : Agreed(page, kind, row, offered, following),
            .. isClosed != isRest ? (IReadOnlyList<CardElement>)[] : [Purpose(row, offered)],
            .. isRest && kind.Kind == ActionKind.SafetyPlan
                ? [new TextInput("known", "How will we know that it is done?") { MaxLength = FormCard.Line, Value = row!.Fact.Known }]
                : (IReadOnlyList<CardElement>)[],
            .. isRest && kind.Kind != ActionKind.Enquiry
                ? [new TextInput("ifThisFails", "If this fails, then") { MaxLength = FormCard.Line, Value = row!.Fact.IfThisFails }]
                : (IReadOnlyList<CardElement>)[],
            .. isClosed != isRest ? [] : MarkingInput.Beside(page, row?.Fact, whole?.Fact, row?.Fact.Audience ?? following?.Audience),
            .. isClosed ? ChangeInputs.For() : [],
        ])
        {
            Frame = kind.List,
            Preselected = row is null ? offered is null ? [MarkingInput.Id] : [MarkingInput.Id, "what", "purpose", "owner", "at"] : [],
            Saves = row is not null && !isClosed && !isRest && page.Case.Meeting.Plan.AgreedAt is not null
                ? [new("Save"), new("Save: only the words", new { Change = PlanChangeKind.Wording })]
                : row is null ? [new("Save"), new("Save and add another", new { Another = true })] : [new("Save")],
            Beside = isRest || row is null ? [] : [.. Rest(page, kind, row)],
        };
    }

    /// <summary>To what is asked apart.</summary>
    public static IEnumerable<SubmitAction> Rest(FormPage page, RowKind kind, PlannedAction row)
    {
        var (isClosed, isPlan) = (RowRules.IsClosed(page.Whole, row), kind.Kind == ActionKind.SafetyPlan);
        if (kind.Kind != ActionKind.Enquiry || isClosed)
        {
            yield return kind.Row.Send(isClosed ? "Purpose, if it fails, who may read it"
                : isPlan ? "How we will know, and if it fails …" : "If this fails …",
                new RowForm(page.Case.Ref.Value, row.Id.Value, Rest: true));
        }

        if (isPlan)
        {
            yield return WhoseButton(page.Case, kind, row).Send();
        }
    }

    /// <summary>To for which child it is, where there are several, and who of the family does it.</summary>
    public static PartButton WhoseButton(Case @case, RowKind kind, PlannedAction row) => kind.Row.Button(
        @case.Children.Count > 1 ? "For which child, and who of the family …" : "Who of the family …",
        new RowForm(@case.Ref.Value, row.Id.Value, Whose: true));

    /// <summary>For which child it is (P9), who of the family does it, and how they are reached (R62).</summary>
    /// <param name="above">What stands above it.</param>
    public static Drawn Whose(FormPage page, RowKind kind, PlannedAction row, IEnumerable<CardElement> above) => new($"Change: {kind.One}",
    [
        .. above,
        new PlainText(Shortened.To(FormCard.LongText, row.Fact.What)),
        .. ChildChoice.For(page.Case, row.Fact.Child?.Value),
        new TextInput("family", "Who of the family, or which friend, does it?") { MaxLength = FormCard.Line, Value = row.Fact.Family?.Who },
        new TextInput("reached", "How they are reached") { MaxLength = FormCard.Line, Value = row.Fact.Family?.Reached },
        PersonChoice.AtAGlance("owner", "Who keeps in touch with them, and answers for it", Owners(page.Case), row.Fact.Owner.Value),
        .. RowRules.IsClosed(page.Whole, row) ? ChangeInputs.For() : [],
    ])
    {
        Frame = kind.List,
    };

    private static IEnumerable<Participant> Owners(Case @case) => @case.Participants.Where(person => person.May(Capability.Act));

    private static TextInput Purpose(PlannedAction? row, UsualActions.Row? offered) => new("purpose", "For what purpose")
    {
        MaxLength = FormCard.Line,
        Value = row is null ? offered?.Purpose : row.Fact.Purpose,
    };

    private static IReadOnlyList<CardElement> Agreed(
        FormPage page, RowKind kind, PlannedAction? row, UsualActions.Row? offered, OfferedAction? following) =>
    [
        new TextInput("what", "What is to be done")
        {
            IsMultiline = true,
            MaxLength = FormCard.LongText,
            Value = row is null ? offered?.What : row.Fact.What,
        },
        PersonChoice.AtAGlance("owner", "Who does it", Owners(page.Case),
            row is null ? following?.Owner.Id.Value : RowRules.OwnerOf(row.Fact),
            kind.Kind == ActionKind.SafetyPlan ? [new("Somebody of the family, or a friend: say next who", RowForm.OfFamily)] : []),
        new ChoiceSetInput("due", "By when", [.. Times(page, row)])
        {
            Style = ChoiceSetStyle.Expanded,
            Value = row is null ? null : RowForm.AsItIs(row),
        },
        new TextInput("at", "Or another day and time")
        {
            MaxLength = FormCard.Line,
            Placeholder = "tomorrow 12:00, or 26 Nov 14:00",
            Value = row is null && following is not null ? page.Words.When(following.DueAt) : null,
        },
    ];

    /// <summary>What is agreed so far, with a way to add, change and withdraw.</summary>
    /// <param name="above">What stands above the rows.</param>
    /// <param name="beside">Further buttons.</param>
    public static Drawn List(FormPage page, RowKind kind, IReadOnlyList<CardElement> above, IReadOnlyList<CardAction> beside)
    {
        var rows = RowRules.Of(page.Case, kind.Kind).ToList();
        var form = CaseForm.Of(page.Case);
        return new(kind.List,
        [
            .. above,
            .. Version(page.Case),
            .. rows.Count == 0 ? (IReadOnlyList<CardElement>)[new TextBlock("None is agreed yet.")] : [],
            .. rows.Take(MostRows).SelectMany(row => Row(page, row)),
            .. rows.Count > MostRows
                ? (IReadOnlyList<CardElement>)[new TextBlock($"And {rows.Count - MostRows} more in the list below.") { IsSubtle = true }]
                : [],
            .. rows.Count == 0 ? (IReadOnlyList<CardElement>)[] : [Choose(rows)],
        ])
        {
            LeadsOn = true,
            Beside =
            [
                kind.Row.Send("Add one", form),
                .. rows.Count == 0 ? (IReadOnlyList<CardAction>)[]
                    : [Actions.Send("Change the chosen one", kind.Row.Open, form),
                        Actions.Send("Withdraw the chosen one",
                            rows.Any(row => RowRules.IsClosed(page.Whole, row)) ? kind.Withdrawal.Open : kind.WithdrawVerb, form)],
                .. beside,
            ],
        };
    }

    private static IEnumerable<CardElement> Version(Case @case)
    {
        var changes = ChangeSince.Of(@case).ToList();
        if (ChangeSince.VersionOf(changes, int.MaxValue) is > 1 and var version)
        {
            yield return new TextBlock($"Version {version} of the plan. What was changed stands under “Changed after the meeting”.")
            {
                IsSubtle = true,
            };
        }
    }

    /// <summary><c>Sam Whitlock (Police), by Thu 26 Nov 2026, 12:00</c>.</summary>
    public static string OwnerAndTime(Case @case, PlannedAction row, Words words) => PlannedAction.DoneBy(row.Fact,
        @case.Find(row.Fact.Owner) is { } owner ? $"{owner.Name} ({owner.Agency.Name()})" : "Nobody on the case")
            + $", by {words.When(row.Fact.DueAt)}";

    /// <summary>What a row of the safety plan says, and for which child where it isn't for all.</summary>
    public static string What(Case @case, PlannedAction row) =>
        (PlannedAction.IsFor(@case, row.Fact) is { } child ? $"{child.Number}: " : "") + row.Fact.What;

    /// <summary>What of it nobody has said (R41).</summary>
    public static string Unsaid(PlannedAction row) => row.Fact.Kind != ActionKind.SafetyPlan || row.Fact.What.Length == 0 ? ""
        : string.Join(", ", new[]
        {
            row.Fact.Family is { Who: "" } ? "who of the family does it" : "",
            string.IsNullOrEmpty(row.Fact.Known) ? "how we will know" : "",
            row.Fact.IfThisFails.Length == 0 ? "what if it fails" : "",
        }.Where(text => text.Length > 0));

    private static IEnumerable<CardElement> Row(FormPage page, PlannedAction row)
    {
        yield return new PlainText(Shortened.To(ShortRow * 2, What(page.Case, row))) { Weight = TextWeight.Bolder };
        yield return new TextBlock(CardText.Plain(Shortened.To(FormCard.Line, OwnerAndTime(page.Case, row, page.Words))))
        {
            IsSubtle = true,
            Size = TextSize.Small,
        };
        if (Unsaid(row) is { Length: > 0 } unsaid)
        {
            yield return new TextBlock($"Not said yet: {unsaid}.") { IsSubtle = true, Size = TextSize.Small, Spacing = Spacing.None };
        }
    }

    private static ChoiceSetInput Choose(List<PlannedAction> rows) =>
        new("action", "Choose one",
            [.. rows.Select(row => new Choice(Shortened.To(ShortRow, row.Fact.What), row.Id.Value))])
        { Value = rows[0].Id.Value };

    private static IEnumerable<Choice> Times(FormPage page, PlannedAction? row)
    {
        if (row is not null)
        {
            yield return new($"as it is: {page.Words.When(row.Fact.DueAt)}", RowForm.AsItIs(row));
        }

        foreach (var time in RowRules.Times(page.Case, page.Now))
        {
            yield return new(time.Label, time.Id);
        }

        yield return new("another day and time, typed below", RowForm.OtherTime);
    }
}
