using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Documents;
using StrategyBot.Phases.Minuting;
using StrategyBot.Phases.Planning;
using StrategyBot.Phases.SafetyPlanning;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.Phases.SafetyPlanning.APlan;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases.SafetyPlanning;

/// <summary>13.4, R80, R81: who has which version of the plan, since when and how, told from the record alone.</summary>
public sealed class WhoHasPlanTests
{
    [Fact]
    public void Whoever_was_there_heard_it_and_the_others_wait_for_the_minutes()
    {
        var given = Rows().Fact(new ArrivalNoted(Sam.Id, Via.TeamsEvent) { Meeting = FirstMeeting }).At("2026-12-02 10:00")
            .Fact(new ImmediatePlanAgreed() { Meeting = FirstMeeting });

        Assert.Equal((1, Dates.Local("2026-12-02 10:00"), "at the meeting", ""), Of(given, Sam));
        Assert.Equal((1, Dates.Local("2026-12-02 10:00"), "at the meeting", ""), Of(given, Priya));
        Assert.Equal((0, null, "", "version 1: comes with the minutes"), Of(given, Grace));
        Assert.Empty(PlanHolder.Of(Rows().Case, Words));
    }

    [Fact]
    public void The_minutes_bring_it_and_what_was_refused_says_whom_to_ring()
    {
        var given = Issued();

        Assert.Equal((1, Dates.Local("2026-12-03 09:01"), "with version 1 of the minutes, by mail", ""), Of(given, Grace));
        Assert.Equal((0, null, "", "version 1: not delivered, ring 01632 960005"), Of(given, Ruth));
        Assert.Equal((0, null, "", "version 1: not sent yet"), Of(given, Sam));
    }

    [Fact]
    public void A_changed_plan_reaches_whoever_is_told_and_whoever_changed_it_and_an_owner_by_the_row()
    {
        var given = Changed();
        var present = PlanHolder.Present(given.Case);

        Assert.Equal(2, present);
        Assert.Equal((2, Dates.Local("2026-12-04 09:00"), "changed it", ""), Of(given, Priya));
        Assert.Equal((1, Dates.Local("2026-12-03 09:01"), "with version 1 of the minutes, by mail", "version 2: not told yet"),
            Of(given, Grace));
        foreach (var owed in TellChangeDuty.Owes(given.Case).Where(owed => owed.To == Grace.Id).ToList())
        {
            given.Settled(Dates.Local("2026-12-04 09:04"), new(owed.Key, EffectOutcome.Delivered, "personal-chat", ""));
        }

        Assert.Equal((2, Dates.Local("2026-12-04 09:04"), "told what was changed, in their own chat", ""), Of(given, Grace));
        // The owner of the one row that was changed hears of that, and had the rest.
        Assert.Equal((1, Dates.Local("2026-12-03 09:01"), "with version 1 of the minutes, in their own chat", "version 2: not told yet"),
            Of(given, Tom));
        foreach (var owed in TellActionDuty.Owes(given.Case).ToList())
        {
            given.Settled(Dates.Local("2026-12-04 09:01"), new(owed.Key, EffectOutcome.Delivered, "personal-chat", ""));
        }

        Assert.Equal((2, Dates.Local("2026-12-04 09:01"), "told of their row, in their own chat", ""), Of(given, Tom));
        // Whoever never had the rest does not have it by their row.
        Assert.Equal("version 2: not told yet", Of(given, Ruth).Lacks);
    }

    [Fact]
    public void The_file_and_the_reviewing_officer_have_the_version_that_was_put_there()
    {
        var given = Issued();
        Assert.Equal((0, null, "", "version 1: not on file yet"), Of(given, "The children's file"));
        Assert.Equal((0, null, "", "version 1: no copy yet"), Of(given, "Independent reviewing officer"));

        given.At("2026-12-03 11:00").By(Jo).Fact(new PlanPutOnFile(1, YesNo.Yes) { Meeting = FirstMeeting });
        Assert.Equal((1, Dates.Local("2026-12-03 11:00"), "as Jo Bell said", ""), Of(given, "The children's file"));
        Assert.Equal((1, Dates.Local("2026-12-03 11:00"), "as Jo Bell said", ""), Of(given, "Independent reviewing officer"));

        given = Changed();
        given.At("2026-12-05 11:00").By(Jo).Fact(new PlanPutOnFile(2, null) { Meeting = FirstMeeting });
        Assert.Equal("there is none, as was said with the file", One(given, "Independent reviewing officer").Not);
    }

