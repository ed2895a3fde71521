using System.Text.Json.Nodes;
using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Documents;
using StrategyBot.Phases.Assessing;
using StrategyBot.Protocols.Cards;
using StrategyBot.Rules;
using StrategyBot.Rules.Procedures;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases.Assessing;

/// <summary>What is asked since the papers were written (R128–R135, R142, P43): by whom, whether it binds, where it is printed.</summary>
public sealed class LaterHeadingsTests
{
    [Theory]
    [InlineData("contact-before", "before", "SocialWorker", true)]
    [InlineData("earlier", "before", "SocialWorker", true)]
    [InlineData("family-group", "before", "SocialWorker", true)]
    [InlineData("child-said", "seen", "SocialWorker", true)]
    [InlineData("not-shared", "family-told", "Chair", false)]
    [InlineData("cp-is", "discharge", "Health", true)]
    public void Each_is_asked_of_who_knows_it_and_stands_in_the_minutes(string id, string block, string who, bool binds)
    {
        var given = AConvenedCase();
        var heading = Headings.Find(id)!;

        Assert.Equal((block, who), (heading.Block, $"{heading.WhoFills}"));
        Assert.Contains(Headings.BlocksOf(given.Case).Single(one => one.Id == block).Headings, one => one.Id == id);
        Assert.Equal(binds, AssessingPhase.List.Gaps(given.Case).Any(gap => gap.Id == $"heading/{id}" && $"{gap.Fills}" == who));
        Assert.Equal(["Nothing recorded"], Printed(given, heading));
    }

    [Fact]
    public void A_procedure_may_switch_a_heading_off_and_then_it_is_neither_asked_nor_printed_nor_missed()
    {
        var given = AConvenedCase();
        var without = given.Case with { Profile = given.Case.Profile with { Headings = new(ValueList.Of(["family-group", "cp-is"])) } };

        Assert.Equal(["contact-before", "earlier"],
            Headings.BlocksOf(without).Single(block => block.Id == "before").Headings.Select(heading => heading.Id));
        Assert.DoesNotContain(AssessingPhase.List.Gaps(without), gap => gap.Id is "heading/family-group" or "heading/cp-is");
        Assert.DoesNotContain(MinutesDraft.Of(without), paragraph => paragraph.Section is "Family group decision-making" or "CP-IS");
        Assert.Contains(MinutesDraft.Of(without), paragraph => paragraph.Section == "Contact before the meeting");
    }

    /// <summary>Its procedure stands on it as it was recorded.</summary>
    [Fact]
    public void A_case_that_was_begun_before_is_asked_none_of_it()
    {
        var recorded = JsonNode.Parse(ProcedureProfiles.Default.ToJson())!.AsObject();
        recorded.Remove("headings");
        var former = AConvenedCase().Case with { Profile = ProcedureProfile.FromJson(recorded.ToJsonString()) };

        Assert.DoesNotContain("headings", former.Profile.ToJson(), StringComparison.Ordinal);
        Assert.DoesNotContain(Headings.Of(former), heading => heading.IsLater);
        Assert.DoesNotContain(Headings.BlocksOf(former), block => block.Id == "before");
        Assert.Equal(["criminal"], Headings.BlocksOf(former).Single(block => block.Id == "investigation").Headings
            .Select(heading => heading.Id));
    }

    [Fact]
    public void The_schema_names_every_heading_that_can_be_switched_off()
    {
        var schema = JsonNode.Parse(EmbeddedText.Read("Procedures.profile.schema.json"))!;
        var named = schema["properties"]!["headings"]!["properties"]!["off"]!["items"]!["enum"]!.AsArray()
            .Select(one => one!.GetValue<string>()).ToList();

        Assert.All(Headings.All.Where(heading => heading.Kind != HeadingKind.OwnForm), heading => Assert.Contains(heading.Id, named));
        Assert.All(named, id => Assert.NotNull(Headings.Find(id)));
    }

