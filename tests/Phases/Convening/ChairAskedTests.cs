using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Documents;
using StrategyBot.Phases.Convening;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.Phases.Convening;

/// <summary>R6: a complex case is chaired by a head of service; it is asked again when complex comes after the call.</summary>
public sealed class ChairAskedTests
{
    private static readonly CircumstancesGiven Complex = Begun.Circumstances with { Features = [Features.Complex] };

    [Fact]
    public void Complex_that_comes_after_the_call_asks_who_chairs_and_names_whom_to_ask()
    {
        var given = Begun.ACalledMeeting();
        Assert.DoesNotContain(ConveningHub.Gaps(given.Case), gap => gap.Id == "convening/chair");

        given.Fact(Complex);

        Assert.Contains(ConveningHub.Gaps(given.Case), gap => gap.Id == "convening/chair");
        Assert.Contains(ConveningHub.Entries(given.SeenBy(given.Case.Chair), Begun.Now),
            entry => entry is { Id: "convening/chair", IsOpen: true });
        Assert.Equal("A Head of Service should chair a case like this. Ask Helen Marsh (01632 960102) to take the chair.",
            ChairRule.Say(given.Case, ChairRule.Title(given.Case, Begun.Now)!));
    }

    [Fact]
    public void Why_the_chair_stays_is_kept_for_those_whom_it_names_and_printed()
    {
        var given = Begun.ACalledMeeting().Fact(Complex);
        given.When(@case => ChairRule.Explain(@case, " ", new(Audience.Professionals, Given.Priya), Begun.Now)).Refused<CannotBe>();

        given.Decided(@case => ChairRule.Explain(@case, "She is on leave.", new(Audience.PoliceAndSocialCare, Given.Priya), Begun.Now));

        Assert.DoesNotContain(ConveningHub.Gaps(given.Case), gap => gap.Id == "convening/chair");
        var printed = MinutesDraft.Of(given.Case).Single(one => one.Text.Contains("She is on leave.", StringComparison.Ordinal));
        Assert.Equal(("This chair, because: She is on leave.", Audience.PoliceAndSocialCare), (printed.Text, printed.Audience));
        given.When(@case => ChairRule.Explain(@case, "She is on leave.", new(Audience.PoliceAndSocialCare, Given.Priya), Begun.Now))
            .ThenNothingNew();
    }

    [Fact]
    public void Where_whoever_chairs_may_there_is_nothing_to_explain() =>
        Begun.ACalledMeeting().When(@case => ChairRule.Explain(@case, "x", new(Audience.Professionals, Given.Priya), Begun.Now))
            .Then(ChairRule.MayChair);
}
