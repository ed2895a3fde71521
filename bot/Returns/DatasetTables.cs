using System.Globalization;
using System.Text.Json.Nodes;

namespace StrategyBot.Returns;

/// <summary>The standard safeguarding dataset's tables, and the daily API's section 47 assessments (returns §4).</summary>
internal static class DatasetTables
{
    public static IReadOnlyList<ReturnTable> Of(Case @case, Child child, Episode one)
    {
        var work = @case.EnquiryOf(child.Id);
        var (concluded, outcome) = (work.Concluded, work.Outcome?.Fact);
        DateOnly? ended = concluded is null ? null : Words.English.LocalDate(concluded.Fact.HappenedAt ?? concluded.At);
        var (enquiry, conference, plan) = (Id("s47"), Id("icpc"), Id("cpp"));
        string Id(string kind) => string.Create(CultureInfo.InvariantCulture, $"{@case.Id.Value}/{child.Id.Value}/{kind}");
        var isHeld = one.Conferences.Any();
        return
        [
            Ssd("ssd_s47_enquiry", [.. one.Enquiries.Select(row => (IReadOnlyList<ReturnField>)
            [
                new("s47e_s47_enquiry_id", enquiry), ReturnField.Lacking("s47e_referral_id"),
                ReturnField.Of("s47e_person_id", one.AuthorityNumber), ReturnField.Day("s47e_s47_start_date", row.Start),
                ReturnField.Day("s47e_s47_end_date", ended),
                ReturnField.Letter("s47e_s47_nfa", concluded?.Fact.Support.Contains(EnquirySupport.NoFurtherAction)),
                ReturnField.Of("s47e_s47_outcome_json", concluded is null ? null : EnquiryOutcome(concluded.Fact).ToJsonString()),
                ReturnField.Lacking("s47e_s47_completed_by_worker_id"),
                ReturnField.Lacking("s47e_s47_completed_by_team"),
            ])]),
            Ssd("ssd_initial_cp_conference", !isHeld && !one.Enquiries.Any(row => row.NotRequired == false) ? [] :
            [
                [
                    new("icpc_icpc_id", conference), ReturnField.Lacking("icpc_icpc_meeting_id"),
                    ReturnField.Of("icpc_s47_enquiry_id", one.Enquiries.Count > 0 ? enquiry : null, ReturnField.DoesNotApply),
                    ReturnField.Of("icpc_person_id", one.AuthorityNumber),
                    ReturnField.Of("icpc_cp_plan_id", one.Plans.Count > 0 ? plan : null, ReturnField.DoesNotApply),
                    ReturnField.Lacking("icpc_referral_id"),
                    ReturnField.Letter("icpc_icpc_transfer_in", MeetingDue.IsMovingIn(@case)),
                    ReturnField.Day("icpc_icpc_target_date", one.Enquiries.Select(row => row.Target).FirstOrDefault()),
                    ReturnField.Day("icpc_icpc_date", one.Conferences.Cast<DateOnly?>().FirstOrDefault()),
                    ReturnField.Letter("icpc_icpc_outcome_cp_flag", outcome is null ? null : outcome.Plan == YesNo.Yes),
                    ReturnField.Of("icpc_icpc_outcome_json", outcome is null ? null : ConferenceOutcome(outcome).ToJsonString()),
                    ReturnField.Lacking("icpc_icpc_team"), ReturnField.Lacking("icpc_icpc_worker_id"),
                ],
            ]),
            Ssd("ssd_cp_plans", [.. one.Plans.Select(row => (IReadOnlyList<ReturnField>)
            [
                new("cppl_cp_plan_id", plan), ReturnField.Lacking("cppl_referral_id"), new("cppl_icpc_id", conference),
                ReturnField.Of("cppl_person_id", one.AuthorityNumber), ReturnField.Day("cppl_cp_plan_start_date", row.Start),
                ReturnField.Day("cppl_cp_plan_end_date", row.End, ReturnField.DoesNotApply),
                ReturnField.Letter("cppl_cp_plan_ola", false),
                ReturnField.Of("cppl_cp_plan_initial_category", row.Initial), ReturnField.Of("cppl_cp_plan_latest_category", row.Latest),
            ])]),
            Ssd("ssd_cp_reviews", [.. ProtectionPlan.Of(@case).Where(of => of.Child.Id == child.Id)
                .SelectMany(of => of.Reviews).Where(review => review.Held is not null).Select(review => (IReadOnlyList<ReturnField>)
            [
                ReturnField.Of("cppr_person_id", one.AuthorityNumber), new("cppr_cp_plan_id", plan),
                new("cppr_cp_review_id", string.Create(CultureInfo.InvariantCulture, $"{Id("review")}-{review.Number}")),
                ReturnField.Day("cppr_cp_review_due", review.Due.On), ReturnField.Day("cppr_cp_review_date", review.Held!.Fact.On),
                ReturnField.Lacking("cppr_cp_review_meeting_id"),
                ReturnField.Letter("cppr_cp_review_outcome_continue_cp", review.Held.Fact.Outcome != ReviewOutcome.Ends),
                ReturnField.Lacking("cppr_cp_review_quorate", ReturnField.NotRecorded),
                ReturnField.Lacking("cppr_cp_review_participation", ReturnField.NotRecorded),
            ])]),
            new(ReturnTable.Api, "section_47_assessments", [.. one.Enquiries.Select(row => (IReadOnlyList<ReturnField>)
            [
                new("section_47_assessment_id", enquiry), ReturnField.Day("start_date", row.Start),
                concluded is null ? ReturnField.Lacking("icpc_required_flag", ReturnField.NotRecorded)
                    : new("icpc_required_flag", concluded.Fact.Result == EnquiryResult.ContinuingRisk ? "true" : "false"),
                ReturnField.Day("icpc_date", row.Conference), ReturnField.Day("end_date", ended), new("purge", "false"),
            ])]),
        ];
    }

