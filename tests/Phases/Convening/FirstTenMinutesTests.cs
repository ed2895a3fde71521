using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Documents;
using StrategyBot.Phases.Convening;
using StrategyBot.Phases.Safeguarding;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases.Convening;

/// <summary>P26: where each child is now, before anything about the meeting; convening never waits for it.</summary>
public sealed class FirstTenMinutesTests : IDisposable
{
    private readonly PartHost host = new(PartHost.FakeOutside);

    public void Dispose() => host.Dispose();

    [Fact]
    public async Task After_the_first_question_it_is_asked_where_the_child_is_and_a_school_is_rung()
    {
        await host.Cases.HaveAsync(Begun.ACase());
        var urgent = await host.OpenAsync(Priya, Step.Urgent.Button(await CaseAsync()));

        var where = await urgent.PressAsync("Save and go on", ("reason", "Seen by the nurse."));
        var ring = await where.PressAsync("Save and go on", ("name", "Ash Lindley"), ("place", "school"), ("where", "Mill Lane Primary"),
            ("withWhom", "The head"), ("until", "15:15"));

        Assert.Contains("Education safeguarding desk: 01632 960401", ring.Text);
        Assert.Contains("Please keep the child with you until you hear from me.", ring.Text);
        Assert.Contains("Choose what came of the call.", (await ring.PressAsync("Rang")).Text);
        var list = await ring.PressAsync("Rang", ("outcome", "keepsTheChild"), ("who", "Ruth Carver, head"));
        Assert.Contains("rang 14:05: They keep the child until the meeting", list.Text);
        Assert.Contains("Why and since when", (await list.PressAsync("Go on")).Text);

        var child = Assert.Single((await CaseAsync()).Children);
        Assert.Equal(("Ash Lindley", "Mill Lane Primary"), (child.Details.Name, child.Details.School));
        Assert.Equal(new WhereaboutsSaid(PlaceNow.School, "Mill Lane Primary", "The head", Dates.Local("2026-11-25 15:15"))
        {
            Child = Child1,
        }, child.Now!.Fact);
        Assert.Equal(RungOutcome.KeepsTheChild, Assert.Single(child.Rung).Fact.Outcome);
    }

    [Fact]
    public async Task Convening_never_waits_for_it()
    {
        await host.Cases.HaveAsync(Begun.ACase());
        var where = await host.OpenAsync(Priya, Step.Now.Button(await CaseAsync()));

        Assert.Contains("Why and since when", (await where.PressAsync("Go on without it")).Text);
        var ring = await where.PressAsync("Save and go on", ("name", "Ash"), ("place", "ward"));
        Assert.Contains("Why and since when", (await ring.PressAsync("Go on without ringing")).Text);
        Assert.DoesNotContain(ConveningHub.Gaps(await CaseAsync()), gap => gap.Id.Contains("now", StringComparison.Ordinal));
        Assert.NotEqual(Step.Now, StepRule.FirstOpen(Begun.ACase().Case));
    }

    [Fact]
    public void It_fills_in_the_meetings_position_and_says_from_where()
    {
        var given = Begun.ACalledMeeting().Fact(
            new WhereaboutsSaid(PlaceNow.Ward, "Ward 4", "The nurses", null) { Child = Child1, Audience = Audience.PoliceAndSocialCare });
        var asked = new PositionPart.Form(Id.Value, Child1.Value);

        var card = PartHost.Open(new PositionPart(), given.SeenBy(given.Case.Chair), asked, Begun.Now);
        var text = StrategyBot.Protocols.Cards.CardJson.Write(card);
        Assert.Contains("Filled in from what Priya Nair said Wed 25 Nov 2026, 09:00, before the meeting. Check it.", text,
            StringComparison.Ordinal);
        Assert.Contains("\"Ward 4\"", text, StringComparison.Ordinal);
        // The marking comes along.
        Assert.Contains("\"value\":\"police-and-social-care\"", text.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);

        given.Fact(new PositionRecorded("Home", "Aunt", "", SafetyBasis.None, null, null, "") { Meeting = FirstMeeting, Child = Child1 });
        var stands = PartHost.Open(new PositionPart(), given.SeenBy(given.Case.Chair), asked, Begun.Now);
        Assert.DoesNotContain("Ward 4", StrategyBot.Protocols.Cards.CardJson.Write(stands), StringComparison.Ordinal);
    }

    [Fact]
    public void It_stands_in_the_minutes_for_those_whom_it_names()
    {
        var given = Begun.ACalledMeeting().Fact(
            new WhereaboutsSaid(PlaceNow.Ward, "Ward 4", "The nurses", null) { Child = Child1, Audience = Audience.PoliceAndSocialCare },
            new PlaceRung(RungOutcome.NoAnswer, "") { Child = Child1 });

        var minutes = MinutesDraft.Of(given.Case);
        var now = Assert.Single(minutes, paragraph => paragraph.Text.Contains("Ward 4", StringComparison.Ordinal));
        Assert.Equal(Audience.PoliceAndSocialCare, now.Audience);
        Assert.Contains(minutes, paragraph => paragraph.Text.Contains("rang where the child was", StringComparison.Ordinal));
    }

    [Fact]
    public void Nobody_else_lets_more_people_read_where_a_child_is()
    {
        var given = Begun.ACaseWithAChild().By(Tom).Fact(
            new WhereaboutsSaid(PlaceNow.Elsewhere, "A refuge", "", null) { Child = Child1, Audience = Audience.PoliceAndSocialCare });

        given.When(@case => NowRule.Where(@case, new(Id.Value, Child1.Value, null, PlaceNow.Home, "Home"), Begun.Now, Words,
            new(Audience.Professionals, Priya))).Refused<StrategyBot.Forms.OnlyTheAuthorWidens>();
        given.When(@case => NowRule.Where(@case, new(Id.Value, Child1.Value), Begun.Now, Words, new(Audience.Professionals, Priya)))
            .Refused<CannotBe>();
    }

    private Task<Case> CaseAsync() => host.Clerk.LoadAsync(Id, default);
}
