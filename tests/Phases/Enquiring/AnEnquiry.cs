using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Forms;
using StrategyBot.Phases.Enquiring;
using StrategyBot.Rules.Deadlines;
using StrategyBot.Rules.Procedures;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases.Enquiring;

/// <summary>A section 47 enquiry of one child or two, started at a meeting that was held at 14:00 on a day.</summary>
internal static class AnEnquiry
{
    /// <param name="conference">What the meeting decided; <c>null</c>: nothing.</param>
    public static Given Begun(
        string on = "2026-12-02", Conference? conference = Conference.Yes, ProcedureProfile? profile = null, int children = 1)
    {
        var given = new Given().At($"{on} 10:00").Fact(
            new CaseOpened(Id.Value, "Heron", (profile ?? ProcedureProfiles.Default).ToJson(), BankHolidays.Newest.Version, Priya,
                new UrgentQuestion(null, [], "")));
        given.Fact([.. Enumerable.Range(1, children).Select(number =>
            new ChildNamed(new($"Child{number} Lindley", "", new DateOnly(2016, 3, number), false, "", "", ""))
            {
                Child = new($"child-{number}"),
            })]);
        given.Fact([.. new[] { Tom, Sam, Grace, Helen, Jo }.Select(person => new ParticipantAdded(person))]);
        var whose = Enumerable.Range(1, children).Select(number => new ChildId($"child-{number}")).ToList();
        return given.Fact(new MeetingConvened(Dates.Local($"{on} 14:00"), Dates.Local($"{on} 15:00"), Dates.Local($"{on} 23:59"), "", "")
        { Meeting = FirstMeeting })
            .At($"{on} 14:00").Fact(new MeetingStarted(Via.Form) { Meeting = FirstMeeting })
            .Fact([.. whose.Select(child => new Section47Decided(Section47.Start, Conduct.Joint, null, "")
            {
                Meeting = FirstMeeting,
                Child = child,
            })])
            .Fact([.. whose.Where(_ => conference is not null).Select(child => new ConferenceDecided(conference!.Value, "")
            {
                Meeting = FirstMeeting,
                Child = child,
            })])
            .At($"{on} 15:00").Fact(new MeetingEnded(Via.Form) { Meeting = FirstMeeting });
    }

    public static Given Done(this Given given, Participant by, string at, string step, string how = "") =>
        given.At(at).By(by).Decided(c => EnquiryStepRule.Done(c, by, ChildChoice.All, step, null, how, given.Now, Words));

    public static Given Undone(this Given given, string step) => given.Decided(c =>
        EnquiryStepRule.Undo(c, Tom, ChildChoice.All, step, Of(given).Find(step)!.Said!.At));

    /// <summary>The social worker asks for the conference: the service is on the case from then on.</summary>
    public static Given Requested(this Given given, string at, string area = "") => given.At(at).By(Tom).Decided(c =>
        EnquiryStepRule.Request(
            c, ChildChoice.All, FamilyTold.Told, null, Advocacy.NotNeeded, area, "Both parents, at home.", given.Now, Words));

    public static Given Checked(
        this Given given, string at, Conference conference, EnquiryProgress progress = EnquiryProgress.OnTime, YesNo holds = YesNo.Yes) =>
        given.At(at).By(Priya).Decided(c => EnquiryStepRule.Check(c, ChildChoice.All, progress, holds, conference, "Seen together."));

    public static Given Concluded(this Given given, string at, EnquiryResult result, string child = ChildChoice.All) => given.At(at).By(Tom)
        .Decided(c => EnquiryStepRule.Conclude(c, child, result,
            result == EnquiryResult.ContinuingRisk ? [] : [EnquirySupport.ChildInNeed], "Parents and school were told.", null));

    public static Given Arranged(this Given given, string at, string conference, string because = "") => given.At(at).By(Service(given))
        .Decided(c => EnquiryStepRule.Arrange(
            c, Service(given), ChildChoice.All, Dates.Local(conference), "County Hall", because, given.Now, Words));

    /// <summary>The service sends it into their calendars.</summary>
    public static Given Invites(this Given given, params IReadOnlyList<Participant> people) => given.By(Service(given)).Decided(c =>
        EnquiryStepRule.Invite(c, Service(given), ChildChoice.All, [.. people.Select(person => person.Id.Value)]));

    public static Given Assigned(this Given given, string at) => given.At(at).By(Service(given)).Decided(c =>
        EnquiryStepRule.Assign(c, Service(given), ChildChoice.All, "Ada Quill", "ada.quill@council.example", "Conference chair"));

    /// <summary>Whoever holds the conference service's role, as if they had come.</summary>
    public static Participant Service(Given given) => With(given, Role.ConferenceService);

    public static Participant With(Given given, Role role) =>
        given.Case.Participants.First(person => person.Roles.Contains(role)) is { Person: null } one
            ? one with { Person = PersonId.Of("council", $"object-{one.Id.Value}") }
            : given.Case.Participants.First(person => person.Roles.Contains(role));

    public static ChildEnquiry Of(Given given, int child = 1) => EnquiryPipeline.Of(given.Case)[child - 1];
}
