using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Forms;
using StrategyBot.Phases.Enquiring;
using StrategyBot.Rules.Procedures;
using StrategyBot.Tests.Phases.Enquiring;
using StrategyBot.Tests.Phases.Reviewing;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Cases;

/// <summary>Cases as their timelines are read: Curlew, the one of the pictures, and others that differ from it in one thing.</summary>
internal static class TimelineCases
{
    private const string One = "child-1", Two = "child-2";

    /// <summary>Today, as long as nothing else is said.</summary>
    public const string Today = "2026-12-01 09:10";

    /// <summary>A concern on Tue 2 Jun 2026, a meeting on Wed 3, its minutes on the day that is asked for.</summary>
    public static Given Met(int children = 2, string minutes = "2026-06-05 12:00", string? profile = null) => AnEnquiry
        .Begun("2026-06-03", conference: null, children: children,
            profile: profile is null ? null : ProcedureProfiles.Named(profile))
        .Fact(new UrgencyAnswered(new(YesNo.No, [], "Seen by the GP.")), new CircumstancesGiven(
            [], "", Dates.Local("2026-06-02 09:30"), Dates.Local("2026-06-02 11:00"), null, [], "", MeetingMode.Teams, ""))
        .At(minutes).Fact(new MinutesApproved(1, "digest", "") { Meeting = FirstMeeting });

    /// <summary>Two children: the first has a conference and a plan, the second's enquiry ends without one.</summary>
    public static Given Curlew()
    {
        var given = Met(minutes: "2026-06-08 12:00");
        given.At("2026-06-09 09:00").By(Priya).Decided(c => EnquiryStepRule.Check(
            c, ChildChoice.All, EnquiryProgress.OnTime, YesNo.Yes, Conference.AtEndOfEnquiry, "Seen together."));
        given.Concluded("2026-06-09 11:00", EnquiryResult.ContinuingRisk, One);
        given.At("2026-06-12 09:00").By(Priya).Decided(c =>
            EnquiryStepRule.Done(c, Priya, One, Pipeline.Authorised, null, "", given.Now, Words));
        given.Concluded("2026-06-16 09:00", EnquiryResult.NoContinuingRisk, Two);
        given.At("2026-06-16 10:00").By(Priya).Decided(c =>
            EnquiryStepRule.Done(c, Priya, Two, Pipeline.Authorised, null, "", given.Now, Words));
        return given.Planned();
    }

    /// <summary>The first child's conference on Tue 23 Jun makes a plan; one core group is late, one review was held, the next are booked.
    /// </summary>
    private static Given Planned(this Given given)
    {
        given.At("2026-06-10 10:00").By(Tom).Decided(c => EnquiryStepRule.Request(
            c, One, FamilyTold.Told, null, Advocacy.NotNeeded, "", "Both parents, at home.", given.Now, Words));
        var service = AnEnquiry.Service(given);
        given.At("2026-06-11 10:00").By(service).Decided(c => EnquiryStepRule.Arrange(
            c, service, One, Dates.Local("2026-06-23 10:00"), "County Hall", "", given.Now, Words));
        given.At("2026-06-23 13:00").By(Tom).Decided(c => EnquiryStepRule.Held(c, One, null, given.Now, Words));
        given.Decided(c => ConferenceOutcomeRule.Say(c, One, YesNo.Yes, "neglect", "By hand."));
        given.Members("2026-06-23 13:05", Tom, Sam);
        given.CoreGroup("2026-06-23 13:10", "2026-07-02 10:00").CoreGroupHeld("2026-07-02 12:00");
        given.CoreGroup("2026-07-02 12:05", "2026-08-17 10:00", "The school was closed.").CoreGroupHeld("2026-08-17 12:00");
        given.Review("2026-08-20 09:00", "2026-09-17 10:00").ReviewHeld("2026-09-17 12:00");
        given.CoreGroup("2026-09-17 12:05", "2026-09-24 10:00").CoreGroupHeld("2026-09-24 12:00");
        given.CoreGroup("2026-09-24 12:05", "2026-11-03 10:00").CoreGroupHeld("2026-11-03 12:00");
        given.CoreGroup("2026-11-03 12:05", "2026-12-10 10:00");
        return given.Review("2026-11-03 12:10", "2027-03-09 10:00");
    }

    public static CaseTimeline Of(Given given, string now = Today, Participant? reader = null) =>
        CaseTimeline.Of(given.SeenBy(reader ?? Priya), Dates.Local(now));

    /// <summary>Sentences, then the table by date.</summary>
    public static string Text(CaseTimeline timeline)
    {
        List<string> said = [timeline.Title, timeline.Count, "", .. timeline.Sentences, ""];
        for (var at = 0; at < timeline.Rows.Count; at++)
        {
            if (at == timeline.TodayAt)
            {
                said.Add(timeline.TodaySaid);
            }

            var row = timeline.Rows[at];
            said.Add(string.Join(" | ", timeline.When(row.One, at == 0 ? null : timeline.Rows[at - 1].One), row.Who, row.One.What,
                timeline.HoldBy(row.One), row.One.Went));
        }

        if (timeline.TodayAt == timeline.Rows.Count)
        {
            said.Add(timeline.TodaySaid);
        }

        return string.Join('\n', said);
    }
}
