namespace StrategyBot.Returns;

/// <summary>The modules of the children in need census that the record fills, in its order and by its names (returns §1).</summary>
internal static class CensusTables
{
    public static IReadOnlyList<ReturnTable> Of(Episode one) =>
    [
        Table("ChildIdentifiers",
        [
            ReturnField.Of("LAchildID", one.AuthorityNumber), ReturnField.Of("UPN", one.Upn),
            ReturnField.Of("UPNunknown", one.UpnUnknown, one.Upn is null ? ReturnField.NotRecorded : ReturnField.DoesNotApply),
            ReturnField.Day("PersonBirthDate", one.Born, one.Expected is null ? ReturnField.NotRecorded : ReturnField.DoesNotApply),
            ReturnField.Day("ExpectedPersonBirthDate", one.Expected, one.Born is null ? ReturnField.NotRecorded : ReturnField.DoesNotApply),
            ReturnField.Of("Sex", one.Sex),
            ReturnField.Day("PersonDeathDate", one.Died, one.IsDeathKnown ? ReturnField.DoesNotApply : ReturnField.OfCaseSystem),
        ]),
        Table("ChildCharacteristics", [ReturnField.Of("Ethnicity", one.Ethnicity)]),
        Table("Disabilities", [.. one.Disabilities.DefaultIfEmpty("").Select(code =>
            (IReadOnlyList<ReturnField>)[ReturnField.Of("Disability", code)])]),
        Table("CINdetails",
        [
            ReturnField.Day("CINreferralDate", one.ReferredOn, ReturnField.OfCaseSystem),
            one.NoAction is null ? ReturnField.Lacking("ReferralNFA") : ReturnField.Digit("ReferralNFA", one.NoAction),
            ReturnField.Day("CINclosureDate", one.ClosedOn, one.IsCaseSystemKnown ? ReturnField.DoesNotApply : ReturnField.OfCaseSystem),
            ReturnField.Of("ReasonForClosure", one.Closure,
                one.IsCaseSystemKnown ? ReturnField.DoesNotApply : ReturnField.OfCaseSystem),
            ReturnField.Day("DateOfInitialCPC", one.ConferenceAlone, ReturnField.DoesNotApply),
        ]),
        Table("Assessments", [ReturnField.Day("AssessmentActualStartDate", one.AssessedOn, ReturnField.OfCaseSystem)]),
        Table("CINPlanDates",
        [
            ReturnField.Day("CINPlanStartDate", one.NeedPlanFrom,
                one.HasOpenNeedPlan is null ? ReturnField.OfCaseSystem : ReturnField.DoesNotApply),
            ReturnField.Day("CINPlanEndDate", one.NeedPlanTo,
                one.HasOpenNeedPlan is null ? ReturnField.OfCaseSystem : ReturnField.DoesNotApply),
        ]),
        Table("Section47", [.. one.Enquiries.Select(enquiry => (IReadOnlyList<ReturnField>)
        [
            ReturnField.Day("S47ActualStartDate", enquiry.Start), ReturnField.Day("InitialCPCtarget", enquiry.Target),
            ReturnField.Day("DateOfInitialCPC", enquiry.Conference,
                enquiry.NotRequired == true ? ReturnField.DoesNotApply : ReturnField.NotRecorded),
            ReturnField.Digit("ICPCnotRequired", enquiry.NotRequired),
        ])]),
        Table("ChildProtectionPlans", [.. one.Plans.Select(plan => (IReadOnlyList<ReturnField>)
        [
            ReturnField.Day("CPPstartDate", plan.Start), ReturnField.Day("CPPendDate", plan.End, ReturnField.DoesNotApply),
            ReturnField.Of("InitialCategoryOfAbuse", plan.Initial), ReturnField.Of("LatestCategoryOfAbuse", plan.Latest),
            ReturnField.Count("NumberOfPreviousCPP", plan.Before, ReturnField.OfCaseSystem),
        ])]),
        Table("Reviews", [.. one.Plans.SelectMany(plan => plan.Reviews).Select(review =>
            (IReadOnlyList<ReturnField>)[ReturnField.Day("CPPreviewDate", review)])]),
        Table("PreProceedingsandFGDM", [.. PreProceedings.Select(name => ReturnField.Lacking(name))]),
    ];

    // New in the census of 2026-27.
    private static readonly string[] PreProceedings =
    [
        "PPStartDate", "LBPSentDate", "FGDMMeetingOffer", "FGDMMeetingFac", "InitialPPMeetingDate", "ReviewMeetingsCount",
        "StepDecisionDate", "PPOutcome", "CourtAppDate", "LetterInitCPDate",
    ];

    private static ReturnTable Table(string name, IReadOnlyList<ReturnField> row) => new(ReturnTable.Census, name, [row]);

    private static ReturnTable Table(string name, IReadOnlyList<IReadOnlyList<ReturnField>> rows) => new(ReturnTable.Census, name, rows);
}