    /// <summary>Every key is always there.</summary>
    private static JsonObject EnquiryOutcome(EnquiryConcluded fact)
    {
        bool Is(EnquirySupport one) => fact.Support.Contains(one);
        var flags = new (string Key, bool Is)[]
        {
            ("NFA_FLAG", Is(EnquirySupport.NoFurtherAction)), ("LEGAL_ACTION_FLAG", Is(EnquirySupport.LegalAction)),
            ("PROV_OF_SERVICES_FLAG", Is(EnquirySupport.ChildInNeed)), ("PROV_OF_SB_CARE_FLAG", Is(EnquirySupport.ShortBreaks)),
            ("CP_CONFERENCE_FLAG", fact.Result == EnquiryResult.ContinuingRisk),
            ("NFA_CONTINUE_SINGLE_FLAG", Is(EnquirySupport.ContinueAssessment)), ("MONITOR_FLAG", Is(EnquirySupport.MonitoredByOther)),
            ("OTHER_OUTCOMES_EXIST_FLAG", Is(EnquirySupport.EarlyHelp) || Is(EnquirySupport.UniversalServices)),
        };
        return Flags(flags, "OUTCOME_COMMENTS", fact.Words);
    }

    private static JsonObject ConferenceOutcome(ConferenceOutcomeSaid fact) => Flags(
    [
        ("NFA_FLAG", false), ("REFERRAL_TO_OTHER_AGENCY_FLAG", false), ("SINGLE_ASSESSMENT_FLAG", false), ("PROV_OF_SERVICES_FLAG", false),
        ("CP_FLAG", fact.Plan == YesNo.Yes), ("OTHER_OUTCOMES_EXIST_FLAG", fact.Plan != YesNo.Yes && fact.Words.Length > 0),
    ], "COMMENTS", fact.Words);

    private static JsonObject Flags(IReadOnlyList<(string Key, bool Is)> flags, string comments, string words)
    {
        var json = new JsonObject();
        foreach (var (key, isSo) in flags)
        {
            json[key] = isSo ? "Y" : "N";
        }

        json["TOTAL_NO_OF_OUTCOMES"] = flags.Count(flag => flag.Is).ToString(CultureInfo.InvariantCulture);
        json[comments] = words;
        return json;
    }

    private static ReturnTable Ssd(string name, IReadOnlyList<IReadOnlyList<ReturnField>> rows) => new(ReturnTable.Ssd, name, rows);
}
