using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Phases.Holding;
using StrategyBot.Rules.Procedures;
using StrategyBot.Tests.Phases.Enquiring;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases.Holding;

/// <summary>R92: the chair's form by Day 1, where the procedure says so.</summary>
public sealed class ChairFormClockTests
{
    [Fact]
    public void The_chair_is_asked_for_it_on_the_day_and_somebody_else_is_told_once_it_is_late()
    {
        var heard = Timeline.Of(AnEnquiry.Begun(profile: ProcedureProfiles.Named("devon")), "2026-12-07 12:00", "holding");
        Assert.Equal(
            [
                "Wed 2 Dec 2026, 16:00 | Priya Nair | holding/chair-form", "Thu 3 Dec 2026, 08:45 | Priya Nair | holding/chair-form",
            ],
            heard.Split('\n').Where(line => line.Contains("Priya", StringComparison.Ordinal)).Take(2)
                .Select(line => string.Join(" | ", line.Split(" | ")[..3])));
        Assert.Contains("The chair's record of the meeting is not complete. It was due by Wed 2 Dec 2026", heard, StringComparison.Ordinal);
        Assert.Contains("Helen Marsh | holding/chair-form", heard, StringComparison.Ordinal);
    }

    [Fact]
    public void Complete_it_is_asked_no_more_and_elsewhere_it_is_not_asked()
    {
        Assert.Empty(ChairFormClock.Runs(AnEnquiry.Begun().Case));
        var given = AnEnquiry.Begun(profile: ProcedureProfiles.Named("devon"));
        Assert.Single(ChairFormClock.Runs(given.Case));
        Assert.Empty(ChairFormClock.Runs(given.Fact(new RecordCompleted("") { Meeting = FirstMeeting }).Case));
    }

    /// <summary>A meeting in the evening: nobody is asked before it is over.</summary>
    [Fact]
    public void What_ends_after_the_afternoon_is_asked_for_in_the_morning()
    {
        var given = new Given().At("2026-12-02 17:00").Fact(
            new CaseOpened(Id.Value, "Heron", ProcedureProfiles.Named("devon").ToJson(),
                StrategyBot.Rules.Deadlines.BankHolidays.Newest.Version, Priya, new UrgentQuestion(null, [], "")),
            new MeetingStarted(Via.Form) { Meeting = FirstMeeting });
        given.At("2026-12-02 18:00").Fact(new MeetingEnded(Via.Form) { Meeting = FirstMeeting });
        Assert.Empty(Assert.Single(ChairFormClock.Runs(given.Case)).Before);
    }
}
