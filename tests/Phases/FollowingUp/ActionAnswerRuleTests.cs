using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Forms;
using StrategyBot.Phases.FollowingUp;
using StrategyBot.Tests.Documents;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases.FollowingUp;

public sealed class ActionAnswerRuleTests
{
    private static readonly ActionId Visit = new("action-1");

    [Fact]
    public void Once_the_meeting_is_over_whoever_gives_an_action_to_somebody_else_says_why()
    {
        var given = AMeeting.Ended().At("2026-11-26 10:00");

        Decision Give(Case @case, string? because) =>
            HandOverRule.Give(@case, Priya, new("action-2"), Grace.Id.Value, because, given.Now, Words);
        given.When(@case => Give(@case, null)).Then(new CannotBe("Say in a few words why it is changed.") { Field = "because" });
        given.By(Priya).Decided(@case => Give(@case, "Tom is ill."));

        var stands = given.Case.Meeting.Plan.Actions.Single(action => action.Id.Value == "action-2");
        Assert.Equal((Grace.Id, "Tom is ill."), (stands.Fact.Owner, stands.Fact.Change!.Why));
        given.When(@case => Give(@case, "Tom is ill.")).ThenNothingNew();
        given.When(@case => Give(@case, "Tom is away.")).Then(new ReasonForNothing());
    }

    [Fact]
    public void The_owner_accepts() =>
        Planned().When(@case => Answer(@case, Tom, Visit, ActionProgress.Accepted, ""))
            .Then(new ActionAnswered(Visit, ActionProgress.Accepted, "") { Meeting = FirstMeeting });

    [Fact]
    public void The_chair_writes_down_what_the_owner_told_them_and_how()
    {
        var at = Dates.Local("2026-11-25 10:20");
        var given = Planned().By(Priya).Decided(@case =>
            ActionAnswerRule.Answer(@case, Priya, Visit, ActionProgress.Accepted, "", (Via.Telephone, at), @case.Version));

        var action = given.Case.Meeting.Plan.Actions.Single(action => action.Id == Visit);
        Assert.Equal(new OwnersWord(Via.Telephone, at, Priya.Person!.Value), action.Told);
        Assert.Equal("accepted by telephone Wed 25 Nov 2026, 10:20, written down by Priya Nair",
            ActionAnswerDrawing.Say(given.Case, action, Words));
    }

    [Fact]
    public void Without_a_word_of_how_it_was_said_an_answer_is_its_owners_alone() =>
        Assert.Equal("Tom Okafor answers for this. If they told you, say how.",
            Planned().When(@case => Answer(@case, Priya, Visit, ActionProgress.Accepted, "")).Refused<NotYours>().Say(Words));

    [Fact]
    public void The_owner_can_say_no_to_what_was_written_down_for_them()
    {
        var given = Planned().By(Priya).Decided(@case =>
            ActionAnswerRule.Answer(@case, Priya, Visit, ActionProgress.Accepted, "", (Via.Telephone, null), @case.Version));
        given.By(Tom).Decided(@case => Answer(@case, Tom, Visit, ActionProgress.Declined, "I never said that."));

        var action = given.Case.Meeting.Plan.Actions.Single(action => action.Id == Visit);
        Assert.Equal((ActionProgress.Declined, null), (action.Progress, action.Told));
    }

    [Fact]
    public void Nobody_else_answers() =>
        Planned().When(@case => Answer(@case, Sam, Visit, ActionProgress.Done, "")).Then(new NotYourPart());

    [Fact]
    public void Who_stands_in_for_the_owner_answers_in_their_own_name()
    {
        var deputy = Tom with { Id = new("person-8"), Name = "Nia Rowe", DeputyFor = Tom.Id };

        Assert.Null(Planned().Fact(new ParticipantAdded(deputy))
            .When(@case => Answer(@case, deputy, Visit, ActionProgress.Accepted, "")).Facts.Single().OnBehalfOf);
    }

    [Theory]
    [InlineData(ActionProgress.Declined)]
    [InlineData(ActionProgress.CannotDo)]
    public void Whoever_says_no_says_why(ActionProgress progress)
    {
        Planned().When(@case => Answer(@case, Tom, Visit, progress, " ")).Then(new ReasonNeeded { Field = "note" });
        Assert.Single(Planned().When(@case => Answer(@case, Tom, Visit, progress, "On leave.")).Facts);
    }

    [Fact]
    public void Nothing_chosen_is_refused() => Planned().When(@case => Answer(@case, Tom, Visit, null, "x")).Refused<CannotBe>();

    [Fact]
    public void The_same_answer_twice_is_one_fact() =>
        Planned().By(Tom).Decided(@case => Answer(@case, Tom, Visit, ActionProgress.Accepted, ""))
            .When(@case => Answer(@case, Tom, Visit, ActionProgress.Accepted, ""))
            .ThenNothingNew();

