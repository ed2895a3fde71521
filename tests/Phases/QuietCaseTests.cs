using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Documents;
using StrategyBot.Phases.Minuting;
using StrategyBot.Rules.Deadlines;
using StrategyBot.Rules.Procedures;
using StrategyBot.Tests.Phases.Convening;
using StrategyBot.Tests.TestKit;
using Xunit.Abstractions;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases;

/// <summary>How much a case says, counted over all that the product's phases owe: a case of Friday 4 December 2026, called at 10:00 for
/// noon, with nothing left open.</summary>
public sealed class QuietCaseTests(ITestOutputHelper output)
{
    [Fact]
    public void The_school_of_a_friday_case_hears_three_times_until_monday()
    {
        var heard = Heard().Where(line => line.Whom == Ruth.Name).Select(line => $"{line.At} {line.Kind}").ToList();

        Assert.Equal(
        [
            "Fri 4 Dec 2026, 10:00 convening/invite",
            "Fri 4 Dec 2026, 12:50 planning/tell-owner",
            "Fri 4 Dec 2026, 15:00 minuting/distribute",
        ], heard);
    }

    /// <summary>But for the procedure's own marks on the day on which minutes are due (R88).</summary>
    [Fact]
    public void Where_nobody_does_what_is_routine_nobody_hears_more_than_once_a_day()
    {
        var often = Heard("2027-01-15 12:00")
            .Where(line => !line.At.StartsWith("Fri 4 Dec", StringComparison.Ordinal) && line.Kind != RemindOfMinutesDuty.Kind)
            .GroupBy(line => (line.Whom, Day: line.At.Split(',')[0])).Where(day => day.DistinctBy(line => line.At).Count() > 1)
            .SelectMany(day => day).ToList();

        Assert.Empty(often);
    }

    private List<(string At, string Whom, string Kind)> Heard(string until = "2026-12-07 08:00")
    {
        var (given, heard) = (Called(), new List<(string, string, string)>());
        Note("2026-12-04 11:59");
        Held(given);
        Note("2026-12-04 14:59");
        given.At("2026-12-04 15:00").By(Priya).Decided(@case => ApprovalRule.Approve(
            @case, Priya, new(Id.Value, 0, MinutesDigest.Of(MinutesDraft.Of(@case)), "", ""), Dates.Local("2026-12-04 15:00")));
        Note("2026-12-04 15:29");
        given.At("2026-12-04 15:30").Fact(In(new ChildConfirmedSafe("Seen at the grandmother's.") { Child = Child1 }),
            In(new ChildVisited(VisitOutcome.SeenAlone, "", "") { Child = Child1 }));
        Note(until);
        heard.ForEach(line => output.WriteLine(line.ToString()));
        return heard;

        void Note(string to) => heard.AddRange(Timeline.Of(given, to).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(" | ")).Select(parts => (parts[0], parts[1], parts[2])).Distinct());
    }

    private static Given Called() => new Given().At("2026-12-04 10:00")
        .Fact(new CaseOpened(Id.Value, "Heron", ProcedureProfiles.Default.ToJson(), BankHolidays.Newest.Version, Priya,
            new UrgentQuestion(null, [], "")))
        .Fact(new ChildNamed(new("Ash Lindley", "", new DateOnly(2016, 3, 1), false, "1 Mill Lane", "Mill Lane Primary", ""))
        {
            Child = Child1,
        })
        .Fact([.. new[] { Tom, Sam, Grace, Ruth, Helen, Jo }.Select(person => new ParticipantAdded(person))])
        .Fact(Begun.Circumstances)
        .Fact(In(new MeetingConvened(Dates.Local("2026-12-04 12:00"), Dates.Local("2026-12-04 13:00"), Dates.Local("2026-12-04 23:59"),
            "same day", "")))
        .Fact(In(new EventCreated("event-1") { Invitees = [Tom.Id, Sam.Id, Grace.Id, Ruth.Id] }))
        .Fact(In(new ChatFound("online-1", "19:thread", "https://join.example/1")))
        .Fact(In(new ChatReachable("19:thread", "https://teams.example/", null)));

    private static void Held(Given given) => given.At("2026-12-04 12:00")
        .Fact(In(new MeetingStarted(Via.TeamsEvent)), In(new ConfidentialityRead()))
        .Fact([.. new[] { Priya, Tom, Sam, Grace, Ruth }.Select(person => In(new ArrivalNoted(person.Id, Via.Roster)))])
        .Fact(
            In(new PositionRecorded("At grandmother's", "Grandmother", "Tom Okafor", SafetyBasis.ParentsAgree, null,
                Dates.Local("2026-12-04 18:00"), "01632 960009")
            { Child = Child1 }),
            In(new ReasonableCauseDecided(ReasonableCause.Yes, "The explanations do not fit.") { Child = Child1 }),
            In(new Section47Decided(Section47.Start, Conduct.Joint, null, "") { Child = Child1 }),
            In(new ActionAgreed(new("action-1"), ActionKind.Action, "Send the attendance record", Ruth.Id,
                Dates.Local("2026-12-08 15:00"), "", "")))
        .At("2026-12-04 12:50").Fact(In(new ImmediatePlanAgreed()), In(new AuthorisedToStart()))
        .At("2026-12-04 12:55").Fact(In(new MeetingEnded(Via.TeamsEvent)));

    private static TFact In<TFact>(TFact fact)
        where TFact : Fact => fact with { Meeting = FirstMeeting };
}
