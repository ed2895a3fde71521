using StrategyBot.Cases;
using StrategyBot.Documents;

namespace StrategyBot.Tests.Documents;

public sealed class MinutesDigestTests
{
    private static readonly MinutesParagraph Paragraph =
        new("part-1/cause", "Cause for concern", "A bruise.", "Priya Nair", new DateTimeOffset(2026, 11, 25, 14, 20, 0, TimeSpan.Zero),
            Audience.Professionals);

    /// <summary>Versions of every release are held against it.</summary>
    [Fact]
    public void The_digest_of_these_words_never_changes() =>
        Assert.Equal("f2f58ce1cd3333afd723a9d6ecd7fed42f3d2defde8054ae1303f0ff7fe1b862", MinutesDigest.Of([Paragraph]));

    [Fact]
    public void Each_field_counts()
    {
        MinutesParagraph[] others =
        [
            Paragraph with { Id = "part-1/pattern" }, Paragraph with { Section = "Cause" }, Paragraph with { Text = "A bruise" },
            Paragraph with { Author = "Tom Okafor" }, Paragraph with { At = null },
            Paragraph with { Audience = Audience.PoliceAndSocialCare }, Paragraph with { By = new("person-1") },
            Paragraph with { Cells = ["A bruise."] }, Paragraph with { Rows = [["A bruise", "."]] },
        ];

        Assert.Equal(others.Length + 1, others.Append(Paragraph).Select(paragraph => MinutesDigest.Of([paragraph])).Distinct().Count());
    }

    [Fact]
    public void Words_moved_from_one_field_to_the_next_are_other_minutes() =>
        Assert.NotEqual(MinutesDigest.Of([Paragraph with { Section = "ab", Text = "c" }]),
            MinutesDigest.Of([Paragraph with { Section = "a", Text = "bc" }]));
}
