using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Phases;
using StrategyBot.Phases.Answering;
using StrategyBot.Phases.Convening;
using StrategyBot.Rules.Deadlines;
using StrategyBot.Rules.Procedures;
using StrategyBot.Tests.Architecture;
using StrategyBot.Tests.Phases.Convening;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases;

/// <summary>No time that guards a child runs out in silence (P27, design §3.2): who hears what and when, as long as nobody acts.</summary>
public sealed class ClocksTests
{
    [Fact]
    public void Every_kind_of_clock_has_its_watcher_and_stands_in_the_table()
    {
        var clocks = typeof(Program).Assembly.GetTypes().Where(type => type.IsClass && type.IsAssignableTo(typeof(IClock))).ToList();
        string Of(Type clock, string what) => (string)clock.GetProperty(what)!.GetValue(null)!;
        var rows = clocks.OrderBy(clock => Of(clock, nameof(IClock.Kind)), StringComparer.Ordinal).Select(clock =>
            $"| `{Of(clock, nameof(IClock.Kind))}` | {Of(clock, nameof(IClock.Watches))} | {Of(clock, nameof(IClock.Until))} "
            + $"| {((Climb)clock.GetProperty(nameof(IClock.Climb))!.GetValue(null)!).Say()} |");

        Assert.All(clocks, clock => Assert.Contains(Of(clock, nameof(IClock.Kind)), Timeline.OfProgram().Kinds));
        var written = File.ReadAllText(Path.Combine(FilesTests.Root(), "bot", "Phases", "README.md"));
        Assert.Contains(string.Join('\n', rows), written, StringComparison.Ordinal);
    }

    [Fact]
    public void A_case_begun_on_a_saturday_afternoon_and_not_called() =>
        Golden.Text(Timeline.Of(BegunAt("2026-12-05 16:10"), "2026-12-07 10:00"));

    [Fact]
    public void A_case_with_days_to_go_that_nobody_calls() =>
        Golden.Text(Timeline.Of(BegunAt("2026-12-01 10:00", YesNo.No), "2026-12-07 09:00"));

    [Fact]
    public void Police_protection_said_at_convening_and_nothing_since() =>
        Golden.Text(Timeline.Of(BegunAt("2026-12-02 10:00").Fact(Told("2026-12-02 09:30") with
        {
            Features = [Features.PoliceProtection],
            ImmediateActionAt = Dates.Local("2026-12-02 08:00"),
        }), "2026-12-05 12:00"));

    [Fact]
    public void A_time_to_decide_that_nobody_keeps() => Golden.Text(Timeline.Of(
        Held().Fact(Position with { BasisFrom = Dates.Local("2026-12-02 08:00"), DecideBy = Dates.Local("2026-12-02 20:00") }),
        "2026-12-03 09:00"));

    [Fact]
    public void Police_protection_that_ends_on_a_saturday() => Golden.Text(Timeline.Of(
        Held().Fact(Position with { BasisFrom = Dates.Local("2026-12-02 08:00") }), "2026-12-05 14:00"));

    [Fact]
    public void A_meeting_whose_chair_is_ill() => Golden.Text(Timeline.Of(Quiet().By(Priya)
        .Fact(new InvitationAnswered(Priya.Id, Rsvp.CannotCome, false, false, "", false, false, Via.Form) { Meeting = FirstMeeting }),
        "2026-12-02 20:00"));

    [Theory]
    [InlineData("2026-12-02 10:00", "2026-12-02 13:30")]
    [InlineData("2026-12-02 13:45", "2026-12-02 13:55")]
    public void A_written_update_that_was_promised_is_asked_for_once_and_the_chair_hears(string promised, string asked)
    {
        var given = Quiet().At(promised).By(Grace).Fact(
            new InvitationAnswered(Grace.Id, Rsvp.WrittenUpdate, false, false, "", false, false, Via.Form) { Meeting = FirstMeeting });

        Assert.Equal([(Grace.Id.Value, Dates.Local(asked)), (Priya.Id.Value, Dates.Local(asked))],
            ClockDuty<UpdateClock>.Owes(given.Case).Select(owed => (owed.About.Whom, owed.DueAt)));

        given.Fact(new WrittenUpdateGiven(Grace.Id, "Seen twice in October.") { Meeting = FirstMeeting });
        Assert.Empty(ClockDuty<UpdateClock>.Owes(given.Case));
    }

    [Fact]
    public void Core_agencies_that_do_not_answer_at_short_notice() =>
        Golden.Text(Timeline.Of(Called("2026-12-02 12:00", "2026-12-02 14:00"), "2026-12-02 14:00", "answering"));

    [Fact]
    public void Core_agencies_that_do_not_answer_with_days_of_notice() =>
        Golden.Text(Timeline.Of(Called("2026-12-03 11:00", "2026-12-07 09:30"), "2026-12-07 09:30", "answering"));

