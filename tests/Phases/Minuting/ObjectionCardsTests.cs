using System.Runtime.CompilerServices;
using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Phases.Minuting;
using StrategyBot.Protocols.Cards;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.Phases.Minuting;

public sealed class ObjectionCardsTests
{
    private static readonly DateTimeOffset Now = Dates.Local("2026-11-25 16:00");

    [Fact]
    public void Something_is_wrong_with_another_s_words() => Write(Wrong(Given.Sam, ObjectionRuleTests.Bruise));

    [Fact]
    public void Something_is_wrong_with_ones_own_words() => Write(Wrong(Given.Grace, ObjectionRuleTests.Appointments));

    [Fact]
    public void What_the_chair_answers() => Write(Answer(Raised));

    [Fact]
    public void What_is_said_to_be_wrong_as_the_chair_lists_it() => Write(List(Raised, Given.Priya));

    [Fact]
    public void What_somebody_said_is_wrong_and_what_came_of_it() =>
        Write(List(ObjectionAnswerTests.Answered(ObjectionOutcome.Declined, "The photograph shows the left arm."), Given.Sam));

    [Fact]
    public void The_chair_is_told() => Write(ObjectionNote.ForChair(Raised.Case, Raised.Case.Meeting.Minutes.Objections[0], Given.Words));

    [Fact]
    public void Whoever_said_it_is_told() =>
        Write(ObjectionNote.ForObjector(Declined, Declined.Meeting.Minutes.Objections[0], Given.Words));

    [Fact]
    public void Nobody_else_sees_what_somebody_said() => Assert.Empty(ObjectionsPage.Of(Raised.SeenBy(Given.Grace)));

    [Fact]
    public void A_chair_who_may_not_read_the_paragraph_sees_that_there_is_something_and_not_what()
    {
        var given = ApprovalRuleTests.Approved();
        var audience = Audience.Only(Agency.Police, Agency.Health);
        given.By(Given.Sam)
            .Fact(Documents.AMeeting.In(
                new MinutesFrozen(2, 0,
                    StrategyBot.Rules.ValueList.ToValueList([
                        new MinutesParagraph("x", "Information", "SECRET", "Sam", null, audience, Given.Sam.Id)]))));
        given.Fact(Documents.AMeeting.In(new MinutesApproved(2, "digest", "Why.")));
        given.By(Given.Grace).Decided(@case => ObjectionRule.Object(@case, Given.Grace, 2, "x", "SECRET is wrong."));

        var seen = CardJson.Write(Answer(given)) + CardJson.Write(List(given, Given.Priya));

        Assert.DoesNotContain("SECRET", seen, StringComparison.Ordinal);
        Assert.Contains("marked for other readers", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("amended", seen, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData('x')]
    [InlineData('"')]
    [InlineData('\n')]
    [InlineData('\u0001')]
    public void Every_card_stays_small_enough(char character)
    {
        var said = $"x{new string(character, 998)}x";
        var given = ApprovalRuleTests.Approved();
        foreach (var number in Enumerable.Range(1, 14))
        {
            given.By(Given.Sam)
                .Decided(@case => ObjectionRuleTests.Object(@case, Given.Sam, ObjectionRuleTests.Bruise, $"{number}{said[..990]}x"));
        }

        Assert.InRange(CardSize.Utf16Bytes(Answer(given)), 1, CardSize.LimitInBytes);
        Assert.InRange(CardSize.Utf16Bytes(List(given, Given.Priya)), 1, CardSize.LimitInBytes);
        Assert.Contains("Page 2 of", CardJson.Write(List(given, Given.Priya, 2)), StringComparison.Ordinal);
    }

    private static Given Raised => ObjectionRuleTests.Raised();

    private static Case Declined => ObjectionAnswerTests.Answered(ObjectionOutcome.Declined, "The photograph shows the left arm.").Case;

    private static AdaptiveCard Wrong(Participant reader, string words)
    {
        var given = ApprovalRuleTests.Approved();
        var paragraph = given.Case.Meeting.Minutes.Versions[1].First(paragraph => paragraph.Text.Contains(words, StringComparison.Ordinal));
        return PartHost.Open<ObjectionPart, ObjectionPart.Form>(new(), given.SeenBy(reader), new(Given.Id.Value, 1, paragraph.Id), Now);
    }

    private static AdaptiveCard Answer(Given given) => PartHost.Open<ObjectionAnswerPart, ObjectionAnswerPart.Form>(
        new(), given.SeenBy(Given.Priya), new(Given.Id.Value, given.Case.Meeting.Minutes.Objections[0].Number), Now);

    private static AdaptiveCard List(Given given, Participant reader, int page = 1) =>
        PartHost.Page(new ObjectionsPage(), given.SeenBy(reader), new(Given.Id.Value, page), Now);

    private static void Write(AdaptiveCard card, [CallerFilePath] string test = "", [CallerMemberName] string name = "") =>
        Golden.Json(CardJson.Write(card), test, name);
}
