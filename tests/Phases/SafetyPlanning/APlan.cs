using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Forms;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases.SafetyPlanning;

/// <summary>An interim safety plan with a row, of a meeting on Wed 2 Dec 2026.</summary>
internal static class APlan
{
    public static readonly AdultId Nadia = new("adult-1"), Lee = new("adult-2");

    public static Given Rows() => AConvenedCase().At("2026-12-02 09:00").By(Priya).Fact(
        new AdultNamed(Nadia, new("Nadia Lindley", "", null, "mother", "1 Mill Lane")),
        new AdultNamed(Lee, new("Lee Marsh", "", null, "stepfather", "")),
        new ParticipantAdded(Helen),
        new MeetingStarted(Via.Form) { Meeting = FirstMeeting },
        new ActionAgreed(new("action-1"), ActionKind.SafetyPlan, "Gran stays with them.", Tom.Id, Dates.Local("2026-12-14 12:00"), "", "")
        {
            Meeting = FirstMeeting,
        },
        new SafetyReviewSet(new(2026, 12, 9)) { Meeting = FirstMeeting });

    public static Given Agreed() => Rows().At("2026-12-02 10:00").Fact(
        new ImmediatePlanAgreed() { Meeting = FirstMeeting }, new MeetingEnded(Via.Form) { Meeting = FirstMeeting });

    public static Readers By(Participant person) => new(Audience.Professionals, person);
}
