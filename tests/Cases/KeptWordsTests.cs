using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Documents;
using StrategyBot.Phases.Planning;
using StrategyBot.Phases.Safeguarding;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Cases;

/// <summary>Whoever writes down again what they may not read, keeps it, and reads it no more for that (P6).</summary>
public sealed class KeptWordsTests
{
    private static readonly Audience Police = Audience.Only(Agency.Police);

    [Fact]
    public void A_typed_decision_tells_nobody_the_reasons_that_were_kept_from_them()
    {
        var given = AConvenedCase().By(Sam)
            .Fact(new Section47Decided(Section47.Start, Conduct.Joint, null, "A source.")
            {
                Meeting = FirstMeeting,
                Child = Child1,
                Audience = Police,
            })
            .By(Priya).Decided(@case => DecisionCommand.Decide(@case, ["s47", "single"]));

        Assert.Equal(Conduct.Single, given.SeenBy(Priya).Case.Meeting.Plan.Section47[Child1].Fact.Conduct);
        Assert.Equal("", given.SeenBy(Priya).Case.Meeting.Plan.Section47[Child1].Fact.Rationale);
        Assert.Equal("A source.", given.SeenBy(Sam).Case.Meeting.Plan.Section47[Child1].Fact.Rationale);
        Assert.DoesNotContain(MinutesCopy.For(MinutesDraft.Of(given.Case), Priya),
            paragraph => paragraph.Text.Contains("A source.", StringComparison.Ordinal));
        Assert.Contains(MinutesCopy.For(MinutesDraft.Of(given.Case), Sam),
            paragraph => paragraph.Text.Contains("A source.", StringComparison.Ordinal));
    }

    [Fact]
    public void The_second_half_of_a_position_tells_nobody_where_the_child_is()
    {
        var given = AConvenedCase().By(Sam)
            .Fact(new PositionRecorded("A refuge", "Nurses", "", SafetyBasis.ParentsAgree, null, null, "")
            {
                Meeting = FirstMeeting,
                Child = Child1,
                Audience = Police,
            })
            .By(Tom).Decided(@case => PositionRule.Limit(@case, @case.Children, null, null, "01632 960009", Now, Words));

        Assert.Equal("", given.SeenBy(Tom).Case.Meeting.Safety.Positions[Child1].Fact.Where);
        Assert.Equal("A refuge", given.SeenBy(Sam).Case.Meeting.Safety.Positions[Child1].Fact.Where);
    }

    [Fact]
    public void Whoever_marks_their_own_words_for_police_and_social_care_goes_on_reading_them()
    {
        var given = AConvenedCase().By(Grace).Fact(new InformationGiven(Grace.Id, Agency.Health, "Two visits.", 0)
        {
            Meeting = FirstMeeting,
            Audience = Audience.PoliceAndSocialCare,
        });

        Assert.Equal("Two visits.", Assert.Single(given.SeenBy(Grace).Case.Meeting.Assessment.Information).Text);
    }

    private static DateTimeOffset Now => AConvenedCase().Now;
}
