using StrategyBot.Graph;
using StrategyBot.Sandbox.People;
using StrategyBot.Tests.Sandbox.Graph;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.Graph;

/// <summary>Exchange's reports on letters that could not be delivered, as the sandbox's mailbox has them.</summary>
public sealed class ReturnedMailTests : GraphWorldTest
{
    private readonly StoppedClock clock = new(TimeProvider.System.GetUtcNow());

    [Fact]
    public async Task A_letter_to_a_domain_without_a_mailbox_is_known_by_its_id_and_no_other_is()
    {
        var mail = new ReturnedMail(World.Bot<GraphConnection>(), World.Bot<GraphSettings>(), clock);
        await SendAsync("one", SandboxPeople.Police.Mail);
        Assert.Empty(await mail.ReadAsync(default));
        var returned = await SendAsync("two", "ivy.fern@gone.example");

        // The mailbox is asked once a minute, however many cases ask.
        Assert.Empty(await mail.ReadAsync(default));
        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(returned, Assert.Single(await mail.ReadAsync(default)).Letter);

        var another = await SendAsync("three", "amy.fern@gone.example");
        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal([another, returned], (await mail.ReadAsync(default)).Select(one => one.Letter));
        // What is older is no news.
        clock.Advance(TimeSpan.FromDays(4));
        Assert.Empty(await mail.ReadAsync(default));
    }

    private Task<string> SendAsync(string key, string to) =>
        World.Bot<Post>().SendAsync(new(key, [to], "SB-2026-014 Heron", "Read it.", BodyIsHtml: false, []));
}
