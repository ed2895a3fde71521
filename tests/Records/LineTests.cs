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
        Assert.Null(Fault(Written));
        Assert.Equal(LineFault.Order, Written.FaultAfter(Envelope.Stream, 0, "another"));
    }

    [Fact]
    public void Changed_words_a_changed_author_or_a_changed_time_do_not_verify()
    {
        Assert.NotNull(Fault(Written with { Content = "{\"text\":\"no bruise\"}" }));
        Assert.NotNull(Fault(Written with { Envelope = Envelope with { By = "t/bob" } }));
        Assert.NotNull(Fault(Written with { Envelope = Envelope with { At = Envelope.At.AddDays(1) } }));
    }

    [Fact]
    public void The_chain_still_verifies_when_content_and_salt_are_gone() =>
        Assert.Null(Fault(Written with { Content = null, Salt = null }));

    [Fact]
    public void The_same_words_twice_have_two_digests_as_the_salt_differs() =>
        Assert.NotEqual(Written.Digest, Line.Next(Envelope, "{\"text\":\"a bruise\"}", "other salt", "before").Digest);

    [Fact]
    public void A_sealed_line_verifies_with_what_is_left_of_the_fact_and_with_nothing_else()
    {
        var envelope = Envelope with { Remainder = Line.DigestOfRemainder("salt", "{}") };
        var line = Line.Next(envelope, "{\"text\":\"a bruise\"}", "salt", "before");

        Assert.Null(Fault(line.Sealed("{}")));
        Assert.True(line.Sealed("{}").IsWithheld);
        Assert.Equal(LineFault.Words, Fault(line.Sealed("{\"text\":\"no bruise\"}")));
        Assert.DoesNotContain("salt", line.Sealed("{}").Salt!, StringComparison.Ordinal);
    }

    [Fact]
    public void An_envelope_that_holds_more_than_is_read_is_verified_by_its_own_letters()
    {
        var json = Envelope.ToJson();
        Line Stored(string envelope) =>
            Line.Read(1, envelope, Written.Content, Written.Salt, Written.Digest, Written.Previous, Written.Hash);

        Assert.Equal(Written, Stored(json));
        Assert.Equal(LineFault.Envelope, Fault(Stored(json.Replace("}", ",\"added\":1}", StringComparison.Ordinal))));
        Assert.NotNull(Fault(Stored("no envelope at all")));
        Assert.NotNull(Fault(Stored("null")));
    }

    private static LineFault? Fault(Line line) => line.FaultAfter(Envelope.Stream, 0, "before");
}
