using System.Runtime.CompilerServices;
using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Phases.Minuting;
using StrategyBot.Protocols.Cards;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.Phases.Minuting;

public sealed class ObjectionCardsTests
{
    [Fact]
    public void Something_is_wrong_with_another_s_words() => Write(Wrong(Given.Sam, ObjectingToMinutesTests.Bruise));

    [Fact]
    public void Something_is_wrong_with_ones_own_words() => Write(Wrong(Given.Grace, ObjectingToMinutesTests.Appointments));

    [Fact]
    public void What_the_chair_answers() => Write(ObjectionCard.For(Raised.SeenBy(Given.Priya), First(Raised.SeenBy(Given.Priya)), Given.Words));

    [Fact]
    public void What_is_said_to_be_wrong_as_the_chair_lists_it() => Write(ObjectionsCard.For(Raised.SeenBy(Given.Priya), Given.Words));

    [Fact]
    public void What_somebody_said_is_wrong_and_what_came_of_it() =>
        Write(ObjectionsCard.For(AnsweringObjectionsTests.Answered(ObjectionOutcome.Declined, "The photograph shows the left arm.").SeenBy(Given.Sam), Given.Words));

    [Fact]
    public void The_chair_is_told() => Write(ObjectionNote.ForChair(Raised.Case, Raised.Case.Meeting.Minutes.Objections[0], Given.Words));

    [Fact]
    public void Whoever_said_it_is_told() => Write(ObjectionNote.ForObjector(Declined, Declined.Meeting.Minutes.Objections[0], Given.Words));

    [Fact]
    public void Nobody_else_sees_what_somebody_said() => Assert.Empty(ObjectionsCard.Of(Raised.SeenBy(Given.Grace)));

    [Fact]
    public void A_chair_who_may_not_read_the_paragraph_sees_that_there_is_something_and_not_what()
    {
        var given = ApprovingMinutesTests.Approved();
        var audience = Audience.Only(Agency.Police, Agency.Health);
        given.By(Given.Sam).Fact(Documents.AMeeting.In(new MinutesFrozen(2, 0, StrategyBot.Rules.ValueList.ToValueList([new MinutesParagraph("x", "Information", "SECRET", "Sam", null, audience, Given.Sam.Id)]))));
        given.Fact(Documents.AMeeting.In(new MinutesApproved(2, "digest", "Why.")));
        given.By(Given.Grace).Decided(@case => ObjectingToMinutes.Object(@case, Given.Grace, 2, "x", "SECRET is wrong."));

        var view = given.SeenBy(Given.Priya);
        var seen = CardJson.Write(ObjectionCard.For(view, First(view), Given.Words)) + CardJson.Write(ObjectionsCard.For(view, Given.Words));

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
        var given = ApprovingMinutesTests.Approved();
        foreach (var number in Enumerable.Range(1, 14))
        {
            given.By(Given.Sam).Decided(@case => ObjectingToMinutesTests.Object(@case, Given.Sam, ObjectingToMinutesTests.Bruise, $"{number}{said[..990]}x"));
        }

        var view = given.SeenBy(Given.Priya);
        var typed = new AnswerObjection.Form(Given.Id.Value, First(view).Number, "", ObjectionOutcome.Amended, said, new string(character, 1_500));
        Assert.InRange(CardSize.Utf16Bytes(ObjectionCard.For(view, First(view), Given.Words, typed, "It changed.")), 1, CardSize.LimitInBytes);
        Assert.InRange(CardSize.Utf16Bytes(ObjectionsCard.For(view, Given.Words)), 1, CardSize.LimitInBytes);
        Assert.InRange(CardSize.Utf16Bytes(WrongCard.For(given.SeenBy(Given.Sam), 1, Paragraph(given, ObjectingToMinutesTests.Bruise) with { Text = new string(character, 800) }, said, "It changed.")), 1, CardSize.LimitInBytes);
    }

    private static Given Raised => ObjectingToMinutesTests.Raised();

    private static Case Declined => AnsweringObjectionsTests.Answered(ObjectionOutcome.Declined, "The photograph shows the left arm.").Case;

    private static Objection First(CaseView view) => view.Case.Meeting.Minutes.Objections[0];

    private static MinutesParagraph Paragraph(Given given, string words) => given.Case.Meeting.Minutes.Versions[1].First(paragraph => paragraph.Text.Contains(words, StringComparison.Ordinal));

    private static AdaptiveCard Wrong(Participant reader, string words) =>
        WrongCard.For(ApprovingMinutesTests.Approved().SeenBy(reader), 1, Paragraph(ApprovingMinutesTests.Approved(), words));

    private static void Write(AdaptiveCard card, [CallerFilePath] string test = "", [CallerMemberName] string name = "") => Golden.Json(CardJson.Write(card), test, name);
}
