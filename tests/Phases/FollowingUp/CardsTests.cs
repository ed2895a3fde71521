using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Phases.FollowingUp;
using StrategyBot.Protocols.Cards;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;
using Fact = StrategyBot.Cases.Fact;

namespace StrategyBot.Tests.Phases.FollowingUp;

public sealed class CardsTests
{
    private static readonly DateTimeOffset Evening = Dates.Local("2026-11-25 18:00");

    [Fact]
    public void My_actions_with_one_overdue() => Check(Open(Planned(), Tom));

    [Fact]
    public void My_actions_as_a_message() => Check(ActionAnswerDrawing.Card([.. ListedAction.Of(Planned().SeenBy(Tom))], Evening, Words));

    [Fact]
    public void Everybody_s_actions_for_the_chair() => Check(Open(Planned(), Priya, all: true));

    [Fact]
    public void No_open_actions() => Check(ActionAnswerDrawing.Card([], Evening, Words));

    [Fact]
    public void My_actions_in_a_meeting_chat_are_a_number_and_a_button() => Check(MyActionsCommand.Counted(Planned().Case, 2));

    [Fact]
    public void The_alert_to_the_chair() =>
        Check(AlertChairDuty.Card(
            Planned().By(Tom)
                .Fact(new ActionAnswered(new("action-1"), ActionProgress.CannotDo, "The family is **away**.")).Case, new("action-1"),
                Evening, Words));

    [Fact]
    public void The_list_is_small_enough_with_every_field_full()
    {
        var text = new string('w', 1_500);
        var given = Planned().Fact(
            [.. Enumerable.Range(10, 60)
                .Select(i => (Fact)new ActionAgreed(
                new($"action-{i}"), ActionKind.Action, text, Tom.Id, Dates.Local("2026-11-26 12:00"), text, text))]);

        given.Fact([.. Enumerable.Range(10, 60).Select(i => (Fact)new ActionAnswered(new($"action-{i}"), ActionProgress.CannotDo, text))]);

        var card = Open(given, Priya, all: true);

        Assert.InRange(CardSize.Utf16Bytes(card), 1, CardSize.LimitInBytes);
    }

    private static AdaptiveCard Open(Given given, Participant reader, bool all = false) =>
        PartHost.Open(new ActionAnswerPart(), given.SeenBy(reader), new ActionAnswerPart.Form(Given.Id.Value, all), Evening);

    private static void Check(AdaptiveCard card, [System.Runtime.CompilerServices.CallerMemberName] string name = "") =>
        Golden.Json(CardJson.Write(card), name: name);

    private static Given Planned() => AConvenedCase().At("2026-11-25 14:30").Fact(
        new ActionAgreed(new("action-1"), ActionKind.Action, "Visit the *home*", Tom.Id, Dates.Local("2026-11-25 17:00"), "", ""),
        new ActionAgreed(new("action-2"), ActionKind.SafetyPlan, "See the child at school", Tom.Id, Dates
            .Local("2026-11-26 12:00"), "", ""),
        new ActionAgreed(new("action-3"), ActionKind.Action, "Check the system", Sam.Id, Dates.Local("2026-11-26 12:00"), "", ""));
}
