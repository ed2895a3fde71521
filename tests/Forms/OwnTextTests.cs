using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Forms;
using StrategyBot.Phases.Safeguarding;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Forms;

/// <summary>P6: a marking hides no text from who typed it, also where it went under another's marking.</summary>
public sealed class OwnTextTests : IDisposable
{
    private readonly PartHost host = new();

    public void Dispose() => host.Dispose();

    [Fact]
    public async Task What_somebody_adds_to_a_position_that_is_marked_for_others_stays_before_them()
    {
        await host.Cases.HaveAsync(AConvenedCase().By(Sam).Fact(new PositionRecorded(
            "PLANTED house", "PLANTED people", "", SafetyBasis.PoliceProtection, Dates.Local("2026-11-25 10:00"), null, "")
        {
            Meeting = FirstMeeting,
            Child = Child1,
            Audience = Audience.Only(Agency.Police),
        }));
        var form = await LimitAsync(Priya);
        await form.PressAsync("Save", ("officer", "Insp. Ray"), ("ring", "01632 960009"));

        var hers = await LimitAsync(Priya);
        Assert.Equal(("Insp. Ray", "01632 960009"), (hers.Value("officer"), hers.Value("ring")));
        var again = await form.PressAsync("Save", ("officer", "Insp. Ray"), ("ring", "01632 960009"));
        Assert.Contains("it stood there already", again.Text);
        Assert.DoesNotContain("PLANTED", hers.Text);
        Assert.DoesNotContain("Insp. Ray", (await LimitAsync(Tom)).Text);
        Assert.Equal(Audience.Only(Agency.Police), (await CaseAsync()).Meeting.Safety.Positions[Child1].Fact.Audience);
    }

    [Fact]
    public async Task What_its_author_puts_in_its_place_is_not_theirs_to_read()
    {
        await What_somebody_adds_to_a_position_that_is_marked_for_others_stays_before_them();

        await host.Clerk.AskAsync(new(Sam.Person!.Value, Sam.Name, Sam.Mail, Sam.ChannelId!), Id, Capability.Contribute, "sam",
            (c, me) => PositionRule.Limit(c, c.Children, Dates.Local("2026-11-25 10:00"), null, "01632 960009", host.Clock.GetUtcNow(),
                Words, said: new(Officer: "PLANTED officer"), me: me), default);
        Assert.Equal("PLANTED officer", (await CaseAsync()).Meeting.Safety.Positions[Child1].Fact.Officer);

        var hers = await LimitAsync(Priya);
        Assert.DoesNotContain("PLANTED", hers.Text);
        Assert.Equal("01632 960009", hers.Value("ring"));
    }

    [Fact]
    public async Task What_somebody_adds_to_a_row_that_is_marked_for_others_stays_before_them()
    {
        await host.Cases.HaveAsync(AConvenedCase().By(Sam).Fact(
            new ActionAgreed(new("action-1"), ActionKind.Action, "PLANTED visit.", Sam.Id, Dates.Local("2026-11-26 12:00"), "", "")
            {
                Meeting = FirstMeeting,
                Audience = Audience.Only(Agency.Police),
            }));
        var form = await RowAsync(Priya);
        await form.PressAsync("Save", ("ifThisFails", "The aunt is rung."));

        var hers = await RowAsync(Priya);
        Assert.Equal("The aunt is rung.", hers.Value("ifThisFails"));
        Assert.DoesNotContain("PLANTED", hers.Text);
        Assert.DoesNotContain("The aunt", (await RowAsync(Tom)).Text);
        Assert.Equal("The aunt is rung.", (await CaseAsync()).Meeting.Plan.Actions.Single().Fact.IfThisFails);
    }

    [Fact]
    public void Why_an_objection_was_declined_and_what_is_said_of_an_action_stay_before_whoever_said_it()
    {
        Fact[] facts =
        [
            new ObjectionAnswered(3, ObjectionOutcome.Declined, "The photograph shows it."), new ActionAnswered(new("action-1"),
                ActionProgress.CannotDo, "Nobody opens."), new ActionWithdrawn(new("action-1"), "Not needed."),
        ];
        Assert.All(facts.Select(fact => fact with { Audience = Audience.Only(Agency.Health), Meeting = FirstMeeting }), fact =>
        {
            var entry = new Entry(1, Dates.Local("2026-11-25 14:05"), Priya.Person!.Value, fact);
            Assert.Same(entry, CaseView.Cut(entry, Priya));
            Assert.Equal(fact.Withheld(), CaseView.Cut(entry, Tom).Fact);
        });
    }

    private Task<Case> CaseAsync() => host.Clerk.LoadAsync(Id, default);

    private async Task<PartHost.Screen> LimitAsync(Participant by)
    {
        var @case = await host.Clerk.LoadAsync(Id, default);
        return await host.OpenAsync(by, LimitPart.Button(@case, @case.Children[0]));
    }

    private Task<PartHost.Screen> RowAsync(Participant by) =>
        host.OpenAsync(by, new PartButton("", "planning/action", new RowForm(Id.Value, "action-1", Rest: true)));
}
