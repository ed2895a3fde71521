using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Returns;
using StrategyBot.Tests.Phases.Convening;
using StrategyBot.Tests.Phases.Enquiring;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Dates;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Returns;

/// <summary>A case's share of the measures (16.4, returns §5).</summary>
public sealed class CaseMeasuresTests
{
    /// <summary>Concern Tue 24 Nov 15:00, three working days: never held stays in what is counted among.</summary>
    [Fact]
    public void A_first_meeting_counts_once_it_was_held_or_its_limit_has_passed()
    {
        var given = Begun.ACalledMeeting();
        Assert.DoesNotContain(CaseMeasures.Of(given.Case, given.Now), one => one.Number == 1);
        Assert.Equal((0, 1), Of(given, "first meeting held in time", "2027-01-05 09:00"));

        given.At("2026-11-25 14:00").Fact(In(new MeetingStarted(Via.Chair))).At("2026-11-25 15:00").Fact(In(new MeetingEnded(Via.Chair)));
        Assert.Equal((1, 1), Of(given, "first meeting held in time"));
        Assert.Equal((23, 1), Of(given, "hours from the concern to the first meeting"));
        Assert.Equal((0, 1), Of(given, "the family or child was seen or told before it"));
        Assert.Equal((0, 1), Of(given, "considered, and no meeting held"));
    }

    [Fact]
    public void A_case_considered_and_closed_without_a_meeting_is_counted_and_one_begun_by_mistake_is_not()
    {
        Assert.Equal((1, 1), Of(Begun.ACaseWithAChild().Fact(new NoMeetingDecided("Covered.", "Ada Quill", "A visit.")),
            "considered, and no meeting held"));
        Assert.DoesNotContain(CaseMeasures.Of(Begun.ACaseWithAChild().Fact(new CaseCancelled("Slip.")).Case, Begun.Now),
            one => one.Number == 2);
    }

    /// <summary>R139: not being there is three things, and none is counted as another.</summary>
    [Fact]
    public void Each_agency_is_there_or_wrote_or_was_absent_or_not_invited()
    {
        var given = Begun.ACalledMeeting().At("2026-11-25 14:00");
        ParticipantId Whose(Agency agency) => given.Case.Participants.First(person => person.Agency == agency).Id;
        given.Fact(In(new MeetingStarted(Via.Chair)), In(new ArrivalNoted(Whose(Agency.SocialCare), Via.Chair)),
            In(new ArrivalNoted(Whose(Agency.Police), Via.Chair)), In(new WrittenUpdateGiven(Whose(Agency.Health), "Known to the ward.")),
            In(new MeetingEnded(Via.Chair)));

        Assert.Equal((0, 1), Of(given, "all core agencies were there"));
        Assert.Equal((1, 1), Of(given, "only police and social care were there"));
        Assert.Equal((1, 1), Of(given, "Police: attended"));
        Assert.Equal((1, 1), Of(given, "Health: written update only"));
        Assert.Equal((0, 1), Of(given, "Health: attended"));
    }

    [Fact]
    public void Rows_count_by_the_time_that_was_agreed_first()
    {
        var given = Begun.ACalledMeeting().At("2026-11-25 14:00").Fact(In(new MeetingStarted(Via.Chair)),
            Row("2026-11-27 12:00", "Ring the duty desk."), Row("2026-12-04 12:00", "Ring the duty desk.")).At("2026-11-25 15:00")
            .Fact(In(new MeetingEnded(Via.Chair)));
        Assert.Equal((1, 1), Of(given, "actions with owner, time and what happens if it fails"));
        Assert.Equal((0, 1), Of(given, "actions that their owner accepted"));
        Assert.Equal((1, 1), Of(given, "children with a full row of the safety plan before the end"));
        given.At("2026-12-01 09:00").Fact(In(new ActionAnswered(new("action-1"), ActionProgress.Done, "")));
        Assert.Equal((1, 1), Of(given, "actions that their owner accepted"));
        Assert.Equal((0, 1), Of(given, "actions done by the time first agreed", "2026-12-05 09:00"));

        static ActionAgreed Row(string due, string fails) => In(new ActionAgreed(
            new("action-1"), ActionKind.SafetyPlan, "Nan stays.", Tom.Id, Local(due), "Never alone.", fails));
    }

    /// <summary>The enquiry began on Wed 2 Dec: Wed 23 Dec is its 15th working day after that.</summary>
    [Theory]
    [InlineData("2026-12-16", "0–10")]
    [InlineData("2026-12-17", "11–15")]
    [InlineData("2026-12-23", "11–15")]
    [InlineData("2026-12-24", "16–20")]
    [InlineData("2027-01-05", "21 or more")]
    public void A_conference_counts_by_the_working_days_from_the_enquirys_first_day(string heldOn, string bucket)
    {
        var given = AnEnquiry.Begun().Fact(new ConferenceHeld(Date(heldOn)) { Child = Child1 });
        var all = CaseMeasures.Of(given.Case, given.Now)
            .Where(one => one.Number == 10 && one.Name.StartsWith("conference after", StringComparison.Ordinal)).ToList();

        Assert.Equal(4, all.Count);
        Assert.Equal($"conference after {bucket} working days", Assert.Single(all, one => one.Of == 1).Name);
        Assert.Equal((bucket is "0–10" or "11–15" ? 1 : 0, 1), Of(given, "conference within 15 working days"));
    }

    private static T In<T>(T fact)
        where T : Fact => fact with { Meeting = FirstMeeting };

    private static (int Of, int Among) Of(Given given, string name, string? at = null)
    {
        var same = CaseMeasures.Of(given.Case, at is null ? given.Now : Local(at)).Where(one => one.Name == name).ToList();
        return (same.Sum(one => one.Of), same.Sum(one => one.Among));
    }
}
