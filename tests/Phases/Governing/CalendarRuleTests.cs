using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Obligations;
using StrategyBot.Phases.Governing;
using StrategyBot.Rules;
using StrategyBot.Rules.Deadlines;
using StrategyBot.Tests.Records;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.Cases.DatedCases;
using static StrategyBot.Tests.TestKit.Dates;

namespace StrategyBot.Tests.Phases.Governing;

/// <summary>A holiday on Mon 7 Dec 2026, proclaimed on Tue 1 Dec 2026. No such holiday was ever proclaimed.</summary>
public sealed class CalendarRuleTests
{
    private static readonly BankHolidays Later = Proclaimed("2026-12-07");

    [Fact]
    public void Every_limit_behind_a_holiday_proclaimed_later_moves_with_the_old_date_the_new_one_and_why() => Assert.Equal(
        new CalendarChanged(BankHolidays.Newest.Version, "2026-12-01", [Date("2026-12-07")], [], BankHolidays.Newest.FirstYear,
            BankHolidays.Newest.LastYear,
        [
            new("meeting-1/conference-first-slot", "Conference: book for", Date("2026-12-09"), Date("2026-12-10")),
            new("meeting-1/conference-last-slot", "or for", Date("2026-12-10"), Date("2026-12-11")),
            new("meeting-1/conference", "Conference by", Date("2026-12-11"), Date("2026-12-14")),
        ]),
        Look(Enquired("2026-11-20"), Later));

    [Fact]
    public void From_then_on_the_case_is_counted_by_the_new_calendar_and_changes_no_more()
    {
        var given = Enquired("2026-11-20");
        Assert.Equal("2026-12-11", Conference(given.Case));

        given.At("2026-12-01 12:00").Fact(Look(given, Later)!);

        Assert.Equal("2026-12-14", Conference(given.Case));
        Assert.Equal(Later, given.Case.Calendar);
        Assert.Null(Look(given, Later));
    }

    [Fact]
    public void A_holiday_behind_every_limit_changes_nothing() => Assert.Null(Look(Enquired("2026-11-20"), Proclaimed("2026-12-21")));

    [Fact]
    public void A_limit_that_is_past_by_either_calendar_changes_nothing() =>
        Assert.Null(Look(Held("2026-11-20"), Proclaimed("2026-11-24")));

    [Fact]
    public void A_release_that_was_taken_back_knows_less_and_changes_nothing()
    {
        var given = Enquired("2026-11-20").At("2026-12-01 12:00");
        given.Fact(Look(given, Later)!);

        Assert.Null(Look(given, BankHolidays.Newest));
        Assert.Equal("2026-12-14", Conference(given.Case));
    }

    [Fact]
    public void A_further_year_that_came_with_it_is_no_reason()
    {
        var given = Enquired("2026-11-20");
        var changed = Look(given, Later with { LastYear = 2029, Dates = Later.Dates.Add(Date("2029-01-01")) })!;

        Assert.Contains(Date("2029-01-01"), changed.Proclaimed);
        Assert.Equal("Mon 7 Dec 2026 is a bank holiday now.", CalendarRule.Why(given.Case, changed, Given.Words));
    }

    [Fact]
    public void The_chair_is_told_on_the_next_working_morning_and_sees_it_in_status_at_once()
    {
        var given = Enquired("2026-11-20").At("2026-12-04 20:00");
        given.Fact(CalendarRule.For(given.Case, Later, given.Now)!);

        var owed = Assert.Single(TellCalendarChangeDuty.Owes(given.Case));
        // Not on Mon 7 Dec: that is the holiday.
        Assert.Equal((Local("2026-12-08 08:45"), Given.Priya.Id), (owed.DueAt, owed.To));
        var line = Assert.Single(GoverningPhase.List.Status(given.SeenBy(Given.Priya), given.Now));
        Assert.StartsWith("Dates have changed: Mon 7 Dec 2026 is a bank holiday now.", line.Text, StringComparison.Ordinal);
        Assert.Empty(GoverningPhase.List.Status(given.SeenBy(Given.Sam), given.Now));
    }

    [Fact]
    public async Task It_is_recorded_by_the_daily_look_and_still_counts_after_a_restart()
    {
        var duties = new Duties().Watch<CalendarWatch>();
        using var cases = new RecordedCases(duties.Earliest);
        await cases.HaveAsync(Enquired("2026-11-20"));
        cases.Clock.Advance(Local("2026-12-01 12:00") - cases.Clock.GetUtcNow());
        await using var services = new ServiceCollection().AddSingleton(Later).AddSingleton<TimeProvider>(cases.Clock)
            .BuildServiceProvider();
        var work = new CaseWork(cases.Clerk, cases.Record, duties, cases.Leases, cases.Clock, services, NullLogger<CaseWork>.Instance);

        await work.DoAsync(Given.Id, default);
        cases.Clock.Advance(TimeSpan.FromDays(1));
        await work.DoAsync(Given.Id, default);

        var @case = await cases.AnotherInstance().LoadAsync(Given.Id, default);
        Assert.Single(@case.CalendarChanges);
        Assert.Equal("2026-12-14", Conference(@case));
    }

    private static BankHolidays Proclaimed(string day) =>
        BankHolidays.Newest with { Version = "2026-12-01", Dates = BankHolidays.Newest.Dates.Add(Date(day)).Order().ToValueList() };

    private static CalendarChanged? Look(Given given, BankHolidays newest) =>
        CalendarRule.For(given.Case, newest, Local("2026-12-01 12:00"));

    private static string Conference(Case @case) => Iso(CaseClocks.Of(@case).Single(clock => clock.Id == "meeting-1/conference").Due.On);
}
