namespace StrategyBot.Forms;

/// <summary>What differs between the actions and the rows of the interim safety plan.</summary>
/// <param name="List">What the list is called.</param>
/// <param name="Rows">The list.</param>
/// <param name="Row">The form of one of them.</param>
/// <param name="Withdrawal">The form that takes one back once its meeting is over.</param>
internal sealed record RowKind(ActionKind Kind, string List, PartId Rows, PartId Row, string WithdrawVerb, PartId Withdrawal)
{
    /// <summary>What one of them is called, in the middle of a sentence.</summary>
    public string One { get; init; } = "an action";
}

/// <summary>A list of rows; a phase says of which kind.</summary>
internal abstract class RowsPage(RowKind kind)
{
    public virtual Drawn Draw(FormPage page, CaseForm asked) => RowDrawing.List(page, kind, [], []);
}

/// <summary>One row, to be agreed or changed; a phase says of which kind.</summary>
internal abstract class RowPart(RowKind kind)
{
    protected static IReadOnlyList<IReadOnlyList<string>> DayAndTime { get; } = [["due", "at"]];

    public Refusal? Bars(FormPage page, RowForm asked) =>
        asked.Action is { Length: > 0 } && RowRules.Find(page.Case, kind.Kind, asked.Action) is null ? new RowGone() : null;

    public Drawn Draw(FormPage page, RowForm asked) => asked.Whose && RowRules.Find(page.Case, kind.Kind, asked.Action) is { } whose
        ? RowDrawing.Whose(page, kind, whose, Above(page))
        : RowDrawing.One(page, kind, RowRules.Find(page.Case, kind.Kind, asked.Action),
        RowRules.Find(page.Whole, kind.Kind, asked.Action), asked.Rest,
        RowRules.Offered(page.Case, asked.Offered), RowRules.Following(page.Case, asked.Offered, page.Now));

    /// <summary>What is said to whoever is about to speak with the family.</summary>
    protected virtual IEnumerable<CardElement> Above(FormPage page) => [];

    public Decision Decide(FormPage page, RowForm typed) =>
        RowRules.Find(page.Whole, kind.Kind, typed.Action) is var row && row?.Fact.Audience is var stands
        && (row is not null && (typed.Whose || typed.Rest != RowRules.IsClosed(page.Whole, row)) ? new Readers(stands!, page.Me)
            : MarkingInput.Said(page, typed.Marking, stands, typed.What, typed.Purpose, typed.Known, typed.IfThisFails)) is { } readers
            ? RowRules.Agree(page.Whole, kind.Kind, typed, page.Now, page.Words, readers)
            : MarkingInput.NotSaid;

    public Echo Saved(FormPage page, Kept<RowForm> kept) => EchoOf(page, kind, kept.Facts);

    public PartButton? Under(FormPage page, RowForm asked) =>
        string.IsNullOrEmpty(asked.Action) ? kind.Rows.Button(kind.List, CaseForm.Of(page.Case)) : null;

    /// <summary>Another one where that was pressed; what was changed is seen in its list.</summary>
    public PartButton? Next(FormPage page, Kept<RowForm> kept) =>
        Unnamed(page.Case, kept) is { } row ? RowDrawing.WhoseButton(page.Case, kind, row)
        : kept.Typed.Another ? kind.Row.Button("Add one", new RowForm(page.Case.Ref.Value, Back: kept.Typed.Back))
        : kept.Typed.Back == PartIds.ProtectionPlan ? new PartId(PartIds.ProtectionPlan).Button("", CaseForm.Of(page.Case))
        : string.IsNullOrEmpty(kept.Typed.Action) ? null
        : kind.Rows.Button(kind.List, CaseForm.Of(page.Case));

    /// <summary>The row that was saved, where the family does it and nobody has said who.</summary>
    private static PlannedAction? Unnamed(Case @case, Kept<RowForm> kept) =>
        kept.Facts.OfType<ActionAgreed>().FirstOrDefault() is { Family.Who: "" } agreed
            ? RowRules.Find(@case, agreed.Kind, agreed.Action.Value) : null;

