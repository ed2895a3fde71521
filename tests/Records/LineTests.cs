using StrategyBot.Records;

namespace StrategyBot.Tests.Records;

public sealed class LineTests
{
    private static readonly Envelope Envelope =
        new("cases/SB-2026-001", 1, "heading-answered", new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero), null, "t/ann", null, "a1",
            "meeting-1", null, null);
    private static readonly Line Written = Line.Next(Envelope, "{\"text\":\"a bruise\"}", "salt", "before");

    [Fact]
    public void A_line_verifies_behind_the_line_it_was_written_behind()
    {
        Assert.True(Written.Verifies("before"));
        Assert.False(Written.Verifies("another"));
    }

    [Fact]
    public void Changed_words_a_changed_author_or_a_changed_time_do_not_verify()
    {
        Assert.False((Written with { Content = "{\"text\":\"no bruise\"}" }).Verifies("before"));
        Assert.False((Written with { Envelope = Envelope with { By = "t/bob" } }).Verifies("before"));
        Assert.False((Written with { Envelope = Envelope with { At = Envelope.At.AddDays(1) } }).Verifies("before"));
    }

    [Fact]
    public void The_chain_still_verifies_when_content_and_salt_are_gone() =>
        Assert.True((Written with { Content = null, Salt = null }).Verifies("before"));

    [Fact]
    public void The_same_words_twice_have_two_digests_as_the_salt_differs() =>
        Assert.NotEqual(Written.Digest, Line.Next(Envelope, "{\"text\":\"a bruise\"}", "other salt", "before").Digest);
}
