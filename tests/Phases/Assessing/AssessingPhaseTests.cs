using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Phases.Assessing;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases.Assessing;

public sealed class AssessingPhaseTests
{
    [Fact]
    public void An_attendee_is_led_to_the_own_agencys_part_and_view_and_not_to_the_form()
    {
        var parts = AssessingPhase.List.Entries(AConvenedCase().SeenBy(Grace), Dates.Local("2026-11-25 14:00"));

        Assert.Equal(["assessing/information", "assessing/read-information", "assessing/view"], parts.Select(part => part.Id));
    }

    [Fact]
    public void The_chair_has_every_block_of_the_form()
    {
        var parts = AssessingPhase.List.Entries(AConvenedCase().SeenBy(Priya), Dates.Local("2026-11-25 14:00")).Select(part => part.Id)
            .ToList();

        Assert.All(Headings.Blocks, block => Assert.Contains($"assessing/block/{block.Id}", parts));
    }

    [Fact]
    public void Business_support_has_nothing_here() =>
        Assert.Empty(AssessingPhase.List.Entries(AConvenedCase().SeenBy(Jo), Dates.Local("2026-11-25 14:00")));

    [Fact]
    public void Every_mandatory_heading_binds_until_it_is_answered()
    {
        var given = AConvenedCase();
        Assert.Contains("heading/strengths", Gaps(given));

        given.By(Tom).Decided(
            c => HeadingsRule.Save(c, Tom, [new("strengths", [Heading.NotKnownYet], "")], c.Version, Audience.Professionals));

        Assert.DoesNotContain("heading/strengths", Gaps(given));
    }

    [Fact]
    public void Information_and_views_bind_per_core_agency_and_child()
    {
        var gaps = Gaps(AConvenedCase(children: 2));

        Assert.Equal(["information/SocialCare", "information/Police", "information/Health"], gaps
            .Where(gap => gap.StartsWith("information/", StringComparison.Ordinal)));
        Assert.Equal(6, gaps.Count(gap => gap.StartsWith("view/", StringComparison.Ordinal)));
    }

    [Fact]
    public void No_gap_names_anybody() =>
        Assert.All(AssessingPhase.List.Gaps(AConvenedCase(children: 2).Case), gap => Assert.DoesNotContain("Lindley", gap.Sentence));

    [Fact]
    public void The_chair_sees_how_many_disagreements_are_escalated_and_others_do_not()
    {
        var given = AConvenedCase().By(Grace)
            .Decided(c => ViewRule.Give(c, Grace, Grace, c.Children, ReasonableCause.Yes, "", Audience.Professionals))
            .By(Priya).Fact(new ReasonableCauseDecided(ReasonableCause.No, "") { Meeting = FirstMeeting, Child = Child1 })
            .By(Grace).Decided(c => StanceRule.Take(c, Grace, c.Children, Stance.Escalate, ""));

        Assert.Equal("Professional disagreement to escalate: 1", Assert
            .Single(AssessingPhase.List.Status(given.SeenBy(Priya), given.Now)).Text);
        Assert.Empty(AssessingPhase.List.Status(given.SeenBy(Grace), given.Now));
    }

    private static IReadOnlyList<string> Gaps(Given given) => [.. AssessingPhase.List.Gaps(given.Case).Select(gap => gap.Id)];
}
