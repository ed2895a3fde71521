using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Forms;
using StrategyBot.Phases.Planning;
using StrategyBot.Protocols.Cards;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases.Planning;

public sealed class PlanningCardsTests
{
    private static readonly DateTimeOffset Now = Dates.Local("2026-11-25 14:40");

    private static readonly string Full = string.Concat(Enumerable.Repeat("Ähnlich “so”, ", 120))[..1_500];

    [Fact]
    public void The_form_of_the_section_47_decision_for_two_children() =>
        Golden.Json(CardJson.Write(DecisionCard.For(Decided().SeenBy(Priya), new SaveEnquiry.Form(Id.Value), Words)));

    [Fact]
    public void The_form_of_reasonable_cause() => Golden.Json(CardJson.Write(DecisionCard.For(AConvenedCase().SeenBy(Priya), new SaveCause.Form(Id.Value), Words)));

    [Fact]
    public void The_form_of_the_conference() => Golden.Json(CardJson.Write(DecisionCard.For(AConvenedCase().SeenBy(Priya), new SaveConference.Form(Id.Value), Words)));

    [Fact]
    public void The_form_of_an_action_without_an_owner_keeps_what_was_typed() =>
        Golden.Json(CardJson.Write(RowCard.For(AConvenedCase().SeenBy(Tom), OpenActions.Kind, new(Id.Value, null, "Search the house.", null, "today", null, "Find the belt."), Now, Words, "Choose who does it: every action has an owner.")));

    [Fact]
    public void The_list_of_actions() => Golden.Json(CardJson.Write(RowCard.List(Decided().SeenBy(Tom), OpenActions.Kind, [], [], Words)));

    [Fact]
    public void The_form_of_the_contingency_that_changed_meanwhile() =>
        Golden.Json(CardJson.Write(ContingencyCard.For(AConvenedCase().By(Tom).Fact(new ContingencyAgreed("The aunt takes them.") { Meeting = FirstMeeting }).SeenBy(Priya), new(Id.Value, "Foster carers."), Words, "Tom saved something else.")));

    [Fact]
    public void Who_is_told_when_the_plan_is_agreed() => Golden.Json(CardJson.Write(AgreementCard.For(Decided().SeenBy(Priya))));

    [Fact]
    public void What_the_manager_authorises() => Golden.Json(CardJson.Write(AuthorisationCard.For(Decided().SeenBy(Helen), Words)));

    [Fact]
    public void What_an_owner_is_told() =>
        Golden.Json(CardJson.Write(Telling.Card(Decided().Case, Sam, "The plan is agreed. This is yours:", [Decided().Case.Meeting.Plan.Actions[0]], Words)));

    [Fact]
    public void What_whoever_holds_a_child_is_told() => Golden.Json(CardJson.Write(OutcomeCard.For(Decided().Case, Grace, Words)));

    [Fact]
    public void Decisions_that_differ_open_upon_the_first_child()
    {
        var given = Decided();

        Assert.Equal(("child-1", Section47.Start), DecisionCard.Start(given.Case, given.Case.Meeting.Plan.Section47) is var start ? (start.Child, start.Stands!.Answer) : default);
    }

    [Fact]
    public void Every_form_stays_under_the_limit_with_every_field_full()
    {
        var given = AConvenedCase(6);
        given.Fact([.. given.Case.Children.SelectMany(child => (StrategyBot.Cases.Fact[])
        [
            new Section47Decided(Section47.Start, Conduct.Joint, null, Full) { Meeting = FirstMeeting, Child = child.Id },
            new ReasonableCauseDecided(ReasonableCause.Yes, Full) { Meeting = FirstMeeting, Child = child.Id },
            new PositionRecorded(Full[..200], Full[..200], Full[..200], SafetyBasis.Order, Now, Now, Full[..200]) { Meeting = FirstMeeting, Child = child.Id },
            new HolderNamed(Grace.Id) { Meeting = FirstMeeting, Child = child.Id },
        ])]);
        given.Fact([.. Enumerable.Range(1, 60).Select(i => Action(i, Grace, i % 2 == 0 ? ActionKind.Action : ActionKind.SafetyPlan) with { What = Full, Purpose = Full[..200], IfThisFails = Full[..200] })]);
        given.By(Tom).Fact(new ContingencyAgreed(Full) { Meeting = FirstMeeting });
        var view = given.SeenBy(Priya);
        var row = RowForm.Of(view.Case, view.Case.Meeting.Plan.Actions[1]) with { At = Full[..200] };

        Assert.All(
            [
                DecisionCard.For(view, new SaveEnquiry.Form(Id.Value, "all", Section47.Start, Conduct.Joint, FollowOn.EarlyHelp, Full), Words, Full[..200]),
                DecisionCard.For(view, new SaveCause.Form(Id.Value, "all", ReasonableCause.Yes, Full), Words, Full[..200]),
                RowCard.For(view, OpenActions.Kind, row, Now, Words, Full[..200]),
                RowCard.List(view, OpenActions.Kind, [], [], Words),
                ContingencyCard.For(view, new(Id.Value, Full), Words, Full[..200]),
                AgreementCard.For(view, Full[..200]),
                AuthorisationCard.For(view, Words, Full[..200]),
                Telling.Card(view.Case, Grace, "These are yours:", [.. view.Case.Meeting.Plan.Open], Words),
                OutcomeCard.For(view.Case, Grace, Words),
            ],
            card => Assert.InRange(CardSize.Utf16Bytes(card.Inline()), 1, CardSize.LimitInBytes));
    }

    private static Given Decided() => AConvenedCase(2).At("2026-11-25 14:30").Fact(
        new Section47Decided(Section47.Start, Conduct.Joint, null, "Unexplained *bruise*.") { Meeting = FirstMeeting, Child = Child1 },
        new Section47Decided(Section47.NotStart, null, FollowOn.ChildInNeed, "") { Meeting = FirstMeeting, Child = Child2 },
        Action(1, Sam, ActionKind.Action) with { What = "Search the <b>house</b>.", Purpose = "Find the belt.", IfThisFails = "Ring the chair." },
        Action(2, Tom, ActionKind.SafetyPlan),
        new HolderNamed(Grace.Id) { Meeting = FirstMeeting, Child = Child1 },
        new PositionRecorded("Ward 4", "Nurses", "Ward staff", SafetyBasis.ParentsAgree, null, Dates.Local("2026-11-25 18:00"), "01632 960009") { Meeting = FirstMeeting, Child = Child1 });

    private static ActionAgreed Action(int number, Participant owner, ActionKind kind) =>
        new(new($"action-{number}"), kind, $"Task {number}.", owner.Id, Dates.Local("2026-11-26 12:00"), "", "") { Meeting = FirstMeeting };
}