    /// <summary>What was saved; a new row with an undo of exactly that.</summary>
    public static Echo EchoOf(FormPage page, RowKind kind, IReadOnlyList<Cases.Fact> facts)
    {
        if (facts.OfType<ActionAgreed>().FirstOrDefault() is not { } agreed
            || RowRules.Find(page.Case, kind.Kind, agreed.Action.Value) is not { } row)
        {
            return new(kind.One);
        }

        var isNew = facts.Count == 1 && row.Agreed is { Before: null } && agreed.Change is null;
        return new(row.Id.Value.Replace('-', ' '),
        [
            new PlainText(Shortened.To(FormCard.LongText, row.Fact.What)),
            new TextBlock(CardText.Plain(Shortened.To(FormCard.Line, RowDrawing.OwnerAndTime(page.Case, row, page.Words))))
            {
                IsSubtle = true,
            },
        ])
        {
            Notes =
            [
                .. OwnerReads(page.Case, row),
                .. isNew
                    ? (IReadOnlyList<CardElement>)[new ActionSet([Undo(page.Case, kind, row), .. RowDrawing.Rest(page, kind, row)])] : [],
            ],
        };
    }

    /// <summary>Whoever does it has to know what it is (P6).</summary>
    private static IReadOnlyList<CardElement> OwnerReads(Case @case, PlannedAction row) =>
        @case.Find(row.Fact.Owner) is not { } owner || row.Fact.Audience.Admits(owner.Agency) ? [] :
        [
            new TextBlock(CardText.Plain($"{Shortened.Name(owner.Name)} can't read this: it is marked “{row.Fact.Audience.Say()}”. "
                + "They are told only that something is theirs. Change who may read it, or ring them."))
            {
                Weight = TextWeight.Bolder,
            },
        ];

    private static SubmitAction Undo(Case @case, RowKind kind, PlannedAction row) =>
        Actions.Send("Undo", kind.WithdrawVerb,
            CaseForm.With(@case, new { Action = row.Id.Value })) with
        { AssociatedInputs = AssociatedInputs.None };
}

/// <summary>Takes one row back; a phase says of which kind.</summary>
internal abstract class RowWithdrawal(RowKind kind)
{
    public Decision Decide(FormPage page, RowForm pressed) =>
        RowRules.Withdraw(page.Whole, kind.Kind, new(pressed.Action ?? ""), null, page.Now);

    public PartButton? Back(FormPage page, RowForm pressed) => RowRules.Find(page.Case, kind.Kind, pressed.Action) is { } row
        ? kind.Withdrawal.Button("Withdraw", new RowForm(page.Case.Ref.Value, row.Id.Value))
        : null;

    public virtual Echo Saved(FormPage page, Kept<RowForm> kept) => RowDrawing.Withdrawn;
}

/// <summary>Takes a row back that its meeting agreed, and why; a phase says of which kind.</summary>
internal abstract class RowWithdrawalPart(RowKind kind)
{
    public Refusal? Bars(FormPage page, RowForm asked) =>
        RowRules.Find(page.Case, kind.Kind, asked.Action) is null ? new RowGone() : null;

    public Drawn Draw(FormPage page, RowForm asked) => new($"Withdraw: {kind.One}",
    [
        new PlainText(Shortened.To(FormCard.LongText, RowRules.Find(page.Case, kind.Kind, asked.Action)!.Fact.What)),
        .. IsClosed(page, asked) ? ChangeInputs.For(PlanChangeKind.Wording) : [],
    ])
    {
        Frame = kind.List,
        Saves = [new("Withdraw")],
    };

    public Decision Decide(FormPage page, RowForm typed)
    {
        var isClosed = IsClosed(page, typed);
        return isClosed && ChangeInputs.Fault(typed.Change, typed.Because) is { } unsaid
            ? unsaid
            : RowRules.Withdraw(
                page.Whole, kind.Kind, new(typed.Action!), ChangeInputs.Read(isClosed, typed.Change, typed.Because), page.Now);
    }

    public virtual Echo Saved(FormPage page, Kept<RowForm> kept) => RowDrawing.Withdrawn;

    private bool IsClosed(FormPage page, RowForm asked) =>
        RowRules.IsClosed(page.Whole, RowRules.Find(page.Case, kind.Kind, asked.Action)!);
}
