using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Phases.Holding;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases.Holding;

public sealed class ReadBackRuleTests
{
    [Fact]
    public void Agreed_after_it_was_put_right_keeps_no_words()
    {
        var given = Started().By(Sam).Decided(@case => ReadBackRule.Answer(@case, Sam, agreed: false, "I said Tuesday."));

        given.When(@case => ReadBackRule.Answer(@case, Sam, agreed: true, "I said Tuesday."))
            .Then(new ReadBackAnswered(Sam.Id, true, "") { Meeting = FirstMeeting });
    }

    [Fact]
    public void Agreed_and_words_that_say_otherwise_exclude_each_other()
    {
        var refused = Started().When(@case => ReadBackRule.Answer(@case, Sam, agreed: true, "I said Tuesday.")).Refused<CannotBe>();

        Assert.Equal("objection", refused.Field);
    }

    [Fact]
    public void What_was_not_said_is_for_those_whom_it_names_and_said_again_stays_so()
    {
        var given = Started().By(Sam).Decided(@case =>
            ReadBackRule.Answer(@case, Sam, agreed: false, "I said Tuesday.", new(Audience.PoliceAndSocialCare, Sam)));

        Assert.Equal(Audience.PoliceAndSocialCare, Assert.Single(given
            .When(@case => ReadBackRule.Answer(@case, Sam, agreed: false, "I said Wednesday.")).Facts).Audience);
    }

    [Fact]
    public void Neither_button_is_no_answer() =>
        Started().When(@case => ReadBackRule.Answer(@case, Sam, agreed: null, "x")).Refused<CannotBe>();

    [Fact]
    public void Only_whoever_was_invited_answers() =>
        Started().When(@case => ReadBackRule.Answer(@case, Helen, agreed: true, "")).Then(new NotYourPart());

    [Fact]
    public void Not_what_I_said_needs_to_say_what() =>
        Started().When(@case => ReadBackRule.Answer(@case, Sam, agreed: false, " ")).Refused<CannotBe>();

    [Fact]
    public void Answering_again_replaces_and_the_same_writes_nothing()
    {
        var given = Started().By(Sam).Decided(@case => ReadBackRule.Answer(@case, Sam, agreed: false, "I said Tuesday."));
        given.When(@case => ReadBackRule.Answer(@case, Sam, agreed: false, "I said Tuesday.")).ThenNothingNew();

        given.Decided(@case => ReadBackRule.Answer(@case, Sam, agreed: true, ""));
        Assert.True(given.Case.Meeting.Attendance.ReadBack[Sam.Id].Fact.Agreed);
    }

    [Fact]
    public void Before_the_meeting_there_is_nothing_to_read_back() =>
        AConvenedCase().When(@case => ReadBackRule.Answer(@case, Sam, agreed: true, "")).Then(new NotStarted());

    [Fact]
    public void Once_the_minutes_are_approved_their_readers_are_asked_instead()
    {
        var approved = Started().Fact(
            new ReadBackAnswered(Sam.Id, true, "") { Meeting = FirstMeeting }, new MinutesApproved(1, "", "") { Meeting = FirstMeeting });

        approved.When(@case => ReadBackRule.Answer(@case, Sam, agreed: false, "I said Tuesday.")).Refused<CannotBe>();
        approved.When(@case => ReadBackRule.Answer(@case, Sam, agreed: true, "")).ThenNothingNew();
    }

    private static Given Started() => AConvenedCase().Fact(new MeetingStarted(Via.Form) { Meeting = FirstMeeting });
}
