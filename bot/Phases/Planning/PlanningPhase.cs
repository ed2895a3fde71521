namespace StrategyBot.Phases.Planning;

/// <summary>Part 2: the decisions on each child, who does what by when, and the tap that sets it going.</summary>
public static class PlanningPhase
{
    // P12: whoever holds a child and hasn't confirmed by then is rung.
    private static readonly TimeSpan Confirms = TimeSpan.FromMinutes(10);

    public static Phase List { get; } = new("planning")
    {
        Kinds = kinds => kinds
            .Add<ReasonableCauseDecided>("reasonable-cause-decided")
            .Add<Section47Decided>("section47-decided")
            .Add<Section47Undone>("section47-undone")
            .Add<ConferenceDecided>("conference-decided")
            .Add<ActionAgreed>("action-agreed")
            .Add<ActionWithdrawn>("action-withdrawn")
            .Add<ContingencyAgreed>("contingency-agreed")
            .Add<AuthorisedToStart>("authorised-to-start")
            .Add<ImmediatePlanAgreed>("immediate-plan-agreed")
            .Add<OutcomeAcknowledged>("outcome-acknowledged"),
        Parts = parts => parts
            .Form<ReasonableCausePart, ReasonableCausePart.Form>()
            .Form<Section47Part, Section47Part.Form>()
            .Act<UndoSection47, UndoSection47.Form>()
            .Form<ConferencePart, ConferencePart.Form>()
            .Page<ActionsPage, CaseForm>()
            .Form<ActionPart, RowForm>()
            .Act<WithdrawAction, RowForm>()
            .Form<ContingencyPart, ContingencyPart.Form>()
            .Page<AuthorisationPage, CaseForm>()
            .Act<Authorise, CaseForm>()
            .Page<AgreementPage, CaseForm>()
            .Act<AgreePlan, CaseForm>()
            .Page<OutcomePage, CaseForm>()
            .Act<AcknowledgeOutcome, CaseForm>()
            .Former("planning/decision", sent => sent["about"]?.ToString() switch
            {
                DecisionDrawing.Enquiry => Section47Part.Id.Open,
                DecisionDrawing.Conference => ConferencePart.Id.Open,
                DecisionDrawing.Cause => ReasonableCausePart.Id.Open,
                _ => "",
            }),
        Commands = commands => commands
            .Add<ActionCommand>()
            .Add<DecisionCommand>(),
        Duties = duties => duties
            .Add<TellHolder>()
            .Add<TellOwner>()
            .Add<TellAction>()
            .Add<TellWithdrawn>(),
        Entries = (view, _) => view.Case.Meeting.IsConvened ? PlanningParts.Of(view) : [],
        Gaps = PlanningGaps.Of,
        Status = Status,
    };

    private static IEnumerable<StatusLine> Status(CaseView view, DateTimeOffset now) =>
        view.Case.Meeting.IsConvened ? [.. Holders(view, now), .. NotAgreed(view)] : [];

    private static IEnumerable<StatusLine> Holders(CaseView view, DateTimeOffset now)
    {
        var plan = view.Case.Meeting.Plan;
        return !view.Reader.May(Capability.Lead) || plan.AgreedAt is not { } agreed || now < agreed + Confirms
            ? []
            : AgreementRule.Holders(view.Case).Where(held => !plan.Acknowledged.Contains(held.Holder.Id))
                .Select(held => new StatusLine(0,
                    $"Ring now: {Shortened.To(FormCard.Line, held.Holder.Described)} {held.Holder.Phone} holds a child and has not "
                        + $"confirmed the outcome."));
    }

    private static IEnumerable<StatusLine> NotAgreed(CaseView view)
    {
        if (view.Reader.May(Capability.Lead) && view.Case.Meeting is { Attendance.EndedAt: not null, Plan: { AgreedAt: null } plan }
            && plan.Open.Any())
        {
            yield return new(0, "The immediate plan is not agreed: nobody has been told their actions.");
        }
    }
}
