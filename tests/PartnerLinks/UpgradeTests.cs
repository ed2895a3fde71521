using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using StrategyBot.Cases.Facts;
using StrategyBot.Starting;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.PartnerLinks;

/// <summary>Links that the first releases sent, met by this one.</summary>
public sealed class UpgradeTests : IAsyncLifetime
{
    private const string Health = "health";

    // What the first releases called a letter; the same obligation is owed today.
    private string letter = "";
    private LinksHost host = null!;

    public async Task InitializeAsync()
    {
        // A case of its own tells how the letter's obligation is called.
        await using var before = await LinksHost.StartAsync();
        await before.HaveAsync(Given.AConvenedCase());
        letter = (await before.Clerk.LoadAsync(Given.Id, default)).Links.Issued.First(link => link.Participant == Given.Grace.Id).Letter;
        host = await LinksHost.StartAsync();
    }

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task A_link_to_a_meeting_within_a_day_goes_on_and_one_to_a_later_meeting_is_sent_again_as_another()
    {
        var token = OldToken();
        var old = Given.AConvenedCase().Fact(Issued(token), new EffectSending(letter),
            new EffectSettled(letter, EffectOutcome.Delivered, "mail", "m1"));
        await host.HaveAsync(old);
        using var grace = new Visitor(host);
        await grace.EnterAsync(token, await grace.WantCodeAsync(token), await host.CodeOfAsync(Health));
        Assert.Equal("Grace Adeyemi", (await grace.MeAsync()).Body["name"]!.ToString());

        await using var later = await LinksHost.StartAsync();
        var far = OldToken(later);
        await later.HaveAsync(Given.AConvenedCase().Fact(Issued(far), new EffectSending(letter),
            new EffectSettled(letter, EffectOutcome.Delivered, "mail", "m1"),
            new MeetingMoved(Dates.Local("2026-11-30 14:00"), Dates.Local("2026-11-30 15:00"), "")));
        await later.LookForOldLinksAsync();
        await later.SettleAsync();

        using var shut = new Visitor(later);
        Assert.True((await later.Clerk.LoadAsync(Given.Id, default)).IsSettled("links/renew/person-4"));
        var sent = Visitor.TokenOf(await later.LinkOfAsync(Health));
        Assert.NotEqual(far, sent);
        await shut.EnterAsync(later, Health);
        Assert.Contains("opens nothing any more", string.Join('\n', await later.MailOfAsync(Health)), StringComparison.Ordinal);
        var challenge = await shut.WantCodeAsync(far);
        Assert.Equal(403, (await shut.SignInAsync(far, challenge, "000000")).Status);
    }

    [Fact]
    public async Task A_letter_begun_before_the_upgrade_is_resumed_with_its_old_link()
    {
        var token = OldToken();
        await host.HaveAsync(Given.AConvenedCase().Fact(new EffectSending(letter), Issued(token)));

        Assert.Equal(token, Visitor.TokenOf(await host.LinkOfAsync(Health)));
        Assert.Single((await host.Clerk.LoadAsync(Given.Id, default)).Links.Issued, link => link.Letter == letter);
    }

    private static LinkIssued IssuedAs(string token, string letter) => new(Given.Grace.Id, Ticket.Hash(token), LinkPurpose.Call, letter)
    {
        Meeting = Given.FirstMeeting,
    };

    private LinkIssued Issued(string token) => IssuedAs(token, letter);

    private string OldToken(LinksHost? at = null) => Base64Url.EncodeToString(HMACSHA256.HashData((at ?? host).StolenKey,
        Encoding.UTF8.GetBytes($"token\n{Given.Id}\n{Given.Grace.Id.Value}\n0\n{letter}")));
}
