namespace StrategyBot.Phases.Planning;

/// <summary>What a reader has to do here, as it stands.</summary>
internal static class PlanningParts
{
    public static IEnumerable<HubEntry> Of(CaseView view) =>
    [
        .. Held(view),
        .. view.Reader.May(Capability.Lead) ? Decisions(view) : [],
        .. view.Reader.May(Capability.FillForm) ? Form(view) : [],
        .. Closing(view),
    ];

    private static IEnumerable<HubEntry> Held(CaseView view)
    {
        if (view.Case.Meeting.Plan is { AgreedAt: not null } plan && AgreementRule.Holders(view.Case)
            .Any(held => held.Holder.Id == view.Reader.Id))
        {
            var confirmed = plan.Acknowledged.Contains(view.Reader.Id);
            yield return new("planning/outcome", HubSection.Before, "The outcome for the child you hold",
                confirmed ? "confirmed" : "please confirm now", OutcomePage.Button(view.Case), IsOpen: !confirmed);
        }
    }

    private static IEnumerable<HubEntry> Decisions(CaseView view)
    {
        var plan = view.Case.Meeting.Plan;
        yield return Decision(view.Case, DecisionDrawing.Cause, plan.ReasonableCause.Count);
        yield return Decision(view.Case, DecisionDrawing.Enquiry, plan.Section47.Count);
        yield return Decision(view.Case, DecisionDrawing.Conference, plan.Conference.Count);
    }

    private static HubEntry Decision(Case @case, string about, int decided) => new(
        PartIds.Decision(about), HubSection.Part2, Headings.Find(about)!.Title,
        @case.Children.Count == 1 ? decided == 0 ? "not decided" : "decided" : $"{decided} of {@case.Children.Count} children decided",
        DecisionDrawing.Button(@case, about), IsOpen: decided < @case.Children.Count);

    private static IEnumerable<HubEntry> Form(CaseView view)
    {
        var actions = RowRules.Of(view.Case, ActionKind.Action).Count();
        yield return new(PartIds.Actions, HubSection.Part2, "Actions", actions switch
        {
            0 =>
            "none yet",
            1 => "1 agreed",
            _ => $"{actions} agreed"
        }, ActionsPage.Button(view.Case), IsOpen: actions == 0);
        yield return new(PartIds.Contingency, HubSection.Part2, "Contingency",
            view.Whole.Meeting.Plan.Contingency is null ? "not answered" : "saved", ContingencyPart.Button(view.Case),
            IsOpen: view.Whole.Meeting.Plan.Contingency is null);
    }

    private static IEnumerable<HubEntry> Closing(CaseView view)
    {
        var plan = view.Case.Meeting.Plan;
        if (plan.HasEnquiry && AgreementRule.MayAuthorise(view.Reader))
        {
            yield return new(PartIds.Authorise, HubSection.Closing, "Authorise the enquiry",
                plan.Authorised is null ? "not authorised" : "authorised", AuthorisationPage.Button(view.Case),
                IsOpen: plan.Authorised is null);
        }

        if (view.Reader.May(Capability.Lead))
        {
            yield return new(PartIds.Agree, HubSection.Closing, "Agree immediate plan",
                plan.AgreedAt is null ? "not agreed; nobody told yet" : "agreed", AgreementPage.Button(view.Case),
                IsOpen: plan.AgreedAt is null);
        }
    }
}
