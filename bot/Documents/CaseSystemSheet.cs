using System.Globalization;
using static StrategyBot.Rules.Procedures.CaseSystemLayout;

namespace StrategyBot.Documents;

/// <summary>One field to copy.</summary>
/// <param name="Text">Empty where the record has nothing for it.</param>
internal sealed record CopyField(string Label, string Text);

/// <summary>What the record has for the fields of the authority's case system, one child at a time and in that system's order (P23). Pure.
/// </summary>
internal static class CaseSystemSheet
{
    /// <param name="case">As its reader may read it.</param>
    public static IReadOnlyList<CopyField> Of(Case @case, Child child, Words words) =>
    [
        .. (@case.Profile.CaseSystem?.Fields ?? Usual)
            .Select(place => new CopyField(place.Title ?? Label(place), Text(@case, child, place, words).Trim())),
    ];

    private static string Label(Place place) => place.Shows switch
    {
        Content.AuthorityNumber => "Our number for the child",
        Content.NhsNumber => "NHS number",
        Content.PupilNumber => "Unique pupil number",
        Content.Name => "Child",
        Content.Born => "Date of birth, or due date",
        Content.Address => "Address",
        Content.Referred => "Referral received",
        Content.Concern => "Why there is reasonable cause to suspect significant harm",
        Content.Meeting => "Strategy discussion",
        Content.TookPart => "Who took part",
        Content.Absent => "Who was invited and was not there",
        Content.ChildsWords => "What the child says",
        Content.Position => "Where the child is",
        Content.ReasonableCause => "Reasonable cause",
        Content.Section47 => "Section 47 decision",
        Content.EnquiryStart => "Section 47 start date",
        Content.Harm => "Category of harm",
        Content.Actions => "Actions",
        Content.SafetyPlan => "Safety plan",
        Content.Contingency => "If the plan fails",
        Content.Conference => "Conference decision",
        Content.ConferenceLimit => "Conference to be held by",
        Content.EnquiryOutcome => "Outcome of the enquiry",
        Content.ConferenceHeld => "Initial conference held",
        Content.ConferenceOutcome => "Decision of the conference",
        Content.PlanCategory => "Category of the child protection plan",
        Content.Reviews => "Review conferences",
        Content.Minutes => "Minutes",
        _ => Headings.Find(place.Heading ?? "")?.Title ?? "",
    };