    [Theory]
    [InlineData("criminal", "", "None so far is no investigation.", "officer", "criminal-timing")]
    [InlineData("medical", "yes", "Today, Dr Ade.", "medical-consent", "siblings-examined")]
    public void What_hangs_on_another_answer_binds_and_is_printed_only_where_that_was_given(
        string id, string tick, string text, string one, string other)
    {
        var given = AConvenedCase();
        Assert.DoesNotContain(Gaps(given), gap => gap == $"heading/{one}" || gap == $"heading/{other}");
        Assert.Empty(Printed(given, Headings.Find(one)!));

        given.By(Priya).Decided(c => HeadingsRule.Save(
            c, Priya, [new(id, tick.Length == 0 ? [] : [tick], text)], c.Version, Audience.Professionals));

        Assert.Contains($"heading/{one}", Gaps(given));
        Assert.Contains($"heading/{other}", Gaps(given));
        Assert.Equal(["Nothing recorded"], Printed(given, Headings.Find(one)!));
        // It stood on the form that was answered: nothing leads its agency there again.
        var heading = Headings.Find(id)!;
        var mine = AssessingPhase.List.Entries(given.SeenBy(heading.WhoFills == WhoFills.Police ? Sam : Grace), given.Now)
            .Single(entry => entry.Id == $"assessing/block/{heading.Block}");
        Assert.False(mine.IsOpen, mine.State);
    }

    [Fact]
    public void Where_no_enquiry_starts_completion_asks_until_when_what_stays_whether_the_family_agrees_and_who_told_them()
    {
        string[] asked = ["heading/plan-until", "heading/support-agreed", "heading/no-enquiry-told"];
        var given = AConvenedCase().By(Priya).Fact(Enquiry(Section47.Start));
        Assert.Empty(Gaps(given).Intersect(asked));
        Assert.DoesNotContain(Headings.BlocksOf(given.Case), block => block.Id == "no-enquiry");
        Assert.Empty(Printed(given, Headings.Find("plan-until")!));

        given.Fact(Enquiry(Section47.NotStart));
        Assert.Equal(asked, Gaps(given).Intersect(asked));
        Assert.Equal(["Nothing recorded"], Printed(given, Headings.Find("plan-until")!));
        Assert.Equal(["text-plan-until", "ticks-support-agreed", "text-support-agreed", "text-no-enquiry-told", "held", "marking"],
            PartHost.Open(new HeadingsPart(), given.SeenBy(Tom), new HeadingsPart.Form(Id.Value, "no-enquiry"), Now).Body
                .OfType<CardInput>().Select(input => input.Id));

        given.By(Tom).Decided(c => HeadingsRule.Save(c, Tom,
            [
                new("plan-until", [], "Child in need plan, reviewed 18 December."), new("support-agreed", ["yes"], ""),
                new("no-enquiry-told", [], "Tom Okafor, today."),
            ],
            c.Version, Audience.Professionals));
        Assert.Empty(Gaps(given).Intersect(asked));
    }

    [Fact]
    public void Consent_is_asked_with_of_whom_and_a_refusal_says_that_it_needs_legal_advice()
    {
        var heading = Headings.Find("medical-consent")!;
        Assert.Equal("asked of whom, by whom and when", heading.Unsaid(new(AnswerKind.Known, ["refused"], "")));
        Assert.Equal("Refused: legal advice is needed: Dana Lindley, by the ward.",
            AnswerWords.Say(heading, new(AnswerKind.Known, ["refused"], "Dana Lindley, by the ward.")));

        var form = PartHost.Open(new HeadingsPart(), AConvenedCase().SeenBy(Grace), new HeadingsPart.Form(Id.Value, "medical"), Now);
        Assert.Equal(["ticks-medical", "text-medical", "ticks-medical-consent", "text-medical-consent",
            "ticks-siblings-examined", "marking"],
            form.Body.OfType<CardInput>().Select(input => input.Id));
    }

    [Theory]
    [InlineData("Phone", true)]
    [InlineData("Teams", false)]
    public void Why_it_is_by_telephone_is_asked_by_telephone_alone(string mode, bool asked)
    {
        var given = Held(mode);

        Assert.Equal(asked, Gaps(given).Contains("heading/why-by-phone"));
        Assert.Equal(asked ? ["Nothing recorded"] : [], Printed(given, Headings.Find("why-by-phone")!));
        Assert.InRange(
            PartHost.Open(new HeadingsPart(), given.SeenBy(Priya), new HeadingsPart.Form(Id.Value, "family-told"), Now).Body
                .OfType<CardInput>().Count(), 5, 6);
    }

