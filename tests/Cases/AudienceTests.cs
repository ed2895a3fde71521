using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Documents;
using StrategyBot.Forms;
using StrategyBot.Protocols.Cards;
using StrategyBot.Records;
using StrategyBot.Tests.Records;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Cases;

/// <summary>A marking on disk (P6, P33): who may read it, and which adult or young person may hear it.</summary>
public sealed class AudienceTests
{
    private static readonly PersonId Author = Priya.Person!.Value;

    [Fact]
    public void A_marking_keeps_whom_it_names_on_disk()
    {
        var marked = Audience.Only(Agency.Police, Agency.SocialCare) with { SharedWith = ["adult-1", "child-1"] };

        Assert.Equal(marked, Read(Written(marked), null).Audience);
        Assert.Equal(
            """{"marking":"named-agencies","agencies":["social-care","police"],"mayShareWithFamily":false,"""
                + "\"sharedWith\":[\"adult-1\",\"child-1\"]}",
            Written(marked).Envelope.Audience);
    }

    [Fact]
    public void A_marking_of_an_earlier_release_says_what_it_said()
    {
        var line = Written(Audience.Professionals);

        Assert.Equal(Audience.Professionals, Read(line, null).Audience);
        Assert.Equal("Professionals at this meeting; may be shared with family",
            Read(line, """{"marking":"professionals","agencies":[],"mayShareWithFamily":true}""").Audience.Say());
        Assert.Equal(Audience.PoliceAndSocialCare,
            Read(line, """{"marking":"police-and-social-care","agencies":[],"mayShareWithFamily":false}""").Audience);
    }

    [Fact]
    public void Nobody_else_lets_more_of_the_family_hear_it()
    {
        var named = Audience.Professionals with { SharedWith = ["adult-1"] };

        Assert.False(named.IsAtMost(Audience.Professionals));
        Assert.True(Audience.Professionals.IsAtMost(named));
        Assert.False((named with { SharedWith = ["adult-1", "adult-2"] }).IsAtMost(named));
        Assert.True(named.IsAtMost(Audience.Professionals with { MayShareWithFamily = true }));
    }

    [Fact]
    public void Each_adult_and_child_is_offered_by_name_and_nobody_is_chosen()
    {
        var given = Family();
        var asked = Assert.IsType<ChoiceSetInput>(Assert.Single(MarkingInput.Share(given.Case)));

        Assert.Equal(["Jade Lindley", "Ash Lindley"], asked.Choices.Select(choice => choice.Title));
        Assert.Equal("", asked.Value);
    }

    [Fact]
    public void Who_ticked_the_family_before_names_were_asked_sees_that_and_nobody_else_is_offered_it()
    {
        var asked = (ChoiceSetInput)MarkingInput.Share(Family().Case,
            Audience.Professionals with { MayShareWithFamily = true })[0];

        Assert.Equal("family", asked.Value);
        Assert.DoesNotContain(((ChoiceSetInput)MarkingInput.Share(Family().Case)[0]).Choices, choice => choice.Value == "family");
    }

    [Fact]
    public void The_minutes_name_whom_a_paragraph_may_be_shared_with()
    {
        var given = Family().Fact(new ContingencyAgreed("An aunt takes him.")
        {
            Meeting = FirstMeeting,
            Audience = Audience.Professionals with { SharedWith = ["adult-1"] },
        });
        var paragraph = MinutesDraft.Of(given.Case).Single(one => one.Text == "An aunt takes him.");

        Assert.EndsWith("Professionals at this meeting; may be shared with Jade Lindley", MinutesDocx.Signed(paragraph),
            StringComparison.Ordinal);
        Assert.NotEqual(MinutesDigest.Of([paragraph]), MinutesDigest.Of([paragraph with { MayTell = null }]));
    }

    private static Given Family() => AConvenedCase().By(Priya)
        .Fact(new AdultNamed(new("adult-1"), new("Jade Lindley", "", null, "Mother", "")));

    private static Line Written(Audience audience) => Codec.Write(Id, (0, ""),
        [new ContingencyAgreed("An aunt takes him.") { Meeting = FirstMeeting, Audience = audience }], Author, "one",
        DateTimeOffset.UnixEpoch)[0];

    private static CaseCodec Codec { get; } = new(ChainContract.Kinds());

    private static Fact Read(Line line, string? audience) =>
        Codec.Read(audience is null ? line : line with { Envelope = line.Envelope with { Audience = audience } }).Fact;
}
