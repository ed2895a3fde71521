using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
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
    public void Where_a_child_is_safe_first_half() => Golden.Json(CardJson.Write(PositionCard.Place(AConvenedCase(2).SeenBy(Priya), First(AConvenedCase(2)), new(Id.Value), Words)));

    [Fact]
    public void Where_a_child_is_safe_second_half()
    {
        var given = Protected();

        Golden.Json(CardJson.Write(PositionCard.Limit(given.SeenBy(Priya), First(given), SaveLimit.Form.Of(given.Case, First(given), Words), Words, "Saved 14:20 on SB-2026-014 Heron. One more step:")));
    }

    [Fact]
    public void Child_is_safe_confirmed_by() => Golden.Json(CardJson.Write(ConfirmationCard.For(Protected().SeenBy(Tom), new(Id.Value), Words)));

    [Fact]
    public void Who_holds_the_child() => Golden.Json(CardJson.Write(HolderCard.For(Protected().Fact(new HolderNamed(Grace.Id) { Meeting = FirstMeeting, Child = Child1 }).SeenBy(Tom), new(Id.Value))));

    [Fact]
    public void The_interim_safety_plan_without_a_row() => Golden.Json(CardJson.Write(SafetyPlanCard.For(AConvenedCase().Fact(new NoSafetyPlanNeeded("In hospital.") { Meeting = FirstMeeting }).SeenBy(Priya), Words)));

    [Fact]
    public void Why_no_interim_safety_plan_is_needed() => Golden.Json(CardJson.Write(SafetyPlanCard.NoneNeeded(AConvenedCase().SeenBy(Priya), null)));

    [Fact]
    public void The_review_of_the_interim_safety_plan() => Golden.Json(CardJson.Write(SafetyPlanCard.Review(AConvenedCase().SeenBy(Priya), new DateOnly(2026, 11, 24), "Tue 24 Nov 2026 has passed. Choose a date that lies ahead.")));

    [Fact]
    public void What_the_chair_is_told_at_the_decide_by() => Golden.Json(CardJson.Write(new TellDecideBy(null!, Words).Card(Protected().Case, First(Protected()))));

    [Fact]
    public void Every_form_stays_under_the_limit_with_every_field_full()
    {
        var given = AConvenedCase(6);
        var line = Full[..200];
        given.Fact([.. given.Case.Children.SelectMany(child => (StrategyBot.Cases.Fact[])
        [
            new PositionRecorded(line, line, line, SafetyBasis.PoliceProtection, Now, Now, line) { Meeting = FirstMeeting, Child = child.Id },
            new HolderNamed(Grace.Id) { Meeting = FirstMeeting, Child = child.Id },
            new ChildConfirmedSafe(Full) { Meeting = FirstMeeting, Child = child.Id },
        ])]);
        given.Fact(new NoSafetyPlanNeeded(Full) { Meeting = FirstMeeting });
        var view = given.SeenBy(Priya);

        Assert.All(
            [
                PositionCard.Place(view, First(given), new(Id.Value, "child-1", false, line, line, line, SafetyBasis.Order), Words, line),
                PositionCard.Limit(view, First(given), new(Id.Value, "child-1", false, null, null, null, null, line), Words, line, line),
                ConfirmationCard.For(view, new(Id.Value, "all", null, Full), Words, line),
                HolderCard.For(view, new(Id.Value), line),
                SafetyPlanCard.For(view, Words),
                SafetyPlanCard.NoneNeeded(view, Full, line),
                new TellDecideBy(null!, Words).Card(given.Case, First(given)),
            ],
            card => Assert.InRange(CardSize.Utf16Bytes(card.Inline()), 1, CardSize.LimitInBytes));
    }

    private static Child First(Given given) => given.Case.Children[0];

    private static Given Protected() => AConvenedCase(2).Fact(
        new PositionRecorded("Ward 4", "Nurses", "Ward staff", SafetyBasis.PoliceProtection, Dates.Local("2026-11-25 10:00"), Dates.Local("2026-11-26 12:00"), "01632 960009") { Meeting = FirstMeeting, Child = Child1 });
}
