using Microsoft.Extensions.DependencyInjection;
using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Forms;
using StrategyBot.Hub;
using StrategyBot.Panel;
using StrategyBot.Phases;
using StrategyBot.Protocols.Cards;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Hub;

/// <summary>The chair asks somebody by name for what is missing: one message for each person and part within some minutes.</summary>
public sealed class AskPersonTests : IDisposable
{
    private const string Medical = "heading/medical", Discharge = "heading/discharge", Alert = "heading/cp-is";

    private readonly PartHost host = new(services =>
    {
        PartHost.FakeOutside(services);
        services.AddTransient<CommandCase>();
    });

    public void Dispose() => host.Dispose();

    [Fact]
    public async Task The_chair_asks_from_what_is_missing_and_sees_whom_and_when()
    {
        await host.Cases.HaveAsync(Running());
        var list = await WithAsync(Priya, "Ask Grace Adeyemi");

        var again = await list.PressAsync("Ask Grace Adeyemi");

        Assert.Equal("Missing", again.Title);
        Assert.Contains("Grace Adeyemi is asked", again.Text, StringComparison.Ordinal);
        Assert.Contains("Grace Adeyemi: asked 14:05", again.Text, StringComparison.Ordinal);
        Assert.Equal(Grace.Id, Assert.Single((await CaseAsync()).Meeting.Attendance.Asked).Asking.Participant);
    }

    [Fact]
    public async Task Whoever_was_asked_is_left_some_minutes_and_another_part_is_another_asking()
    {
        await host.Cases.HaveAsync(Running());

        await AskAsync(Medical);
        await AskAsync(Medical);
        Assert.Single((await CaseAsync()).Meeting.Attendance.Asked);

        var gaps = Program.Phases.Gaps(await CaseAsync());
        Assert.Single(new[] { Discharge, Alert }.Select(id => gaps.Single(gap => gap.Id == id)).Select(gap => Sent(gap.Open)).Distinct());
        await AskAsync(Discharge);
        // The same form asks for it.
        await AskAsync(Alert);
        Assert.Equal(2, (await CaseAsync()).Meeting.Attendance.Asked.Count);

        await AskAsync("information/Health");
        Assert.Equal(3, (await CaseAsync()).Meeting.Attendance.Asked.Count);
        host.Clock.Advance(TimeSpan.FromMinutes(10));
        await AskAsync(Medical);
        Assert.Equal(4, (await CaseAsync()).Meeting.Attendance.Asked.Count);
    }

    [Fact]
    public async Task Nobody_but_the_chair_asks_and_nobody_is_asked_for_what_is_the_chairs()
    {
        await host.Cases.HaveAsync(Running());

        for (var list = await host.TypeAsync(Tom, "missing"); ; list = await list.PressAsync("Next page"))
        {
            Assert.DoesNotContain(list.Buttons, button => button.Title.StartsWith("Ask ", StringComparison.Ordinal));
            if (list.Buttons.All(button => button.Title != "Next page"))
            {
                break;
            }
        }

        await host.PressAsync(Tom, AskPerson.Verb, CardJson.Sent(CardJson.Data(new AskByName.Form(Id.Value, Medical))));
        var chairs = Program.Phases.Gaps(await CaseAsync()).First(gap => gap.Fills == WhoFills.Chair);
        await AskAsync(chairs.Id);
        Assert.Empty((await CaseAsync()).Meeting.Attendance.Asked);
    }

    [Fact]
    public async Task Who_is_here_is_asked_before_who_is_expected()
    {
        var second = Grace with { Id = new("person-9"), Name = "Amy Lund", Person = PersonId.Of("nhs", "object-9") };
        await host.Cases.HaveAsync(Running().Fact(
            new ParticipantAdded(second), new ArrivalNoted(second.Id, Via.Roster) { Meeting = FirstMeeting }));

        await WithAsync(Priya, "Ask Amy Lund");
    }

    [Fact]
    public void They_get_one_message_that_says_how_many_things_wait_and_opens_the_part()
    {
        var @case = Asked().Case;
        var told = TellAskedDuty.For(@case, AskByName.Waiting(@case, Program.Phases.Gaps(@case), Grace), Medical);
        var card = CardJson.Write(told.Card);

        Assert.Matches("Priya Nair asks you: [0-9]+ things wait for your answer\\.", card);
        Assert.Equal(["assessing/headings", "hub/my-part"], told.Card.Actions.OfType<SubmitAction>().Select(button => button.Verb));
        Assert.Equal("The chair asks you for something; open your part.", told.Sentence);
        Assert.DoesNotContain("Lindley", card + told.InLetter, StringComparison.Ordinal);
        var view = TellAskedDuty.For(@case, [Program.Phases.Gaps(@case).First(gap => gap.Id == "information/Health")], "");
        Assert.Contains("1 thing waits", CardJson.Write(view.Card), StringComparison.Ordinal);
        Assert.DoesNotContain("\"for\"", CardJson.Write(view.Card), StringComparison.Ordinal);
    }

    [Fact]
    public void Each_asking_is_owed_once_and_none_once_the_record_is_complete()
    {
        var given = Asked();

        var owed = Assert.Single(TellAskedDuty.Owes(given.Case));
        Assert.Equal((Grace.Id, Dates.Local("2026-11-25 14:05")), (owed.To, owed.DueAt));
        Assert.Empty(TellAskedDuty.Owes(given.Fact(new RecordCompleted("") { Meeting = FirstMeeting }).Case));
    }

    [Fact]
    public void The_panel_has_the_same_button_and_says_who_was_asked()
    {
        var row = Row(Running());
        Assert.Equal(("Ask Grace Adeyemi", ""), (row.Ask?.Title, row.Asked));

        row = Row(Asked());
        Assert.Equal((null, "Grace Adeyemi: asked 14:05"), (row.Ask, row.Asked));

        static Board.Gap Row(Given given) => BoardDrawing
            .Of(given.SeenBy(Priya), [], Program.Phases, Words, Dates.Local("2026-11-25 14:06")).Missing
            .First(gap => gap.Sentence.StartsWith("Medical", StringComparison.Ordinal));
    }

    private static Given Running() =>
        AConvenedCase().At("2026-11-25 14:00").Fact(new MeetingStarted(Via.Form) { Meeting = FirstMeeting });

    private static Given Asked() => Running().At("2026-11-25 14:05").Fact(new PersonAsked(Grace.Id, Medical) { Meeting = FirstMeeting });

    /// <summary>The page of what is missing that has the button.</summary>
    private async Task<PartHost.Screen> WithAsync(Participant reader, string button)
    {
        var list = await host.TypeAsync(reader, "missing");
        while (list.Buttons.All(one => one.Title != button))
        {
            list = await list.PressAsync("Next page");
        }

        return list;
    }

    private Task<PartHost.Screen> AskAsync(string gap) =>
        host.PressAsync(Priya, AskPerson.Verb, CardJson.Sent(CardJson.Data(new AskByName.Form(Id.Value, gap))));

    private static string Sent(PartButton open) => $"{open.Verb} {CardJson.Sent(CardJson.Data(open.Form)).ToJsonString()}";

    private Task<Case> CaseAsync() => host.Clerk.LoadAsync(Id, default);
}
