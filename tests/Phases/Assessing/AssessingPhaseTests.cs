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

    [Theory]
    [InlineData("discharge", "yes", "no")]
    [InlineData("medical", "no", "")]
    [InlineData("medical", "yes", "")]
    [InlineData("abe", "no", "")]
    [InlineData("abe", "yes", "not-known-yet")]
    [InlineData("review-meeting", "yes", "no")]
    [InlineData("legal", "yes", "no")]
    [InlineData("marac", "yes", "not-known-yet")]
    [InlineData("marac", "no", "")]
    [InlineData("mappa", "no", "")]
    [InlineData("intelligence", "no", "")]
    [InlineData("interpreter", "yes", "no")]
    [InlineData("recurring", "nothing-held", "not-known-yet")]
    [InlineData("parents", "nothing-held", "")]
    [InlineData("parents", "not-known-yet", "")]
    [InlineData("carers", "nothing-held", "")]
    [InlineData("family-told", "nothing-held", "not-known-yet")]
    [InlineData("existing-plan", "child-protection", "none")]
    [InlineData("risk-factors", "substance", "nothing-held")]
    [InlineData("seriousness", "high", "not-known-yet")]
    public void A_bare_tick_does_not_close_what_the_paper_asks_more_for(string heading, string tick, string enough)
    {
        var given = AConvenedCase();

        // Nothing stands in the way of a save (P30), and the form that was saved says what is asked later.
        Save(tick, "");
        var gap = AssessingPhase.List.Gaps(given.Case).Single(gap => gap.Id == $"heading/{heading}");
        var title = Headings.Find(heading)!.Title;
        Assert.StartsWith($"{title} is ticked, and not said yet: ", gap.Sentence, StringComparison.Ordinal);
        Assert.Equal(HeadingsPart.Id.Open, gap.Open.Verb);
        Assert.True(BlockOf().IsOpen);
        Assert.Contains(", 1 without the words that go with it", BlockOf().State, StringComparison.Ordinal);

        Save(tick, "The words that go with it.");
        Assert.DoesNotContain($"heading/{heading}", Gaps(given));
        if (enough.Length > 0)
        {
            Save(enough, "");
            Assert.DoesNotContain($"heading/{heading}", Gaps(given));
        }

        void Save(string ticked, string text) => given.By(Priya).Decided(
            c => HeadingsRule.Save(c, Priya, [new(heading, [ticked], text)], c.Version, Audience.Professionals));

        StrategyBot.Phases.HubEntry BlockOf() => AssessingPhase.List.Entries(given.SeenBy(Priya), given.Now)
            .Single(entry => entry.Id == $"assessing/block/{Headings.Find(heading)!.Block}");
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
