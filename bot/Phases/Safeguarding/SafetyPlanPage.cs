namespace StrategyBot.Phases.Safeguarding;

/// <summary>The interim safety plan: its rows, or why there is none (R61).</summary>
internal sealed class SafetyPlanPage() : RowsPage(Kind), IPage<CaseForm>
{
    public static RowKind Kind { get; } =
        new(ActionKind.SafetyPlan, "Interim safety plan", Id, SafetyRowPart.Id,
            WithdrawSafetyRow.Verb, SafetyRowWithdrawalPart.Id)
        { One = "a row of the interim safety plan" };

    public static PartId Id => new("safeguarding/safety-plan");

    public static Capability Needs => Capability.FillForm;

    public static PartButton Button(Case @case) => Id.Button(Kind.List, CaseForm.Of(@case));

    public override Drawn Draw(FormPage page, CaseForm asked)
    {
        var rows = RowRules.Of(page.Case, ActionKind.SafetyPlan).Any();
        return RowDrawing.List(page, Kind,
            rows || page.Case.Meeting.Safety.NoneNeeded is not { } none
                ? [.. HoldLines.On(page.Case), .. ReviewHeldPart.Lines(page.Case, page.Words)]
                : [.. HoldLines.On(page.Case),
                    new TextBlock("None is needed, because:") { Weight = TextWeight.Bolder }, new PlainText(none.Fact.Because)],
            [
                .. SafetyPlanRule.CanBeReviewed(page.Case) ? (IReadOnlyList<SubmitAction>)[ReviewHeldPart.Button(page.Case).Send()] : [],
                rows ? ReviewPart.Id.Send("Review date", asked) : NoneNeededPart.Id.Send("None is needed because…", asked),
            ]);
    }
}

/// <summary>One row of the interim safety plan.</summary>
internal sealed class SafetyRowPart() : RowPart(SafetyPlanPage.Kind), IPart<RowForm>
{
    public static PartId Id => new("safeguarding/row");

    public static Capability Needs => Capability.FillForm;

    public static IReadOnlyList<IReadOnlyList<string>> Together => DayAndTime;

    protected override IEnumerable<CardElement> Above(FormPage page) => HoldLines.On(page.Case);
}

/// <summary>Takes one row of the interim safety plan back.</summary>
internal sealed class WithdrawSafetyRow() : RowWithdrawal(SafetyPlanPage.Kind), IAct<RowForm>
{
    public static string Verb => "safeguarding/withdraw-row";

    public static Capability Needs => Capability.FillForm;
}

/// <summary>Takes one row back that a meeting agreed which is over, and why.</summary>
internal sealed class SafetyRowWithdrawalPart() : RowWithdrawalPart(SafetyPlanPage.Kind), IPart<RowForm>
{
    public static PartId Id => new("safeguarding/withdrawal");

    public static Capability Needs => Capability.FillForm;
}

/// <summary>The chair considered it, and no interim safety plan is needed (R61).</summary>
internal sealed class NoneNeededPart : IPart<NoneNeededPart.Form>
{
    public sealed record Form(string Case, string? Because = null, string? Marking = null) : ICaseForm;

    public static PartId Id => new("safeguarding/none-needed");

    public static Capability Needs => Capability.Lead;

    public Drawn Draw(FormPage page, Form asked) => new("No interim safety plan",
    [
        new TextInput("because", "Considered, and none is needed because")
        {
            IsMultiline = true,
            MaxLength = FormCard.LongText,
            Value = page.Case.Meeting.Safety.NoneNeeded?.Fact.Because,
        },
        .. MarkingInput.Beside(page, page.Case.Meeting.Safety.NoneNeeded?.Fact, page.Whole.Meeting.Safety.NoneNeeded?.Fact,
            page.Case.Meeting.Safety.NoneNeeded?.Fact.Audience),
    ])
    {
        Preselected = page.Case.Meeting.Safety.NoneNeeded is null ? [MarkingInput.Id] : [],
    };

    public Decision Decide(FormPage page, Form typed) =>
        MarkingInput.Said(page, typed.Marking, page.Whole.Meeting.Safety.NoneNeeded?.Fact.Audience, typed.Because) is { } readers
            ? SafetyPlanRule.NoneNeeded(page.Whole, typed.Because, readers)
            : MarkingInput.NotSaid;

    public Echo Saved(FormPage page, Kept<Form> kept) =>
        new("no interim safety plan is needed", new PlainText(page.Case.Meeting.Safety.NoneNeeded!.Fact.Because));
}

/// <summary>When the interim safety plan is reviewed (R83).</summary>
internal sealed class ReviewPart : IPart<ReviewPart.Form>
{
    private const string Title = "Review of the safety plan";

    // A first look soon, and one within the week.
    private static readonly int[] WorkingDaysAhead = [1, 5];

    /// <param name="Soon">One of the days offered, by its own button.</param>
    public sealed record Form(
        string Case, DateOnly? Soon = null, DateOnly? On = null, PlanChangeKind? Change = null, string? Because = null) : ICaseForm;

    public static PartId Id => new("safeguarding/review");

    public static Capability Needs => Capability.FillForm;

    public static PartButton Button(Case @case) => Id.Button(Title, CaseForm.Of(@case));

    public Drawn Draw(FormPage page, Form asked) => new("Review of the interim safety plan",
    [
        new TextBlock("The family reviews it first, then the agencies."),
        new DateInput("on", "On which day is it reviewed?") { Value = page.Case.Meeting.Safety.ReviewOn },
        .. SafetyPlanRule.IsReviewClosed(page.Whole) ? ChangeInputs.For(PlanChangeKind.Wording) : [],
    ])
    {
        Frame = Title,
        Saves = [new("Save"), .. Soon(page)],
    };

    public Decision Decide(FormPage page, Form typed) =>
        SafetyPlanRule.Review(page.Whole, typed.Soon ?? typed.On, page.Now, page.Words, typed.Change, typed.Because);

    /// <summary>One tap for the usual days, while none is set.</summary>
    private static IEnumerable<Save> Soon(FormPage page) => page.Case.Meeting.Safety.ReviewOn is not null ? []
        : WorkingDaysAhead.Select(ahead => page.Case.Clocks.Days.After(page.Words.LocalDate(page.Now), ahead))
            .Select(day => new Save($"On {page.Words.Date(day)}", new { Soon = day }) { MayGoOn = true });

    public Echo Saved(FormPage page, Kept<Form> kept) => new($"reviewed on {page.Words.Date(page.Case.Meeting.Safety.ReviewOn!.Value)}"
        + SafetyPlanRule.NotWorked(page.Case, page.Case.Meeting.Safety.ReviewOn!.Value, page.Words));
}