    [Theory]
    [InlineData("Phone", "Two meetings on the brother.", true)]
    [InlineData("Phone", "", false)]
    [InlineData("Teams", "Two meetings on the brother.", false)]
    public void An_enquiry_by_telephone_on_a_child_with_earlier_ones_owes_a_meeting(string mode, string earlier, bool owed)
    {
        var given = Held(mode).By(Priya)
            .Fact(new MeetingStarted(Via.Form) { Meeting = FirstMeeting })
            .Fact(new Section47Decided(Section47.Start, Conduct.Joint, null, "") { Meeting = FirstMeeting, Child = Child1 })
            .Decided(c => HeadingsRule.Save(
                c, Priya, [new("earlier", earlier.Length == 0 ? [Heading.NothingHeld] : [], earlier)], c.Version, Audience.Professionals));

        Assert.Equal(owed, AssessingPhase.List.Status(given.SeenBy(Priya), Now)
            .Any(line => line.Text.Contains("a meeting is owed", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_meeting_that_is_owed_is_asked_for_until_a_further_one_is_opened()
    {
        var given = Held("Phone").By(Priya).At("2026-11-30 10:00")
            .Fact(new MeetingStarted(Via.Form) { Meeting = FirstMeeting })
            .Fact(new Section47Decided(Section47.Start, Conduct.Joint, null, "") { Meeting = FirstMeeting, Child = Child1 });
        Assert.Empty(OwedMeetingDuty.Owes(given.Case));
        given.Decided(c => HeadingsRule.Save(c, Priya, [new("earlier", [], "A plan in 2024.")], c.Version, Audience.Professionals));

        var owed = OwedMeetingDuty.Owes(given.Case).ToList();

        Assert.Equal(
            [("chair", Dates.Local("2026-11-30 10:00")), ("chair", Dates.Local("2026-12-01 09:00")),
                ("serviceManager", Dates.Local("2026-12-01 09:00"))],
            owed.Take(3).Select(one => (one.About, one.DueAt)));
        Assert.Equal(7, owed.Count);
        var profile = given.Case.Profile;
        Assert.Empty(OwedMeetingDuty.Owes(
            given.Case with { Profile = profile with { Enquiry = profile.Enquiry with { MeetingAfterTelephone = false } } }));
        given.Fact(new MeetingOpened(Priya.Id, "owed") { Meeting = new("meeting-2") });
        Assert.Empty(OwedMeetingDuty.Owes(given.Case.About(FirstMeeting)!));
    }

    [Fact]
    public void What_the_child_has_said_stands_on_the_first_page()
    {
        var given = AConvenedCase().By(Tom).Decided(c => HeadingsRule.Save(
            c, Tom, [new("child-said", [], "“He gets cross.” To Ruth Carver, today.")], c.Version, Audience.Professionals));

        var sections = MinutesDraft.Of(given.Case).Select(paragraph => paragraph.Section).Distinct().ToList();
        Assert.Equal(["Meeting", "What the child has said or shown"], sections.Take(2));
    }

    private static Section47Decided Enquiry(Section47 answer) =>
        new(answer, null, answer == Section47.NotStart ? FollowOn.ChildInNeed : null, "")
        {
            Meeting = FirstMeeting,
            Child = Child1,
        };

    private static DateTimeOffset Now => Dates.Local("2026-11-25 14:05");

    private static Given Held(string mode) => AConvenedCase().By(Priya)
        .Fact(new CircumstancesGiven([], "", Now.AddHours(-2), Now.AddHours(-2), null, [], "North",
            Enum.Parse<MeetingMode>(mode), "Bruises."));

    private static IReadOnlyList<string> Gaps(Given given) => [.. AssessingPhase.List.Gaps(given.Case).Select(gap => gap.Id)];

    private static IEnumerable<string> Printed(Given given, Heading heading) =>
        MinutesDraft.Of(given.Case).Where(paragraph => paragraph.Section == heading.Title).Select(paragraph => paragraph.Text);
}
