using System.Text.Json.Nodes;
using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Phases.FollowingUp;
using StrategyBot.Protocols.Cards;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;
using Fact = StrategyBot.Cases.Fact;

namespace StrategyBot.Tests.Phases.FollowingUp;

/// <summary>Actions answered as a channel presses it, over a real record.</summary>
public sealed class ActionAnswerPartTests : IDisposable
{
    private readonly PartHost host = new();

    [Fact]
    public async Task An_answer_is_echoed_and_a_reason_is_asked_with_everything_typed()
    {
        await HaveAsync();
        var form = await ButtonAsync(await MineAsync(Tom), "Can't", 1);

        var refused = await form.PressAsync("Save");
        Assert.Contains(new ReasonNeeded().Say(Words), refused.Text);
        var saved = await refused.PressAsync("Save", ("note", "The family is away."));

        Assert.Contains("Saved 14:05 on SB-2026-014 Heron: can't be done", saved.Text);
        Assert.Equal((ActionProgress.CannotDo, "The family is away."), await AnswerAsync("action-2"));
    }

    [Fact]
    public async Task What_somebody_else_said_meanwhile_is_shown_before_it_is_replaced()
    {
        await HaveAsync();
        var form = await ButtonAsync(await host.OpenAsync(Priya, ActionAnswerPart.Everybodys(await CaseAsync())), "They told me");
        await (await ButtonAsync(await MineAsync(Tom), "Can't")).PressAsync("Save", ("note", "The family is away."));

        var refused = await form.PressAsync("Save", ("progress", "done"), ("how", "inPerson"));

        Assert.Contains("Tom Okafor saved something else under “What do you say?” at 14:05", refused.Text);
        Assert.Contains("The family is away.", refused.Text);
        Assert.Equal((ActionProgress.CannotDo, "The family is away."), await AnswerAsync("action-1"));
        await refused.PressAsync("Save");
        Assert.Equal((ActionProgress.Done, ""), await AnswerAsync("action-1"));
    }

    [Fact]
    public async Task The_chair_says_how_an_owner_told_them_and_the_owner_sees_who_wrote_it_down()
    {
        await HaveAsync();
        var form = await ButtonAsync(await host.OpenAsync(Priya, ActionAnswerPart.Everybodys(await CaseAsync())), "They told me");

        var refused = await form.PressAsync("Save", ("progress", "accepted"));
        Assert.Contains("Tom Okafor answers for this. If they told you, say how.", refused.Text);
        var ahead = await refused.PressAsync("Save", ("how", "telephone"), ("toldAt", "16:00"));
        Assert.Contains("16:00 lies ahead. Say when today they told you.", ahead.Text);
        var saved = await ahead.PressAsync("Save", ("toldAt", "10:20"));

        const string Told = "accepted by telephone Wed 25 Nov 2026, 10:20, written down by Priya Nair";
        Assert.Contains($"Saved 14:05 on SB-2026-014 Heron: {Told}", saved.Text);
        Assert.Contains(Told, (await MineAsync(Tom)).Text);
    }

    [Fact]
    public async Task An_action_taken_back_meanwhile_gives_back_what_was_typed()
    {
        await HaveAsync();
        var form = await ButtonAsync(await MineAsync(Tom), "Can't");
        await host.Clerk.AskAsync(
            AskerOf(Priya), Id, Capability.Lead, "taken-back", (_, _) =>
                new ActionWithdrawn(new("action-1"), "") { Meeting = FirstMeeting }, default);

        var refused = await form.PressAsync("Save", ("note", "The family is away."));

        Assert.Contains("That action is no longer on the plan.", refused.Text);
        Assert.Contains("The family is away.", refused.Text);
    }

    [Fact]
    public async Task A_card_of_the_first_release_answers_and_replaces_no_answer_unseen()
    {
        await HaveAsync();

        var saved = await host.PressAsync(Tom, "following-up/answer", Old("accepted"));
        var refused = await host.PressAsync(Tom, "following-up/answer", Old("done"));

        Assert.Contains("Saved 14:05 on SB-2026-014 Heron: accepted", saved.Text);
        Assert.Contains("saved something else under “What do you say?”", refused.Text);
        await refused.PressAsync("Save");
        Assert.Equal((ActionProgress.Done, ""), await AnswerAsync("action-1"));
    }