    private static string Text(Case @case, Child child, Place place, Words words)
    {
        var (details, meeting, plan) = (child.Details, @case.Meeting, @case.Meeting.Plan);
        var (work, protection) = (@case.EnquiryOf(child.Id), ProtectionPlan.Of(@case).FirstOrDefault(one => one.Child.Id == child.Id));
        var enquiry = EnquiryPipeline.Of(@case).FirstOrDefault(one => one.Child.Id == child.Id);
        string On(DateOnly? on) => on is { } day ? day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture) : "";
        return place.Shows switch
        {
            Content.AuthorityNumber => details.Find(Identifier.Authority) ?? "",
            Content.NhsNumber => details.NhsNumber,
            Content.PupilNumber => details.Find(Identifier.Pupil) ?? "",
            Content.Name => details.Name,
            Content.Born => On(details.BornOrDue),
            Content.Address => details.Address,
            Content.Referred => @case.Circumstances is { } given ? On(words.LocalDate(given.ReferralReceivedAt)) : "",
            Content.Concern => @case.Circumstances?.Reason ?? "",
            Content.Meeting => Held(meeting, words),
            Content.TookPart => People(@case.Participants.Where(person => meeting.Attendance.Attended(person.Id))),
            Content.Absent => meeting.Attendance.Presences.IsEmpty ? "" : People(@case.Invited.Where(person =>
                person.Id != meeting.Chair && !meeting.Attendance.Attended(person.Id))),
            Content.ChildsWords => Answers(@case, "child-said"),
            Content.Position => meeting.Safety.Positions.GetValueOrDefault(child.Id) is { } position
                ? SafetyParagraphs.Say(position.Fact, words) : "",
            Content.ReasonableCause => plan.ReasonableCause.GetValueOrDefault(child.Id) is { } cause
                ? With(WordTables.ReasonableCause.InMinutes(cause.Fact.Answer), cause.Fact.Rationale) : "",
            Content.Section47 => plan.Section47.GetValueOrDefault(child.Id) is { } decided
                ? With(WordTables.InMinutes(decided.Fact), decided.Fact.Rationale) : "",
            Content.EnquiryStart => enquiry is null ? "" : On(enquiry.StartedOn),
            Content.Harm => Answers(@case, "category"),
            Content.Actions => Rows(@case, child, words, ActionKind.Action, ActionKind.Enquiry),
            Content.SafetyPlan => plan.Open.Any(row => row.Fact.Kind == ActionKind.SafetyPlan) || meeting.Safety.NoneNeeded is null
                ? Rows(@case, child, words, ActionKind.SafetyPlan) : $"None needed. {meeting.Safety.NoneNeeded.Fact.Because}",
            Content.Contingency => plan.Contingency?.Fact.Text ?? "",
            Content.Conference => plan.Conference.GetValueOrDefault(child.Id) is { } conference
                ? With(WordTables.Conference.InMinutes(conference.Fact.Answer), conference.Fact.Rationale) : "",
            Content.ConferenceLimit => On(enquiry?.Limit?.On),
            Content.EnquiryOutcome => work.Concluded is { } end
                ? With(string.Join(", ", end.Fact.Support.Select(WordTables.EnquirySupport.InList)
                    .Prepend(WordTables.EnquiryResult.InList(end.Fact.Result))), end.Fact.Words) : "",
            Content.ConferenceHeld => On(work.Held?.Fact.On),
            Content.ConferenceOutcome => work.Outcome is { } outcome
                ? With(outcome.Fact.Plan == YesNo.Yes ? "A child protection plan" : "No child protection plan", outcome.Fact.Words) : "",
            Content.PlanCategory => protection is null ? "" : HarmCategory.InList(protection.Category).AsHeading(),
            Content.Reviews => protection is null ? "" : string.Join('\n', protection.Reviews.Where(review => review.Held is not null)
                .Select(review => $"{On(review.Held!.Fact.On)}: {WordTables.ReviewOutcome.InList(review.Held.Fact.Outcome)}")),
            Content.Minutes => meeting.Minutes.Approved is { } approved
                ? string.Create(CultureInfo.InvariantCulture,
                    $"Version {meeting.Minutes.Version}, approved {words.When(approved.At)} by ")
                        + (@case.Find(approved.By)?.Name ?? Authors.Gone)
                : "",
            _ => Answers(@case, place.Heading ?? ""),
        };
    }

    private static string Held(Meeting meeting, Words words) =>
        (meeting.Attendance.StartedAt ?? meeting.Room.Convened?.StartsAt) is not { } at ? ""
        : meeting.Attendance.EndedAt is { } ended ? $"{words.When(at)} to {words.Time(ended)}" : words.When(at);

    private static string People(IEnumerable<Participant> people) => string.Join('\n', people.Select(person => person.Described));

    private static string Answers(Case @case, string heading) => Headings.Find(heading) is not { } asked ? ""
        : string.Join('\n', @case.Meeting.Assessment.AnswersOf(heading).Select(given => AnswerWords.Say(asked, given.Answer)));

    private static string Rows(Case @case, Child child, Words words, params ActionKind[] kinds) => string.Join('\n', @case.Meeting.Plan.Open
        .Where(row => kinds.Contains(row.Fact.Kind) && row.Fact.What.Length > 0 && (row.Fact.Child is null || row.Fact.Child == child.Id))
        .Select((row, at) => string.Create(CultureInfo.InvariantCulture, $"{at + 1}. {row.Fact.What} – ")
            + $"{PlannedAction.DoneBy(row.Fact, @case.Find(row.Fact.Owner)?.Name ?? Authors.Gone)}, by {words.When(row.Fact.DueAt)}"
            + (row.Fact.IfThisFails.Length > 0 ? $". If this fails: {row.Fact.IfThisFails}" : "")));

    private static string With(string what, string why) => why.Length == 0 ? what : $"{what}. {why}";
}
