using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Phases.Assessing;
using StrategyBot.Tests.Documents;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases.Assessing;

public sealed class AssessingPhaseTests
{
    [Fact]
    public void An_attendee_is_led_to_the_own_agencys_part_and_view_and_to_the_forms_that_ask_them()
    {
        Assert.Equal(["medical", "discharge"], Blocks(Grace));
        Assert.Equal(["police-referrals", "investigation", "abe"], Blocks(Sam));
        Assert.Equal([], Blocks(Ruth));

        static IEnumerable<string> Blocks(Participant reader)
        {
            var parts = AssessingPhase.List.Entries(AConvenedCase().SeenBy(reader), Dates.Local("2026-11-25 14:00")).Select(part => part.Id)
                .ToList();
            Assert.Equal(["assessing/information", "assessing/read-information", "assessing/view"], parts.Take(3));
            Assert.Contains("assessing/list/risk-assessments", parts);
            return parts.Skip(3).Where(part => part.StartsWith("assessing/block/", StringComparison.Ordinal))
                .Select(part => part["assessing/block/".Length..]);
        }
    }

    [Fact]
    public void The_chair_has_every_block_of_the_form()
    {
        var parts = AssessingPhase.List.Entries(AConvenedCase().Fact(AMeeting.NoEnquiry).SeenBy(Priya), Dates.Local("2026-11-25 14:00"))
            .Select(part => part.Id).ToList();

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
    [InlineData("family-told", "nothing-held", "not-known-yet")]
    [InlineData("existing-plan", "child-protection", "none")]
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

        // In the part of whoever is asked.
        StrategyBot.Phases.HubEntry BlockOf() => AssessingPhase.List.Entries(
            given.SeenBy(new[] { Priya, Tom, Sam, Grace }.First(person => AskedOf.Is(person, Headings.Find(heading)!.WhoFills))), given.Now)
            .Single(entry => entry.Id == $"assessing/block/{Headings.Find(heading)!.Block}");
    }

    [Theory]
    [InlineData("parents", "nothing-held")]
    [InlineData("parents", "not-known-yet")]
    [InlineData("carers", "nothing-held")]
    [InlineData("risk-factors", "substance")]
    public void A_bare_tick_for_a_whole_list_is_asked_for_its_words_too(string heading, string tick)
    {
        var given = AConvenedCase().By(Priya);
        Save("");

        var gap = AssessingPhase.List.Gaps(given.Case).Single(gap => gap.Id == $"heading/{heading}");
        Assert.StartsWith($"{Headings.Find(heading)!.Title} is ticked, and not said yet: ", gap.Sentence, StringComparison.Ordinal);
        Assert.Equal(ListPage.Id.Open, gap.Open.Verb);

        Save("The words that go with it.");
        Assert.DoesNotContain($"heading/{heading}", Gaps(given));

        void Save(string text) =>
            given.Decided(c => HeadingsRule.Save(c, Priya, [new(heading, [tick], text)], c.Version, Audience.Professionals));
    }

    [Fact]
    public void What_is_missing_is_named_to_whom_it_asks_and_to_the_chair_where_nobody_of_them_came()
    {
        var given = AConvenedCase();
        Assert.Equal(
            [("abe", WhoFills.Police), ("cause", WhoFills.Chair), ("medical", WhoFills.Health), ("wishes", WhoFills.SocialWorker)],
            Asked(given));

        given.By(Priya).Fact(
            new MeetingStarted(Via.Form) { Meeting = FirstMeeting }, new ArrivalNoted(Grace.Id, Via.Roster) { Meeting = FirstMeeting },
            new AttendanceConfirmed([Priya.Id, Tom.Id, Grace.Id]) { Meeting = FirstMeeting },
            new ArrivalNoted(Priya.Id, Via.Roster) { Meeting = FirstMeeting },
            new ArrivalNoted(Tom.Id, Via.Roster) { Meeting = FirstMeeting });

        Assert.Equal(
            [("abe", WhoFills.Chair), ("cause", WhoFills.Chair), ("medical", WhoFills.Health), ("wishes", WhoFills.SocialWorker)],
            Asked(given));
        Assert.True(Entry(given, Priya, "abe").IsOpen);
        Assert.False(Entry(given, Priya, "medical").IsOpen);
        Assert.Contains("asked of health", Entry(given, Priya, "medical").State, StringComparison.Ordinal);
        Assert.True(Entry(given, Grace, "medical").IsOpen);

        static IEnumerable<(string, WhoFills)> Asked(Given given) =>
            from gap in AssessingPhase.List.Gaps(given.Case)
            let heading = gap.Id.Split('/')[^1]
            where heading is "abe" or "cause" or "medical" or "wishes"
            orderby heading
            select (heading, gap.Fills);

        static StrategyBot.Phases.HubEntry Entry(Given given, Participant reader, string block) =>
            AssessingPhase.List.Entries(given.SeenBy(reader), given.Now).Single(entry => entry.Id == $"assessing/block/{block}");
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

        Assert.Equal("Professional disagreement to settle: 1", Assert
            .Single(AssessingPhase.List.Status(given.SeenBy(Priya), given.Now)).Text);
        Assert.Empty(AssessingPhase.List.Status(given.SeenBy(Grace), given.Now));
    }

    private static IReadOnlyList<string> Gaps(Given given) => [.. AssessingPhase.List.Gaps(given.Case).Select(gap => gap.Id)];
}