    [Fact]
    public async Task A_message_says_which_answer_it_showed_and_is_not_asked_again()
    {
        await HaveAsync();
        await (await MineAsync(Tom)).PressAsync("Accept all of mine");
        var message = Message(Tom);

        var saved = await message.PressAsync("Done");

        Assert.Contains("Saved 14:05 on SB-2026-014 Heron: done", saved.Text);
    }

    [Fact]
    public async Task A_message_about_an_action_far_down_the_list_still_answers_it()
    {
        await HaveAsync([.. Enumerable.Range(10, 20).Select(i => Action($"action-{i}", Tom, $"2026-11-{i} 12:00"))]);

        var saved = await host.PressAsync(
            Tom, "following-up/answer", new JsonObject { ["chosen"] = "SB-2026-014|action-29", ["progress"] = "accepted" });

        Assert.Contains("Saved 14:05", saved.Text);
        Assert.Equal((ActionProgress.Accepted, ""), await AnswerAsync("action-29"));
    }

    [Fact]
    public async Task Nobody_answers_for_another_or_opens_everybodys_but_the_chair()
    {
        await HaveAsync();

        Assert.Equal(new NotYourPart().Say(Words), (await host.PressAsync(Sam, "following-up/answer", Old("accepted"))).Text);
        Assert.Equal(new NotYourPart().Say(Words), (await host.OpenAsync(Sam, ActionAnswerPart.Everybodys(await CaseAsync()))).Text);
    }

    [Fact]
    public async Task One_tap_accepts_all_of_ones_own_and_a_second_changes_nothing()
    {
        await HaveAsync();
        var form = await MineAsync(Tom);

        Assert.Contains("Saved 14:05 on SB-2026-014 Heron: your actions are accepted", (await form.PressAsync("Accept all of mine")).Text);
        Assert.Contains("it stood there already", (await form.PressAsync("Accept all of mine")).Text);
        Assert.Equal([ActionProgress.Accepted, ActionProgress.Accepted, null], (await CaseAsync()).Meeting.Plan.Actions
            .Select(action => action.Progress));
    }

    [Fact]
    public async Task Whoever_accepts_while_the_meeting_goes_on_is_led_to_the_read_back_that_waits_for_them()
    {
        await HaveAsync(new MeetingStarted(Via.Form) { Meeting = FirstMeeting }, new ImmediatePlanAgreed { Meeting = FirstMeeting });

        var next = await (await MineAsync(Tom)).PressAsync("Accept all of mine");

        Assert.Equal("Read-back", next.Title);
    }

    [Fact]
    public async Task A_list_with_nothing_open_has_nothing_to_save()
    {
        await HaveAsync();

        var form = await MineAsync(Grace);

        Assert.Contains("Nothing is open for you just now.", form.Text);
        Assert.DoesNotContain("Not saved yet", form.Text);
        Assert.Empty(form.Buttons);
    }

    [Fact]
    public async Task Each_action_is_a_row_that_its_owner_says_done_of_in_one_tap()
    {
        await HaveAsync();
        var list = await MineAsync(Tom);

        Assert.Equal(["Done", "Can't", "Hand over", "Done", "Can't", "Hand over", "Accept all of mine"],
            list.Buttons.Select(button => button.Title).OrderBy(title => title == "Accept all of mine"));
        Assert.Empty(list.Inputs);
        Assert.Contains("Saved 14:05 on SB-2026-014 Heron: done", (await list.PressAsync("Done")).Text);
        Assert.Equal((ActionProgress.Done, ""), await AnswerAsync("action-1"));
        Assert.Contains("it stood there already", (await list.PressAsync("Done")).Text);
    }

    [Fact]
    public async Task A_row_that_somebody_answered_meanwhile_is_not_done_unseen()
    {
        await HaveAsync();
        var list = await MineAsync(Tom);
        await (await ButtonAsync(await MineAsync(Tom), "Can't")).PressAsync("Save", ("note", "The family is away."));

        Assert.Contains("saved something else", (await list.PressAsync("Done")).Text);
        Assert.Equal((ActionProgress.CannotDo, "The family is away."), await AnswerAsync("action-1"));
    }