    [Fact]
    public void Answering_again_replaces()
    {
        var given = Planned().By(Tom).Decided(@case => Answer(@case, Tom, Visit, ActionProgress.Accepted, ""))
            .Decided(@case => Answer(@case, Tom, Visit, ActionProgress.CannotDo, "The family is away."));

        Assert.Equal((ActionProgress.CannotDo, "The family is away."),
            (given.Case.Meeting.Plan.Actions[0].Progress, given.Case.Meeting.Plan.Actions[0].Note));
    }

    [Fact]
    public void An_action_taken_back_is_gone() =>
        Planned().Fact(new ActionWithdrawn(Visit, "")).When(@case => Answer(@case, Tom, Visit, ActionProgress.Done, ""))
            .Then(new ActionGone());

    [Fact]
    public void One_tap_accepts_what_is_not_answered_yet_and_nothing_of_anybody_else()
    {
        var given = Planned().By(Tom).Decided(@case => ActionAnswerRule.AcceptAll(@case, Tom, null));

        Assert.Equal([ActionProgress.Accepted, null], given.Case.Meeting.Plan.Actions.Select(action => action.Progress));
        given.When(@case => ActionAnswerRule.AcceptAll(@case, Tom, null)).ThenNothingNew();
    }

    [Fact]
    public void The_note_carries_the_marking_of_its_action()
    {
        var given = AConvenedCase()
            .Fact(new ActionAgreed(Visit, ActionKind.Action, "x", Sam.Id, Dates.Local("2026-11-26 12:00"), "", "")
            {
                Audience = Audience.PoliceAndSocialCare,
            })
            .By(Sam).Decided(@case => Answer(@case, Sam, Visit, ActionProgress.CannotDo, "Secret"));

        Assert.Equal("", given.SeenBy(Ruth).Case.Meeting.Plan.Actions[0].Note);
        Assert.Equal("Secret", given.SeenBy(Priya).Case.Meeting.Plan.Actions[0].Note);
    }

    [Fact]
    public void The_chair_s_board_counts_what_is_overdue_unanswered_or_stuck()
    {
        var given = Planned().By(Sam).Decided(@case => Answer(@case, Sam, new("action-2"), ActionProgress.CannotDo, "No access."));

        var lines = FollowingUpPhase.List.Status(given.SeenBy(Priya), Dates.Local("2026-11-25 18:00")).ToList();

        Assert.Equal(["1 action is overdue.", "1 action is not accepted or can't be done.", "1 action is not accepted yet."], lines
            .Select(line => line.Text));
        Assert.Equal([0, 0, 1], lines.Select(line => line.Urgency));
    }

    [Fact]
    public void An_owner_owes_only_their_own()
    {
        var due = Assert.Single(FollowingUpPhase.List.Dues(Planned().SeenBy(Tom), Dates.Local("2026-11-25 15:00")));

        Assert.Equal((Dates.Local("2026-11-25 17:00"), "Visit the home"), (due.At, due.Text));
    }

    [Fact]
    public void An_answer_that_somebody_gave_meanwhile_is_shown_before_it_is_replaced()
    {
        var given = Planned();
        var seen = given.Case.Version;
        given.At("2026-11-25 14:40").By(Tom).Decided(@case => Answer(@case, Tom, Visit, ActionProgress.CannotDo, "The family is away."));

        given.When(@case => ActionAnswerRule.Answer(@case, Priya, Visit, ActionProgress.Done, "", (Via.Telephone, null), seen))
            .Then(new SavedMeanwhile("What do you say?", "Tom Okafor", Dates.Local("2026-11-25 14:40")) { Field = "progress" });
        given.When(@case => ActionAnswerRule.Answer(
            @case, Priya, Visit, ActionProgress.CannotDo, "The family is away.", (Via.Telephone, null), seen))
            .ThenNothingNew();
        Assert.Single(given.When(@case => ActionAnswerRule.Answer(
            @case, Priya, Visit, ActionProgress.Done, "", (Via.Telephone, null), @case.Version)).Facts);
    }

    /// <summary>Upon what stands.</summary>
    private static Decision Answer(Case @case, Participant me, ActionId id, ActionProgress? progress, string note) =>
        ActionAnswerRule.Answer(@case, me, id, progress, note, (null, null), @case.Version);

    private static Given Planned() => AConvenedCase().At("2026-11-25 14:30").Fact(
        new ActionAgreed(Visit, ActionKind.Action, "Visit the home", Tom.Id, Dates.Local("2026-11-25 17:00"), "", ""),
        new ActionAgreed(new("action-2"), ActionKind.SafetyPlan, "Check the system", Sam.Id, Dates.Local("2026-11-26 12:00"), "", ""));
}
