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
        Golden.Json(CardJson.Write(Form<Section47Part, Section47Part.Form>(Decided(), Priya, new(Id.Value))));

    [Fact]
    public void The_form_of_reasonable_cause() =>
        Golden.Json(CardJson.Write(Form<ReasonableCausePart, ReasonableCausePart.Form>(AConvenedCase(), Priya, new(Id.Value))));

    [Fact]
    public void The_form_of_reasonable_cause_and_section_47() => Golden.Json(CardJson.Write(
        Form<CauseAndEnquiryPart, CauseAndEnquiryPart.Form>(AConvenedCase(), Priya, new(Id.Value, Child: "child-1"))));

    [Fact]
    public void The_form_of_reasonable_cause_and_section_47_for_two_who_differ() => Golden.Json(CardJson.Write(
        Form<CauseAndEnquiryPart, CauseAndEnquiryPart.Form>(CauseAndEnquiryTests.Differing(), Priya, new(Id.Value, "all", true))));

    [Fact]
    public void The_form_of_the_conference() =>
        Golden.Json(CardJson.Write(Form<ConferencePart, ConferencePart.Form>(AConvenedCase(), Priya, new(Id.Value))));

    [Fact]
    public void The_form_of_a_new_action() => Golden.Json(CardJson.Write(Form<ActionPart, RowForm>(AConvenedCase(), Tom, new(Id.Value))));

    [Fact]
    public void The_form_of_an_action_that_is_changed() =>
        Golden.Json(CardJson.Write(Form<ActionPart, RowForm>(Decided(), Tom, new(Id.Value, "action-1"))));

    [Fact]
    public void The_list_of_actions() => Golden.Json(CardJson.Write(Page(new ActionsPage(), Decided(), Tom)));

    [Fact]
    public void The_form_of_the_contingency() => Golden.Json(CardJson.Write(Form<ContingencyPart, ContingencyPart.Form>(
        AConvenedCase().By(Tom).Fact(new ContingencyAgreed("The aunt takes them.") { Meeting = FirstMeeting }), Priya, new(Id.Value))));

    [Fact]
    public void Who_is_told_when_the_plan_is_agreed() => Golden.Json(CardJson.Write(Page(new AgreementPage(), Decided(), Priya)));

    [Fact]
    public void What_the_manager_authorises() => Golden.Json(CardJson.Write(Authorisation(Decided(), Helen)));

    [Fact]
    public void What_an_owner_is_told() =>
        Golden.Json(
            CardJson.Write(
                PlanMessage.Card(
                Decided().Case, Sam, "The plan is agreed. This is yours:", [Decided().Case.Meeting.Plan.Actions[0]], Words)));

    [Fact]
    public void What_whoever_holds_a_child_is_told() => Golden.Json(CardJson.Write(Page(new OutcomePage(), Decided(), Grace)));

    [Fact]
    public void Decisions_that_differ_open_upon_the_first_child()
    {
        var given = Decided();

        Assert.Equal(("child-1", Section47.Start),
            DecisionDrawing.Start(given.Case, null, given.Case.Meeting.Plan.Section47) is var start
                ? (start.Child, start.Stands!.Answer)
                : default);
    }

    [Fact]
    public void Every_form_stays_under_the_limit_with_every_field_full()
    {
        var given = AConvenedCase(6);
        given.Fact([.. given.Case.Children.SelectMany(child => (StrategyBot.Cases.Fact[])
        [
            new Section47Decided(Section47.Start, Conduct.Joint, null, Full) { Meeting = FirstMeeting, Child = child.Id },
            new ReasonableCauseDecided(ReasonableCause.Yes, Full) { Meeting = FirstMeeting, Child = child.Id },
            new PositionRecorded(Full[..200], Full[..200], Full[..200], SafetyBasis.Order, Now, Now, Full[..200])
            {
                Meeting = FirstMeeting,
                Child = child.Id,
            },
            new HolderNamed(Grace.Id) { Meeting = FirstMeeting, Child = child.Id },
        ])]);
        given.Fact([
            .. Enumerable.Range(1, 60)
                .Select(i => Action(i, Grace, i % 2 == 0 ? ActionKind.Action : ActionKind.SafetyPlan) with
                {
                    What = Full,
                    Purpose = Full[..200],
                    IfThisFails = Full[..200],
                })]);
        given.By(Tom).Fact(new ContingencyAgreed(Full) { Meeting = FirstMeeting });
        var view = given.SeenBy(Priya);

        Assert.All(
            [
                Form<Section47Part, Section47Part.Form>(given, Priya, new(Id.Value)),
                Form<ReasonableCausePart, ReasonableCausePart.Form>(given, Priya, new(Id.Value)),
                Form<ActionPart, RowForm>(given, Priya, new(Id.Value, "action-2")),
                Page(new ActionsPage(), given, Priya),
                Form<ContingencyPart, ContingencyPart.Form>(given, Priya, new(Id.Value)),
                Page(new AgreementPage(), given, Priya),
                Authorisation(given, Priya),
                PlanMessage.Card(view.Case, Grace, "These are yours:", [.. view.Case.Meeting.Plan.Open], Words),
                Page(new OutcomePage(), given, Grace),
            ],
            card => Assert.InRange(CardSize.Utf16Bytes(card.Inline()), 1, CardSize.LimitInBytes));
    }

    private static AdaptiveCard Form<TPart, TForm>(Given given, Participant reader, TForm asked)
        where TPart : class, IPart<TForm>, new()
        where TForm : class, ICaseForm => PartHost.Open(new TPart(), given.SeenBy(reader), asked, Now);

    private static AdaptiveCard Page(IPage<CaseForm> page, Given given, Participant reader) =>
        PartHost.Page(page, given.SeenBy(reader), CaseForm.Of(given.Case), Now);

    private static Given Decided() => AConvenedCase(2).At("2026-11-25 14:30").Fact(
        new Section47Decided(Section47.Start, Conduct.Joint, null, "Unexplained *bruise*.") { Meeting = FirstMeeting, Child = Child1 },
        new Section47Decided(Section47.NotStart, null, FollowOn.ChildInNeed, "") { Meeting = FirstMeeting, Child = Child2 },
        Action(1, Sam, ActionKind.Action) with
        {
            What = "Search the <b>house</b>.",
            Purpose = "Find the belt.",
            IfThisFails = "Ring the chair.",
        },
        Action(2, Tom, ActionKind.SafetyPlan),
        new HolderNamed(Grace.Id) { Meeting = FirstMeeting, Child = Child1 },
        new PositionRecorded("Ward 4", "Nurses", "Ward staff", SafetyBasis.ParentsAgree, null, Dates.Local("2026-11-25 18:00"),
            "01632 960009")
        { Meeting = FirstMeeting, Child = Child1 });

    private static AdaptiveCard Authorisation(Given given, Participant reader) =>
        PartHost.Page(new AuthorisationPage(), given.SeenBy(reader), new AuthorisationPage.Form(Id.Value), Now);

    private static ActionAgreed Action(int number, Participant owner, ActionKind kind) =>
        new(new($"action-{number}"), kind, $"Task {number}.", owner.Id, Dates.Local("2026-11-26 12:00"), "", "") { Meeting = FirstMeeting };
}
