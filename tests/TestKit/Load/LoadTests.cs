using System.Text;
using StrategyBot.Tests.Protocols.Teams;

namespace StrategyBot.Tests.TestKit.Load;

/// <summary>What the benchmarks' load is counted by. Nothing here is timed.</summary>
public sealed class LoadTests
{
    private readonly SkippingClock clock = new();

    [Fact]
    public void A_percentile_is_a_turn_that_was_measured()
    {
        var hundred = new Latencies(Enumerable.Range(1, 100).Reverse().Select(n => TimeSpan.FromMilliseconds(n)));

        Assert.Equal([50, 95, 99, 100], new[] { 50.0, 95, 99, 100 }.Select(percent => hundred.Percentile(percent).TotalMilliseconds));
        Assert.Equal(3, new Latencies([TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(3)]).Percentile(99).TotalSeconds);
        Assert.Equal(TimeSpan.Zero, new Latencies([]).Percentile(99));
    }

    [Fact]
    public void The_median_of_an_even_number_is_between_the_two_in_the_middle()
    {
        Assert.Equal(3, Latencies.Median([5, 1, 3]));
        Assert.Equal(2, Latencies.Median([9, 1, 3, 1]));
    }

    [Fact]
    public async Task At_a_given_rate_a_turn_is_late_from_when_it_was_meant_to_begin()
    {
        // Ten a second on one connection; the third holds it for a second, and the others take no time.
        var round = await new Driver(clock).OpenAsync(1, 10, TimeSpan.FromSeconds(2), (_, number, _) =>
        {
            clock.Advance(number == 2 ? TimeSpan.FromSeconds(1) : TimeSpan.Zero);
            return Task.FromResult(true);
        }, default);

        Assert.Equal(20, round.Latencies.Count);
        // It held up the nine that were meant to begin meanwhile: they were late by 0.9 s, 0.8 s, and so on.
        Assert.Equal([0, 0.5, 1], new[] { 50.0, 75, 100 }.Select(percent => round.Latencies.Percentile(percent).TotalSeconds));
        Assert.Equal(1.9, round.Took.TotalSeconds, 3);
    }

    [Fact]
    public async Task As_fast_as_it_is_answered_each_turn_counts_from_its_own_beginning_and_a_wrong_answer_is_counted()
    {
        var round = await new Driver(clock).ClosedAsync(1, TimeSpan.FromSeconds(2), (_, number, _) =>
        {
            clock.Advance(TimeSpan.FromSeconds(0.5));
            return Task.FromResult(number != 1);
        }, default);

        Assert.Equal((4, 1L, 2.0), (round.Latencies.Count, round.Wrong, round.PerSecond));
        Assert.Equal(0.5, round.Latencies.Percentile(100).TotalSeconds);
    }

    [Fact]
    public async Task So_many_turns_as_were_said_are_taken_each_once()
    {
        var taken = new List<long>();
        await new Driver(clock).CountedAsync(3, 7, (_, number, _) =>
        {
            lock (taken)
            {
                taken.Add(number);
            }

            return Task.FromResult(true);
        }, default);

        Assert.Equal([0, 1, 2, 3, 4, 5, 6], taken.Order());
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello", 200, "hello")]
    [InlineData("HTTP/1.1 200 OK\r\nServer: x\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nhel\r\nb\r\nlo and more\r\n0\r\n\r\n", 200,
        "3\r\nhel\r\nb\r\nlo and more\r\n0\r\n\r\n")]
    [InlineData("HTTP/1.1 503 No\r\nContent-Length: 0\r\n\r\n", 503, "")]
    public void An_answer_is_whole_at_its_last_byte_and_not_before(string answer, int status, string body)
    {
        var bytes = Encoding.ASCII.GetBytes(answer);

        Assert.True(HttpReply.TryRead([.. bytes, .. "HTTP/1.1 200 OK\r\n"u8], out var whole));
        Assert.Equal((status, body, bytes.Length), (whole.Status, Encoding.ASCII.GetString(whole.Body), whole.Length));
        Assert.All(Enumerable.Range(0, bytes.Length), length => Assert.False(HttpReply.TryRead(bytes.AsSpan(0, length), out _)));
    }
}
