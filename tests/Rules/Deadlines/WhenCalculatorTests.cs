using StrategyBot.Rules.Deadlines;
using StrategyBot.Rules.Procedures;
using StrategyBot.Rules.Wording;
using static StrategyBot.Tests.TestKit.Dates;

namespace StrategyBot.Tests.Rules.Deadlines;

public sealed class WhenCalculatorTests
{
    private static readonly ProcedureProfile Bedford = ProcedureProfiles.Named("bedford");

    [Fact]
    public void The_general_limit_and_everything_after_it() => TestKit.Golden.Text(Ask("general 2026-11-20"));

    [Fact]
    public void The_same_day_after_the_cut_off() => TestKit.Golden.Text(Ask("same-day 2026-11-20 16:30"));

    [Theory]
    [InlineData("sexual-abuse 2026-11-20 forensic", "Hold by Fri 20 Nov 2026 (same day: forensic evidence – Bedford guide)")]
    [InlineData("sexual-abuse 2026-11-20",
        "Hold by Fri 20 Nov 2026 (same day: whether forensic evidence needs it is not answered – Bedford guide)")]
    [InlineData("sexual-abuse 2026-11-20 no-forensic", "Hold by Wed 25 Nov 2026 (within 3 working days: general limit – Bedford guide)")]
    [InlineData("complex 2026-11-20", "Hold by Fri 27 Nov 2026 (within 5 working days: complex case – Bedford guide)")]
    [InlineData("complex 2026-11-20 protection", "Hold by Wed 25 Nov 2026 (within 3 working days: general limit – Bedford guide)")]
    [InlineData("staff Fri 20 Nov 2026",
        "Hold by Fri 27 Nov 2026 (within 5 working days: allegation against someone who works with children – Bedford guide)")]
    [InlineData("immediate-action 20/11/2026 03:00", "Hold by Mon 23 Nov 2026 (within 1 working day: immediate action – Bedford guide)")]
    [InlineData("GENERAL today", "Hold by Wed 25 Nov 2026 (within 3 working days: general limit – Bedford guide)")]
    public void The_first_line_is_the_limit_for_holding_the_meeting(string typed, string first) =>
        Assert.Equal(first, Ask(typed).Split('\n')[0]);

    [Fact]
    public void A_complex_case_names_who_must_chair() =>
        Assert.Contains("A Head of Service must chair (Bedford guide).", Ask("complex 2026-11-20"), StringComparison.Ordinal);

    [Fact]
    public void A_date_past_the_known_holidays_is_answered_with_a_warning() =>
        Assert.Contains("The bank holidays after 2028 are not known here yet: check this date.", Ask("general 2028-12-28"),
            StringComparison.Ordinal);

    [Theory]
    [InlineData("", HowTo)]
    [InlineData(null, HowTo)]
    [InlineData("2026-11-20", HowTo)]
    [InlineData("holiday 2026-11-20", HowTo)]
    [InlineData("general", "Add a date: when general 2026-11-20.")]
    [InlineData("sexual-abuse forensic", "Add a date: when sexual-abuse 2026-11-20.")]
    [InlineData("general 14:00", "Which day? Type the day and the time, like tomorrow 12:00 or 2026-11-26 14:00.")]
    [InlineData("general 2026-11-31", "Type the date like 2026-11-26, 26/11/2026, 26 Nov, today or tomorrow.")]
    [InlineData("general 2026-11-20 wibble", "Type the date like 2026-11-26, 26/11/2026, 26 Nov, today or tomorrow.")]
    [InlineData("general 1900-01-01",
        "The year must be from 2020 to 2035. Type the date like 2026-11-26, 26/11/2026, 26 Nov, today or tomorrow.")]
    [InlineData("general 2040-01-01",
        "The year must be from 2020 to 2035. Type the date like 2026-11-26, 26/11/2026, 26 Nov, today or tomorrow.")]
    [InlineData("same-day 2026-11-20 25:30", "Type the time like 14:00 or 2pm.")]
    public void What_cannot_be_answered_is_answered_with_what_to_type(string? typed, string sentence) =>
        Assert.Equal(sentence, Ask(typed));

    private const string HowTo =
        "Type when, then general, same-day, immediate-action, complex, staff or sexual-abuse, then a date: when general 2026-11-20 or "
            + "when same-day 2026-11-20 16:30.";

    private static string Ask(string? typed) =>
        WhenCalculator.Answer(typed, Clocks.For(Bedford), Bedford, Local("2026-11-20 09:00"))
            .Match(answer => answer.Say(Words.English), sentence => sentence);
}
