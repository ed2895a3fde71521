using System.Text.Json.Serialization;

namespace StrategyBot.Rules.Procedures;

/// <summary>When a step of the enquiry is asked for at all.</summary>
internal enum StepAsked
{
    Always,

    /// <summary>Unless it is decided that no conference is held.</summary>
    ConferencePossible,

    /// <summary>Once a conference is decided on.</summary>
    Conference,
}

/// <summary>A step on the way from the enquiry to the conference (R92–R107): who does it, and by when.</summary>
/// <param name="Id">Recorded; never reused.</param>
/// <param name="Title">As it stands once it is done: <c>Progress check</c>, <c>Conference chair assigned</c>.</param>
/// <param name="Who">Whose it is: <c>socialWorker</c>, <c>teamManager</c>, <c>businessSupport</c>, <c>conferenceService</c>,
/// <c>conferenceChair</c>, <c>areaManager</c>, <c>operationsManager</c>.</param>
internal sealed record PipelineStep(string Id, string Title, ValueList<string> Who, Citation Source)
{
    public const string SocialWorker = "socialWorker", TeamManager = "teamManager", BusinessSupport = "businessSupport",
        ConferenceService = "conferenceService", ConferenceChair = "conferenceChair", AreaManager = "areaManager",
        OperationsManager = "operationsManager";

    /// <summary>Counted from the meeting, which is Day 1.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Day { get; init; }

    /// <summary>Working days before the conference.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? BeforeConference { get; init; }

    /// <summary><c>null</c>: always.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public StepAsked? Asked { get; init; }

    /// <summary>The step that has to be done before this one can be.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? After { get; init; }
}

/// <summary>The steps of a procedure, in the order of a case. Pure.</summary>
internal static class Pipeline
{
    public const string QualityAssurance = "quality-assurance", Enquiry = "enquiry", ProgressCheck = "progress-check",
        ConveningForm = "convening-form", Chair = "conference-chair", Authorised = "enquiry-authorised", Screening = "conference-screening",
        Arranged = "conference-arranged", Invitations = "conference-invitations", Report = "report", ReportRead = "report-read",
        ReportSent = "report-sent", Held = "conference-held";

    /// <summary>Ours at the days of the procedure, and what it has besides; without what it doesn't have.</summary>
    public static IReadOnlyList<PipelineStep> Of(ProcedureProfile profile) =>
    [
        .. Usual(profile.Enquiry, profile.Conference).Where(step => profile.Enquiry.Without?.Contains(step.Id) != true)
            .Concat(profile.Enquiry.Besides ?? [])
            .OrderBy(step => step.Day ?? int.MaxValue).ThenByDescending(step => step.BeforeConference ?? 0),
    ];

    private static IEnumerable<PipelineStep> Usual(ProcedureProfile.EnquiryRule enquiry, ProcedureProfile.ConferenceRule conference)
    {
        PipelineStep On(NumberedDay day, string id, string title, params IReadOnlyList<string> who) =>
            new(id, title, who.ToValueList(), day.Source) { Day = day.Day };
        PipelineStep Before(string id, string title, string who, string after) => new(id, title, [who], conference.Report.Source)
        {
            BeforeConference = conference.Report.WorkingDays,
            Asked = StepAsked.Conference,
            After = after,
        };

        yield return On(enquiry.QualityAssuranceTold, QualityAssurance, "Quality assurance told", PipelineStep.SocialWorker) with
        {
            Asked = StepAsked.ConferencePossible,
        };
        yield return On(enquiry.Enquiry, Enquiry, "Enquiry recorded", PipelineStep.SocialWorker);
        yield return On(enquiry.ProgressCheck, ProgressCheck, "Progress check", PipelineStep.TeamManager, PipelineStep.SocialWorker);
        yield return On(enquiry.ConveningForm, ConveningForm, "Convening form and family told", PipelineStep.SocialWorker) with
        {
            Asked = StepAsked.Conference,
        };
        yield return On(enquiry.Assigned, Chair, "Conference chair assigned", PipelineStep.ConferenceService) with
        {
            Asked = StepAsked.Conference,
            After = ConveningForm,
        };
        yield return On(enquiry.Authorised, Authorised, "Enquiry authorised", PipelineStep.TeamManager) with { After = Enquiry };
        yield return On(conference.Screening, Screening, "Request screened", PipelineStep.ConferenceChair) with
        {
            Asked = StepAsked.Conference,
            After = Chair,
        };
        yield return On(conference.Invites, Arranged, "Conference arranged", PipelineStep.ConferenceService) with
        {
            Asked = StepAsked.Conference,
            After = ConveningForm,
        };
        yield return On(conference.Invites, Invitations, "Conference invitations sent", PipelineStep.ConferenceService) with
        {
            Asked = StepAsked.Conference,
            After = Arranged,
        };
        yield return Before(Report, "Report for the conference finished", PipelineStep.SocialWorker, Arranged);
        yield return Before(ReportRead, "Report gone through with the parents", PipelineStep.SocialWorker, Report);
        yield return Before(ReportSent, "Report sent to the professionals", PipelineStep.ConferenceService, Report);
    }
}