    [Fact]
    public void Each_of_the_family_has_their_copy_or_none_with_why()
    {
        var given = Issued().By(Tom).Fact(Begun(Nadia.Value));
        Assert.Equal((0, null, "", "no copy given yet"), Of(given, "Nadia Lindley"));

        given = Handed();
        Assert.Equal((1, Dates.Local("2026-12-03 12:00"), "by hand, by Tom Okafor", ""), Of(given, "Nadia Lindley"));

        given.At("2026-12-04 09:00").Fact(new SafetyReviewSet(new(2026, 12, 8)) { Meeting = FirstMeeting });
        Assert.Equal("their copy is out of date: another day of review was set", One(given, "Nadia Lindley").Lacks);

        given.By(Sam).Fact(new ContactHeld(Nadia, Dates.Local("2026-12-05 10:00"), "PLANTED why.", "") { Meeting = FirstMeeting });
        Assert.Equal(("", "contact with them is held: no copy"), (One(given, "Nadia Lindley").Lacks, One(given, "Nadia Lindley").Not));
    }

    [Fact]
    public async Task It_is_read_from_the_plans_timeline_by_social_care_alone()
    {
        using var host = new PartHost();
        await host.Cases.HaveAsync(Lived());
        var timeline = await host.OpenAsync(Tom, PlanTimelinePage.Button(await host.Clerk.LoadAsync(Id, default)));
        Assert.Contains(WhoHasPlanPage.Title, timeline.Text, StringComparison.Ordinal);
        Golden.Text((await host.OpenAsync(Tom, WhoHasPlanPage.Button(await host.Clerk.LoadAsync(Id, default)))).Text);

        var other = await host.OpenAsync(Grace, PlanTimelinePage.Button(await host.Clerk.LoadAsync(Id, default)));
        Assert.DoesNotContain(WhoHasPlanPage.Title, other.Text, StringComparison.Ordinal);
        var refused = await host.OpenAsync(Grace, WhoHasPlanPage.Button(await host.Clerk.LoadAsync(Id, default)));
        Assert.DoesNotContain("Nadia", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void It_is_printed_in_the_plans_document_and_the_family_for_social_care_alone()
    {
        string Printed(Participant reader) => string.Join('\n', MinutesCopy
            .For(PlanParagraphs.Of(Lived().Case, [], Dates.Local("2026-12-05 10:00"), Words), reader)
            .Where(one => one.Section == "Who has this plan").Select(one => one.Text));

        Golden.Text(Printed(Tom));
        Assert.DoesNotContain("Nadia", Printed(Grace), StringComparison.Ordinal);
        Assert.Contains("Sam Whitlock", Printed(Grace), StringComparison.Ordinal);
    }

    private static Given Lived() => Handed().At("2026-12-04 10:00").By(Jo)
        .Fact(new PlanPutOnFile(1, YesNo.Yes) { Meeting = FirstMeeting });

    /// <summary>The minutes went on Thursday: by mail to Grace, in his chat to Tom, refused for Ruth, and not yet to Sam.</summary>
    private static Given Issued()
    {
        var given = Agreed().At("2026-12-03 09:00").By(Priya).Fact(new MinutesApproved(1, "", "") { Meeting = FirstMeeting });
        string Key(Participant to) => DistributeMinutesDuty.KeyOf(given.Case.Meeting, 1, to.Id);
        return given.Settled(Dates.Local("2026-12-03 09:01"), new(Key(Grace), EffectOutcome.Delivered, "mail", ""))
            .Settled(Dates.Local("2026-12-03 09:01"), new(Key(Tom), EffectOutcome.Delivered, "personal-chat", ""))
            .Settled(Dates.Local("2026-12-03 09:01"), new(Key(Ruth), EffectOutcome.GivenUp, "mail", "404"));
    }

    private static Given Changed() => Issued().At("2026-12-04 09:00").By(Priya).Fact(
        new ActionAgreed(new("action-1"), ActionKind.SafetyPlan, "Gran stays on.", Tom.Id, Dates.Local("2026-12-20 12:00"), "", "")
        {
            Meeting = FirstMeeting,
            Change = new(PlanChangeKind.Event, "He is back."),
        });

    private static Given Handed() => Issued().By(Tom).Fact(
        Begun(Nadia.Value),
        new FamilyCopyGiven(Nadia.Value, Tom.Id, GivenHow.ByHand, 1)
        {
            HappenedAt = Dates.Local("2026-12-03 12:00"),
            Audience = Audience.Only(Agency.SocialCare),
        });

    private static FamilyReaderSaid Begun(string reader) => new(reader, "", FamilyReaderKind.Parent, "mother", "Ash", "", false)
    {
        Audience = Audience.Only(Agency.SocialCare),
    };

    private static PlanHolder One(Given given, string who) =>
        Assert.Single(PlanHolder.Of(given.Case, Words), one => one.Who.StartsWith(who, StringComparison.Ordinal));

    private static (int Version, DateTimeOffset? At, string How, string Lacks) Of(Given given, string who) =>
        One(given, who) is var one ? (one.Version, one.At, one.How, one.Lacks) : default;

    private static (int Version, DateTimeOffset? At, string How, string Lacks) Of(Given given, Participant who) => Of(given, who.Name);
}
