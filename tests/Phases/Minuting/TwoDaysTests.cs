using System.Text;
using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Obligations;
using StrategyBot.Phases.Minuting;
using StrategyBot.Tests.Phases.Enquiring;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases.Minuting;

/// <summary>Who hears what of the minutes through two working days and after (R88): a meeting that ended on Wed 2 Dec 2026 at 15:00, and
/// whose minutes are due by the end of Fri 4 Dec.</summary>
public sealed class TwoDaysTests
{
    private const string Ended = "2026-12-02";

    [Fact]
    public void On_time_each_agency_has_them_and_nobody_is_chased() => Golden.Text(Heard("2026-12-18 12:00", Ended,
        ("2026-12-03 10:00", Approved), ("2026-12-03 11:00", Entered), ("2026-12-03 12:00", Read(Sam, Grace, Tom))));

    [Fact]
    public void Late_it_climbs_until_they_are_approved_and_again_until_they_are_entered() => Golden.Text(Heard("2026-12-18 12:00", Ended,
        ("2026-12-08 10:00", Approved), ("2026-12-10 11:00", Entered), ("2026-12-10 12:00", Read(Sam, Grace, Tom))));

    [Fact]
    public void Never_written_up_the_ladder_hears_for_as_long_as_it_lasts() => Golden.Text(Heard("2026-12-18 12:00", Ended));

    /// <summary>Whoever was named approves, and hears with the chair that it waits.</summary>
    [Fact]
    public void While_the_chair_is_away_whoever_they_named_hears_too() => Golden.Text(Heard("2026-12-18 12:00", Ended,
        ("2026-12-02 16:00", given => given.By(Priya).Fact(
            new MinutesDelegateNamed(Helen.Id, new(2026, 12, 3), new(2026, 12, 7)) { Meeting = FirstMeeting })),
        ("2026-12-07 10:00", given => given.By(Helen).Fact(new MinutesApproved(1, "digest", "Away.") { Meeting = FirstMeeting })),
        ("2026-12-07 11:00", Entered), ("2026-12-07 12:00", Read(Sam, Grace, Tom))));

    /// <summary>Tried again by itself, and once through nobody hears of it.</summary>
    [Fact]
    public void A_mailbox_that_refuses_is_tried_again() => Golden.Text(Heard("2026-12-18 12:00", Ended,
        ("2026-12-03 10:00", given => Ends(Approved(given), Grace, "ErrorAccessDenied")), ("2026-12-03 11:00", Entered),
        ("2026-12-03 12:00", Read(Sam, Grace, Tom))));

    /// <summary>Chair and social worker hear at once; the letter goes again when the address is right, and not before.</summary>
    [Fact]
    public void A_letter_that_comes_back_is_told_and_goes_to_the_right_address() => Golden.Text(Heard("2026-12-18 12:00", Ended,
        ("2026-12-03 10:00", Approved), ("2026-12-03 10:20", given => Ends(given, Grace, Effect.CameBack)), ("2026-12-03 11:00", Entered),
        ("2026-12-03 11:30", Read(Sam, Tom)),
        ("2026-12-03 14:00", given => given.By(Priya).Fact(
            new ParticipantAdded(given.Case.Find(Grace.Id)! with { Mail = "grace.adeyemi@trust.example" }) { Meeting = FirstMeeting })),
        ("2026-12-04 09:30", Read(Grace))));

    /// <summary>Ended on Christmas Eve: the first working day after it is Tue 29 Dec, as Boxing Day's holiday is on Mon 28; due by Wed 30.
    /// </summary>
    [Fact]
    public void With_bank_holidays_between_no_day_of_them_counts() => Golden.Text(Heard("2027-01-08 12:00", "2026-12-24"));

    private static string Heard(string until, string ended, params IReadOnlyList<(string At, Func<Given, Given> Do)> steps)
    {
        var (given, heard) = (AnEnquiry.Begun(ended, conference: Conference.No), new StringBuilder());
        foreach (var (at, act) in steps)
        {
            heard.Append(Timeline.Of(given, at, "minuting", "delivering"));
            act(given.At(at));
        }

        return heard.Append(Timeline.Of(given, until, "minuting", "delivering")).ToString();
    }

    private static Given Approved(Given given) =>
        given.By(Priya).Fact(new MinutesApproved(1, "digest", "") { Meeting = FirstMeeting });

    private static Given Entered(Given given) => given.By(Jo).Fact(new MinutesEntered(1) { Meeting = FirstMeeting, Child = Child1 });

    private static Func<Given, Given> Read(params IReadOnlyList<Participant> people) => given => people.Aggregate(given, (read, person) =>
        read.By(person).Fact(new MinutesAcknowledged(person.Id, 1) { Meeting = FirstMeeting }));

    private static Given Ends(Given given, Participant to, string code)
    {
        var key = DistributeMinutesDuty.KeyOf(given.Case.Meeting, 1, to.Id);
        return given.Settled(given.Now, new EffectSettled(key, EffectOutcome.GivenUp, "", code)
        {
            Cause = RefusedEffect.CauseOf(given.Case, new(key, default) { To = to.Id }),
        });
    }
}
