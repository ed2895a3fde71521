using System.Text.Json;
using StrategyBot.Cases;
using StrategyBot.Rules;
using StrategyBot.Rules.Deadlines;
using StrategyBot.Rules.Procedures;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.Phases.Enquiring.AnEnquiry;

namespace StrategyBot.Tests.Phases.Enquiring;

/// <summary>Every date of an enquiry, against the vectors of requirements 1.10 and a counting of days written apart from ours.</summary>
public sealed class EnquiryOracleTests
{
    private static readonly HashSet<DateOnly> Holidays =
    [
        .. JsonDocument.Parse(EmbeddedText.Read("Deadlines.bank-holidays-england-and-wales.json")).RootElement.GetProperty("holidays")
            .EnumerateArray().Select(one => Dates.Date(one.GetProperty("date").GetString()!)),
    ];

    [Theory]
    [InlineData("2026-11-20", "2026-11-26", "2026-12-01", "2026-12-09", "2026-12-10", "2026-12-11")]
    [InlineData("2026-12-24", "2027-01-04", "2027-01-07", "2027-01-15", "2027-01-18", "2027-01-19")]
    public void The_vectors_of_the_requirements(string met, string day5, string day8, string day14, string day15, string limit)
    {
        var given = Begun(met);
        string On(string id) => Dates.Iso(CaseClocks.Of(given.Case).Single(clock => clock.Id == $"meeting-1/{id}").Due.On);
        Assert.Equal([day5, day8, day14, day15, limit],
            [On("progress-check"), On("enquiry-authorised"), On("conference-first-slot"), On("conference-last-slot"), On("conference")]);
    }

    /// <summary>Each day of three years that a meeting could be held on, weekends and holidays too.</summary>
    [Fact]
    public void Every_step_falls_where_a_calendar_says()
    {
        Assert.Contains(new DateOnly(2027, 3, 26), Holidays);
        var clocks = Clocks.For(ProcedureProfiles.Default);
        for (var met = new DateOnly(2026, 12, 1); met < new DateOnly(2028, 6, 1); met = met.AddDays(1))
        {
            var first = met;
            while (!IsWorked(first))
            {
                first = first.AddDays(1);
            }

            foreach (var step in Pipeline.Of(ProcedureProfiles.Default).Where(step => step.Day is not null))
            {
                Assert.Equal(Nth(first, step.Day!.Value - 1), clocks.OnDay(met, new(step.Day.Value, step.Source)).On);
            }

            Assert.Equal(Nth(met, 15), ConferenceLimits.Hold(clocks, ProcedureProfiles.Default.Conference, met).On);
        }
    }

    /// <summary>So many worked days later, one day at a time.</summary>
    private static DateOnly Nth(DateOnly from, int days)
    {
        for (var left = days; left > 0;)
        {
            from = from.AddDays(1);
            left -= IsWorked(from) ? 1 : 0;
        }

        return from;
    }

    private static bool IsWorked(DateOnly day) => !((int)day.DayOfWeek is 0 or 6 || Holidays.Contains(day));
}