    [Fact]
    public async Task An_owner_hands_over_to_a_colleague_who_has_it_then_as_their_own()
    {
        await HaveAsync(new ParticipantAdded(Colleague));
        var form = await ButtonAsync(await MineAsync(Tom), "Hand over");
        var @case = await CaseAsync();

        Assert.Equal([Agency.SocialCare],
            Assert.IsType<ChoiceSetInput>(form.Inputs.Single(input => input.Id == "to")).Choices
                .Select(choice => @case.Participants.Single(person => person.Id.Value == choice.Value).Agency).Distinct());
        var refused = await form.PressAsync("Hand over", ("to", Sam.Id.Value));
        Assert.Contains("Not saved", refused.Text);
        var saved = await form.PressAsync("Hand over", ("to", Colleague.Id.Value));

        Assert.Contains("it is Nia Bevan's now", saved.Text);
        Assert.Equal(Colleague.Id, (await CaseAsync()).Meeting.Plan.Open.Single(action => action.Fact.What == "Do action-1").Fact.Owner);
    }

    [Fact]
    public async Task Nobody_hands_over_what_isnt_theirs()
    {
        await HaveAsync();

        Assert.Equal(new NotYourPart().Say(Words),
            (await host.OpenAsync(Sam, HandOverPart.Id.Button("", new HandOverPart.Form(Id.Value, "action-1")))).Text);
        Assert.Equal(new NotYourPart().Say(Words),
            (await host.OpenAsync(Tom, NewDatePart.Id.Button("", new NewDatePart.Form(Id.Value, "action-1")))).Text);
    }

    [Fact]
    public async Task The_chair_reassigns_an_action_and_sets_another_date()
    {
        await HaveAsync();
        var list = await host.OpenAsync(Priya, ActionAnswerPart.Everybodys(await CaseAsync()));

        await (await ButtonAsync(list, "Reassign")).PressAsync("Hand over", ("to", Grace.Id.Value));
        var refused = await (await ButtonAsync(list, "New date", 1)).PressAsync("Set the date");
        Assert.Contains("Choose by when, or type a day and time.", refused.Text);
        var saved = await refused.PressAsync("Set the date", ("at", "27 Nov 10:00"));

        Assert.Contains("by Fri 27 Nov 2026, 10:00; its owner is told", saved.Text);
        var open = (await CaseAsync()).Meeting.Plan.Open.ToDictionary(action => action.Fact.What, action => action.Fact);
        Assert.Equal(Grace.Id, open["Do action-1"].Owner);
        Assert.Equal(Dates.Local("2026-11-27 10:00"), open["Do action-2"].DueAt);
    }

    public void Dispose() => host.Dispose();

    private static readonly Participant Colleague =
        Tom with { Id = new("participant-9"), Name = "Nia Bevan", Mail = "nia.bevan@council.example", Person = null };

    /// <summary>One row's button.</summary>
    private static Task<PartHost.Screen> ButtonAsync(PartHost.Screen list, string title, int row = 0)
    {
        var button = list.Buttons.Where(button => button.Title == title).ElementAt(row);
        return list.Host.PressAsync(list.By, button.Verb!, CardJson.Sent(button.Data));
    }

    private static JsonObject Old(string progress) => new() { ["chosen"] = "SB-2026-014|action-1", ["progress"] = progress, ["note"] = "" };

    private static Asker AskerOf(Participant person) => new(person.Person!.Value, person.Name, person.Mail, person.ChannelId!);

    private static ActionAgreed Action(string id, Participant owner, string due) =>
        new(new(id), ActionKind.Action, $"Do {id}", owner.Id, Dates.Local(due), "", "") { Meeting = FirstMeeting };

    private Task HaveAsync(params IReadOnlyList<Fact> more) => host.Cases.HaveAsync(AConvenedCase().At("2026-11-25 14:00").Fact(
        [Action("action-1", Tom, "2026-11-25 17:00"), Action("action-2", Tom, "2026-11-26 12:00"),
            Action("action-3", Sam, "2026-11-26 12:00"), .. more]));

    private Task<Case> CaseAsync() => host.Clerk.LoadAsync(Id, default);

    private async Task<PartHost.Screen> MineAsync(Participant by) => await host.OpenAsync(by, ActionAnswerPart.Mine(await CaseAsync()));

    private async Task<(ActionProgress?, string)> AnswerAsync(string id)
    {
        var action = (await CaseAsync()).Meeting.Plan.Actions.Single(action => action.Id.Value == id);
        return (action.Progress, action.Note);
    }

    /// <summary>What `my actions` shows.</summary>
    private PartHost.Screen Message(Participant by)
    {
        var view = host.Clerk.ReadAsync(AskerOf(by), Id, Capability.Act, null, default).Result!;
        return new(host, by, new StrategyBot.Conversations.Reply
            .Show("Actions", ActionAnswerDrawing.Card([.. ListedAction.Of(view)], host.Clock.GetUtcNow(), Words)));
    }
}