    [Fact]
    public void Whoever_rang_is_left_half_an_hour_and_an_answer_or_a_reason_ends_it()
    {
        var given = Called("2026-12-02 12:00", "2026-12-02 14:00");
        DateTimeOffset? At() => CoreAnswerClock.Runs(given.Case).Select(one => (DateTimeOffset?)one.EndsAt).SingleOrDefault();
        Assert.Equal(Dates.Local("2026-12-02 12:30"), At());

        given.At("2026-12-02 12:40").Decided(c => CallsRule.Rang(c, CallsRule.DeskOf(Agency.Police), "no-answer", given.Now));
        Assert.Equal(Dates.Local("2026-12-02 13:10"), At());
        given.By(Grace).Fact(
            new InvitationAnswered(Grace.Id, Rsvp.Coming, true, true, "", false, false, Via.Form) { Meeting = FirstMeeting });
        Assert.Contains("Police. Ring now.", CoreAnswerClock.Tell(given.Case, CoreAnswerClock.Runs(given.Case).Single(), ClockStep.At,
            given.Now, Words), StringComparison.Ordinal);
        given.By(Priya)
            .Fact(new QuorumGapExplained(Agency.Police, "Did not answer", "The desk", "By telephone") { Meeting = FirstMeeting });
        Assert.Null(At());
        // Moved, all are asked again.
        given.Fact(new MeetingMoved(Dates.Local("2026-12-02 18:00"), Dates.Local("2026-12-02 19:00"), "") { Meeting = FirstMeeting });
        Assert.NotNull(At());
    }

    [Fact]
    public void A_meeting_that_ended_and_nobody_said_where_the_child_is() => Golden.Text(Timeline.Of(Held(), "2026-12-02 22:00"));

    [Fact]
    public void A_handover_at_night_that_nobody_accepts() => Golden.Text(Timeline.Of(
        Held().At("2026-12-02 22:00").Fact(Placed).By(Priya)
            .Fact(new HandoverGiven(Handover.OutOfHours, "Ring the ward at two.") { Meeting = FirstMeeting }),
        "2026-12-03 00:40"));

    [Fact]
    public void A_handover_to_the_manager_of_the_day_is_accepted_by_nine() => Golden.Text(Timeline.Of(
        Held().At("2026-12-02 22:00").Fact(Placed).By(Priya)
            .Fact(new HandoverGiven("deputyChair", "") { Meeting = FirstMeeting }),
        "2026-12-03 10:10"));

    [Fact]
    public void Whoever_acts_ends_it()
    {
        var given = Held().Fact(Position with { BasisFrom = Dates.Local("2026-12-02 08:00"), DecideBy = Dates.Local("2026-12-02 20:00") });
        Assert.Contains("safeguarding/decide-by", Timeline.Of(given, "2026-12-02 20:00"), StringComparison.Ordinal);

        given.At("2026-12-02 20:10").Fact(new ChildConfirmedSafe("") { Meeting = FirstMeeting, Child = Child1 });

        Assert.DoesNotContain("safeguarding/decide-by", Timeline.Of(given, "2026-12-03 20:00"), StringComparison.Ordinal);
    }

    private static PositionRecorded Position { get; } =
        new("Ward 4", "Nurses", "", SafetyBasis.PoliceProtection, null, null, "") { Meeting = FirstMeeting, Child = Child1 };

    private static PositionRecorded Placed { get; } = Position with { Basis = SafetyBasis.ParentsAgree };

    private static Given BegunAt(string at, YesNo? urgent = null) => new Given().At(at).Decided(_ => UrgencyRule.Open(
        Id, "Heron", ProcedureProfiles.Default, BankHolidays.Newest.Version, Priya, new(urgent, [], urgent is null ? "" : "Seen well.")))
        .Fact(Told(at));

    private static CircumstancesGiven Told(string at) =>
        Begun.Circumstances with { ConcernIdentifiedAt = Dates.Local(at), ReferralReceivedAt = Dates.Local(at) };

    /// <summary>Its time was set then, and nobody has answered.</summary>
    private static Given Called(string at, string starts) => AConvenedCase().At(at).Fact(
        new MeetingMoved(Dates.Local(starts), Dates.Local(starts).AddHours(1), "") { Meeting = FirstMeeting });

    /// <summary>Called for Wed 2 Dec 2026 at 14:00, and everything that its calling owes is done.</summary>
    private static Given Quiet()
    {
        var given = AConvenedCase().At("2026-12-02 08:00").Fact(
            new MeetingMoved(Dates.Local("2026-12-02 14:00"), Dates.Local("2026-12-02 15:00"), "") { Meeting = FirstMeeting });
        Timeline.Of(given, "2026-12-02 09:10");
        return given.At("2026-12-02 09:10");
    }

    private static Given Held() => Quiet().At("2026-12-02 14:00").Fact(new MeetingStarted(Via.Form) { Meeting = FirstMeeting })
        .At("2026-12-02 15:10").Fact(new MeetingEnded(Via.Form) { Meeting = FirstMeeting });
}
