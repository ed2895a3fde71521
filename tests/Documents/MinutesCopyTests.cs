using StrategyBot.Cases;
using StrategyBot.Documents;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.Documents;

public sealed class MinutesCopyTests
{
    private static readonly IReadOnlyList<MinutesParagraph> Draft = MinutesDraft.Of(AMeeting.Ended().Case);

    [Fact]
    public void The_police_read_what_is_marked_for_police_and_social_care() =>
        Assert.Contains(MinutesCopy.For(Draft, Given.Sam), paragraph => paragraph.Text.Contains("A source says", StringComparison.Ordinal));

    [Fact]
    public void The_school_does_not_and_its_copy_says_that_something_is_left_out()
    {
        var copy = MinutesCopy.For(Draft, Given.Ruth);

        Assert.DoesNotContain(copy, paragraph => paragraph.Text.Contains("A source says", StringComparison.Ordinal));
        Assert.Contains(copy, paragraph => paragraph is { Section: "What each agency knows", Text: MinutesCopy.LeftOut });
    }

    [Fact]
    public void A_heading_whose_only_answer_is_for_others_does_not_read_as_not_considered()
    {
        var heading = Assert.Single(MinutesCopy.For(Draft, Given.Ruth), paragraph => paragraph.Section == "Intelligence form");

        Assert.Equal(MinutesCopy.LeftOut, heading.Text);
    }

    [Fact]
    public void An_author_reads_their_own_words_however_they_are_marked()
    {
        MinutesParagraph[] paragraphs =
            [new("part-1/information/1", "What each agency knows", "Health: seen twice.", Given.Grace.Described, null,
                Audience.PoliceAndSocialCare, Given.Grace.Id)];

        Assert.Equal(paragraphs, MinutesCopy.For(paragraphs, Given.Grace));
        Assert.Equal(MinutesCopy.LeftOut, Assert.Single(MinutesCopy.For(paragraphs, Given.Ruth)).Text);
    }

    [Fact]
    public void What_is_left_out_is_said_once_under_a_heading()
    {
        var paragraphs = Enumerable.Range(1, 3)
            .Select(number => new MinutesParagraph($"part-1/information/{number}", "What each agency knows", "x", "", null,
                Audience.PoliceAndSocialCare));

        Assert.Single(MinutesCopy.For(paragraphs, Given.Ruth));
    }
}
