using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.Cases.DatedCases;

namespace StrategyBot.Tests.Cases;

public sealed class ProtectionClocksTests
{
    private const string Id = "child-1/police-protection";

    [Fact]
    public void Police_protection_ends_after_72_clock_hours_over_a_weekend_and_the_change_of_the_clocks() => Assert.Equal(
        "Police protection ends Sun 28 Mar 2027, 23:30 (within 72 hours – practice, to be confirmed)",
        Said(Held("2027-03-26").Fact(Position("2027-03-25 22:30")), "2027-03-26 09:00"));

    [Fact]
    public void It_is_not_over_until_the_child_is_confirmed_safe()
    {
        var given = Held("2026-11-20").Fact(Position("2026-11-20 03:00"));
        Assert.EndsWith("It has ended, and the child is not confirmed safe.", Said(given, "2026-11-23 04:00"), StringComparison.Ordinal);

        given.At("2026-11-22 12:00")
            .Fact(new ChildConfirmedSafe("at the grandmother's") { Meeting = Given.FirstMeeting, Child = Given.Child1 });
        Assert.EndsWith("Child confirmed safe Sun 22 Nov 2026, 12:00.", Said(given, "2026-11-23 04:00"), StringComparison.Ordinal);
    }

    [Fact]
    public void Until_a_position_is_written_down_what_was_said_at_convene_counts()
    {
        var given = Opened("2026-11-20").Fact(new CircumstancesGiven(
            [], "", Dates.Local("2026-11-20 02:00"), Dates.Local("2026-11-20 02:00"), Dates.Local("2026-11-20 03:00"),
            ["police-protection"], "", MeetingMode.Teams, ""));
        Assert.Contains(CaseClocks.Of(given.Case),
            clock => clock is { Id: "police-protection", Due: { ByTheMinute: true } due } && due.At == Dates.Local("2026-11-23 03:00"));

        given.Fact(Position("2026-11-20 03:00") with { Basis = SafetyBasis.ParentsAgree, BasisFrom = null });
        Assert.DoesNotContain(CaseClocks.Of(given.Case), clock => clock.Id.EndsWith("police-protection", StringComparison.Ordinal));
    }

    [Fact]
    public void Only_whom_the_position_is_for_is_told_of_it()
    {
        var given = Held("2026-11-20").Fact(Position("2026-11-20 03:00") with { Audience = Audience.PoliceAndSocialCare });

        Assert.Contains(CaseClocks.For(given.SeenBy(Given.Sam)), clock => clock.Id == Id);
        Assert.DoesNotContain(CaseClocks.For(given.SeenBy(Given.Ruth)), clock => clock.Id == Id);
        Assert.DoesNotContain(CaseClocks.For(given.SeenBy(Given.Jo)), clock => clock.Id == Id);
    }

    [Fact]
    public void Why_the_limit_holds_is_for_those_who_may_read_the_case()
    {
        var given = Held("2026-11-20").Fact(new UrgencyAnswered(new(YesNo.Yes, ["baby-injury"], "")));

        Assert.Contains("same day", CaseClocks.For(given.SeenBy(Given.Sam))[0].Due.Rule, StringComparison.Ordinal);
        Assert.Equal("limit of this case", CaseClocks.For(given.SeenBy(Given.Jo))[0].Due.Rule);
        Assert.Equal(CaseClocks.Of(given.Case)[0].Due.On, CaseClocks.For(given.SeenBy(Given.Jo))[0].Due.On);
    }

    private static PositionRecorded Position(string from) =>
        new("hospital", "", "", SafetyBasis.PoliceProtection, Dates.Local(from), null, "")
        {
            Meeting = Given.FirstMeeting,
            Child = Given.Child1,
        };

    private static string Said(Given given, string now) =>
        CaseClocks.Of(given.Case).Where(clock => clock.Id == Id)
            .Select(clock => $"{clock.Label} {clock.Say(Given.Words, Dates.Local(now))}").Single();
}
