using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Forms;
using StrategyBot.Phases.Safeguarding;
using StrategyBot.Protocols.Cards;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases.Safeguarding;

public sealed class SafeguardingCardsTests
{
    private static readonly DateTimeOffset Now = Dates.Local("2026-11-25 14:20");

    private static readonly string Full = string.Concat(Enumerable.Repeat("Ähnlich “so”, ", 120))[..1_500];

    [Fact]
    public void Where_a_child_is_safe_first_half() =>
        Golden.Json(CardJson.Write(Form<PositionPart, PositionPart.Form>(AConvenedCase(2), Priya, new(Id.Value, "child-1"))));

    [Fact]
    public void Where_a_child_is_safe_second_half() =>
        Golden.Json(CardJson.Write(Form<LimitPart, LimitPart.Form>(Protected(), Priya, new(Id.Value, "child-1"))));

    [Fact]
    public void Child_is_safe_confirmed_by() =>
        Golden.Json(CardJson.Write(Form<ConfirmationPart, ConfirmationPart.Form>(Protected(), Tom, new(Id.Value))));

    [Fact]
    public void Who_holds_the_child() =>
        Golden.Json(
            CardJson.Write(
                Form<HolderPart, HolderPart.Form>(Protected().Fact(new HolderNamed(Grace.Id) { Meeting = FirstMeeting, Child = Child1 }),
                    Tom, new(Id.Value))));

    [Fact]
    public void The_interim_safety_plan_without_a_row() =>
        Golden.Json(CardJson.Write(Plan(AConvenedCase().Fact(new NoSafetyPlanNeeded("In hospital.") { Meeting = FirstMeeting }))));

    [Fact]
    public void Why_no_interim_safety_plan_is_needed() =>
        Golden.Json(CardJson.Write(Form<NoneNeededPart, NoneNeededPart.Form>(AConvenedCase(), Priya, new(Id.Value))));

    [Fact]
    public void The_review_of_the_interim_safety_plan() =>
        Golden.Json(
            CardJson.Write(
                Form<ReviewPart, ReviewPart.Form>(AConvenedCase().Fact(new SafetyReviewSet(new(2026, 11, 27)) { Meeting = FirstMeeting }),
                    Priya, new(Id.Value))));

    [Fact]
    public void What_the_chair_is_told_at_the_decide_by() =>
        Golden.Json(CardJson.Write(DecideBy(Protected())));

    [Fact]
    public void Every_form_stays_under_the_limit_with_every_field_full()
    {
        var given = AConvenedCase(6);
        var line = Full[..200];
        given.Fact([.. given.Case.Children.SelectMany(child => (StrategyBot.Cases.Fact[])
        [
            new PositionRecorded(line, line, line, SafetyBasis.PoliceProtection, Now, Now, line)
            {
                Meeting = FirstMeeting,
                Child = child.Id,
            },
            new HolderNamed(Grace.Id) { Meeting = FirstMeeting, Child = child.Id },
        ])]);
        var toDecide = DecideBy(given);
        given.Fact([.. given.Case.Children.Select(child =>
            (StrategyBot.Cases.Fact)new ChildConfirmedSafe(Full) { Meeting = FirstMeeting, Child = child.Id })]);
        given.Fact(new NoSafetyPlanNeeded(Full) { Meeting = FirstMeeting });

        Assert.All(
            [
                Form<PositionPart, PositionPart.Form>(given, Priya, new(Id.Value, "child-1")),
                Form<LimitPart, LimitPart.Form>(given, Priya, new(Id.Value, "child-1")),
                Form<ConfirmationPart, ConfirmationPart.Form>(given, Priya, new(Id.Value)),
                Form<HolderPart, HolderPart.Form>(given, Priya, new(Id.Value)),
                Plan(given),
                Form<NoneNeededPart, NoneNeededPart.Form>(given, Priya, new(Id.Value)),
                toDecide,
            ],
            card => Assert.InRange(CardSize.Utf16Bytes(card.Inline()), 1, CardSize.LimitInBytes));
    }

    private static AdaptiveCard Form<TPart, TForm>(Given given, Participant reader, TForm asked)
        where TPart : class, IPart<TForm>, new()
        where TForm : class, ICaseForm => PartHost.Open(new TPart(), given.SeenBy(reader), asked, Now);

    private static AdaptiveCard Plan(Given given) => PartHost.Page(new SafetyPlanPage(), given.SeenBy(Priya), CaseForm.Of(given.Case), Now);

    private static AdaptiveCard DecideBy(Given given) => ClockCard.At<DecideByClock>(given.Case, Priya);

    private static Given Protected() => AConvenedCase(2).Fact(
        new PositionRecorded("Ward 4", "Nurses", "Ward staff", SafetyBasis.PoliceProtection, Dates.Local("2026-11-25 10:00"),
            Dates.Local("2026-11-26 12:00"), "01632 960009")
        { Meeting = FirstMeeting, Child = Child1 });
}
