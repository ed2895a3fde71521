namespace StrategyBot.Phases.Assessing;

/// <summary>How the enquiry is done: who carries out what, by when, for what purpose (R46). Rows of the plan, so that each owner is told
/// and asked as of an action.</summary>
internal sealed class EnquiryPlanPage() : RowsPage(Kind), IPage<CaseForm>
{
    public static RowKind Kind { get; } =
        new(ActionKind.Enquiry, "How the enquiry is done", Id, EnquiryRowPart.Id, WithdrawEnquiryRow.Verb, EnquiryRowWithdrawalPart.Id)
        { One = "a step of the enquiry" };

    public static PartId Id => new("assessing/enquiry-plan");

    public static Capability Needs => Capability.FillForm;

    public static PartButton Button(Case @case) => Id.Button(Kind.List, CaseForm.Of(@case));

    public override Drawn Draw(FormPage page, CaseForm asked) => RowDrawing.List(page, Kind,
        [
            .. page.Case.Meeting.Assessment.Of(RowLists.EnquiryPlan).Standing.Where(given => HeadingsRule.MayRead(page.Me, given))
                .Select(given => new PlainText(Shortened.To(FormCard.LongText,
                    AnswerWords.Say(Headings.Find(RowLists.EnquiryPlan)!, given.Answer)))),
        ],
        [.. AnswerList.Beside(page, Headings.Find(RowLists.EnquiryPlan)!).Take(2)]);
}

/// <summary>One step of the enquiry.</summary>
internal sealed class EnquiryRowPart() : RowPart(EnquiryPlanPage.Kind), IPart<RowForm>
{
    public static PartId Id => new("assessing/enquiry-row");

    public static Capability Needs => Capability.FillForm;

    public static IReadOnlyList<IReadOnlyList<string>> Together => DayAndTime;
}

/// <summary>Takes one step back.</summary>
internal sealed class WithdrawEnquiryRow() : RowWithdrawal(EnquiryPlanPage.Kind), IAct<RowForm>
{
    public static string Verb => "assessing/withdraw-enquiry-row";

    public static Capability Needs => Capability.FillForm;
}

/// <summary>Takes one step back that a meeting agreed which is over, and why.</summary>
internal sealed class EnquiryRowWithdrawalPart() : RowWithdrawalPart(EnquiryPlanPage.Kind), IPart<RowForm>
{
    public static PartId Id => new("assessing/enquiry-row-withdrawal");

    public static Capability Needs => Capability.FillForm;
}
