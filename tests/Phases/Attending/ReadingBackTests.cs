using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Phases.Attending;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases.Attending;

public sealed class ReadingBackTests
{
    [Fact]
    public void Agreed_keeps_no_words() =>
        Started().When(@case => ReadingBack.Answer(@case, Sam, agreed: true, "typed before")).Then(new ReadBackAnswered(Sam.Id, true, "") { Meeting = FirstMeeting });

    [Fact]
    public void Not_what_I_said_needs_to_say_what() =>
        Started().When(@case => ReadingBack.Answer(@case, Sam, agreed: false, " ")).Refused<CannotBe>();

    [Fact]
    public void Answering_again_replaces_and_the_same_writes_nothing()
    {
        var given = Started().By(Sam).Decided(@case => ReadingBack.Answer(@case, Sam, agreed: false, "I said Tuesday."));
        given.When(@case => ReadingBack.Answer(@case, Sam, agreed: false, "I said Tuesday.")).ThenNothingNew();

        given.Decided(@case => ReadingBack.Answer(@case, Sam, agreed: true, ""));
        Assert.True(given.Case.Meeting.Attendance.ReadBack[Sam.Id].Agreed);
    }

    [Fact]
    public void Before_the_meeting_there_is_nothing_to_read_back() =>
        AConvenedCase().When(@case => ReadingBack.Answer(@case, Sam, agreed: true, "")).Then(new NotStarted());

    private static Given Started() => AConvenedCase().Fact(new MeetingStarted(Via.Form) { Meeting = FirstMeeting });
}
