using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.PartnerLinks;
using StrategyBot.Tests.Documents;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.PartnerLinks;

/// <summary>What was tried on the running bot and worked: each stays shut.</summary>
public sealed class AttackTests : IAsyncLifetime
{
    private const string Health = "health";
    private LinksHost host = null!;

    public async Task InitializeAsync() => host = await LinksHost.StartAsync();

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task A_stolen_key_without_the_record_makes_no_link_no_code_and_no_session()
    {
        await host.HaveAsync(Given.AConvenedCase());
        var letter = (await host.Clerk.LoadAsync(Given.Id, default)).Links.Issued.First(link => link.Participant == Given.Grace.Id).Letter;
        var token = Mac("token", $"{Given.Id}\n{Given.Grace.Id.Value}\n0\n{letter}");
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
        using var thief = new Visitor(host);

        var challenge = await thief.WantCodeAsync(token);
        var code = $"{BitConverter.ToUInt64(Base64Url.DecodeFromChars(Mac("code", challenge))) % 1_000_000:D6}";
        Assert.Equal(403, (await thief.SignInAsync(token, challenge, code)).Status);

        var session = $"{Given.Id}\n{Given.Grace.Id.Value}\n{hash}";
        var cookie = $"{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(session))}.{Mac("session", session)}";
        foreach (var known in new[] { hash, (await IssuedAsync()).TokenHash })
        {
            using var forger = new Visitor(host) { Label = known[..12] };
            forger.Cookies.Add(new Uri(host.Url), new Cookie($"link-{known[..12]}", cookie));
            Assert.Null((await forger.MeAsync()).Body["case"]);
        }
    }

    [Fact]
    public async Task The_true_token_and_the_key_without_the_nonce_tell_no_code()
    {
        await host.HaveAsync(Given.AConvenedCase());
        using var thief = new Visitor(host);
        var token = Visitor.TokenOf(await host.LinkOfAsync(Health));
        var challenge = await thief.WantCodeAsync(token);
        var code = $"{BitConverter.ToUInt64(Base64Url.DecodeFromChars(Mac("code", challenge))) % 1_000_000:D6}";

        Assert.Equal(403, (await thief.SignInAsync(token, challenge, code)).Status);
    }

    [Fact]
    public async Task A_copy_of_the_cookie_is_worth_nothing_once_its_owner_has_signed_out()
    {
        await host.HaveAsync(Given.AConvenedCase());
        using var grace = new Visitor(host);
        await grace.EnterAsync(host, Health);
        using var copy = new Visitor(host) { Label = grace.Label };
        copy.Cookies.Add(grace.Cookies.GetAllCookies());
        Assert.Equal(200, (await copy.ActAsync("hub/my-part", Case)).Status);

        Assert.Equal(200, (await grace.PostAsync("sign-out", new { })).Status);

        Assert.Equal(401, (await copy.ActAsync("hub/my-part", Case)).Status);
    }

    [Fact]
    public async Task The_right_code_gets_in_during_a_flood_of_junk()
    {
        await host.HaveAsync(Given.AConvenedCase());
        using var grace = new Visitor(host);
        using var flood = new Visitor(host);
        var token = Visitor.TokenOf(await host.LinkOfAsync(Health));

        await Task.WhenAll(Enumerable.Range(0, 305).Select(call => flood.PostAsync("code", new { token = $"junk-{call}" })));
        await Task.WhenAll(Enumerable.Range(0, 305).Select(call =>
            flood.PostAsync("sign-in", new { token = $"junk-{call}", challenge = "x", code = "123456" })));

        await grace.EnterAsync(host, Health);
        Assert.Equal(200, (await grace.ActAsync("hub/my-part", Case)).Status);
    }

    [Fact]
    public async Task A_flood_with_her_own_link_from_elsewhere_shuts_nobody_out()
    {
        await host.HaveAsync(Given.AConvenedCase());
        using var grace = new Visitor(host);
        var token = Visitor.TokenOf(await host.LinkOfAsync(Health));
        var challenge = await grace.WantCodeAsync(token);
        var code = await host.CodeOfAsync(Health);

        for (var place = 2; place < 8; place++)
        {
            using var stranger = new Visitor(host, $"127.0.0.{place}");
            for (var wrong = 0; wrong < 60; wrong++)
            {
                await stranger.SignInAsync(token, challenge, "wrong!");
                await stranger.PostAsync("code", new { token });
            }
        }

        await grace.EnterAsync(token, challenge, code);
        // Where it was tried it stays shut, also for who gets hold of a code.
        using var ward = new Visitor(host, "127.0.0.2");
        var next = await grace.WantCodeAsync(token);
        var nextCode = await host.CodeForAsync(token, next);
        Assert.Equal(403, (await new Visitor(host, "127.0.0.9").SignInAsync(token, next, "wrong!")).Status);
        Assert.NotEqual(200, (await ward.SignInAsync(token, next, nextCode)).Status);
        Assert.Equal(200, (await grace.SignInAsync(token, next, nextCode)).Status);
    }

    [Fact]
    public async Task Who_tries_too_often_is_told_what_happened_and_when_to_try_again_also_with_a_link_of_nobodys()
    {
        await host.HaveAsync(Given.AConvenedCase());
        var answers = new List<string>();
        foreach (var token in new[] { Visitor.TokenOf(await host.LinkOfAsync(Health)), new string('A', 43) })
        {
            using var visitor = new Visitor(host);
            JsonNode said = new JsonObject();
            for (var press = 0; press < 6; press++)
            {
                said = (await visitor.PostAsync("code", new { token })).Body;
            }

            answers.Add(said["text"]!.ToString());
            using var client = new HttpClient { BaseAddress = new(host.Url), DefaultRequestHeaders = { { "X-Link", "-" } } };
            using var again = await client.PostAsJsonAsync("p/api/code", new { token });
            Assert.Equal(HttpStatusCode.TooManyRequests, again.StatusCode);
            Assert.InRange(again.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(15));
        }

        Assert.Equal("5 codes were asked for with this link from your network within 15 minutes, so no more are sent there just now. "
            + "A code that came less than 10 minutes ago still works. Try again in 15 minutes.", Assert.Single(answers.Distinct()));
    }

    [Fact]
    public async Task Junk_by_the_ten_thousand_buys_no_further_codes_with_her_link()
    {
        await host.HaveAsync(Given.AConvenedCase());
        var token = Visitor.TokenOf(await host.LinkOfAsync(Health));
        for (var press = 0; press < 5; press++)
        {
            Assert.IsType<SignInOutcome.Sent>(await host.SignIn.WantCodeAsync(token, null, "ward", default));
        }

        for (var junk = 0; junk < 10_500; junk++)
        {
            await host.SignIn.WantCodeAsync($"junk-{junk}", null, "ward", default);
        }

        Assert.IsType<SignInOutcome.TooOften>(await host.SignIn.WantCodeAsync(token, null, "ward", default));
    }

    [Fact]
    public async Task Who_has_one_link_keeps_nobody_elses_code_waiting()
    {
        var (sent, gate) = (new ConcurrentQueue<string>(), new SemaphoreSlim(0));
        await using var slow = await LinksHost.StartAsync(more: services => services.AddSingleton<SendCode>(
            async (mail, _, _, _, cancellationToken) =>
            {
                await gate.WaitAsync(cancellationToken);
                sent.Enqueue(mail);
            }));
        await slow.HaveAsync(Given.AConvenedCase());
        var hers = Visitor.TokenOf(await slow.LinkOfAsync(Health));
        var his = Visitor.TokenOf(await slow.LinkOfAsync("police"));
        for (var place = 0; place < 300; place++)
        {
            await slow.SignIn.WantCodeAsync(hers, null, $"place-{place}", default);
        }

        Assert.IsType<SignInOutcome.Sent>(await slow.SignIn.WantCodeAsync(his, null, "station", default));

        gate.Release(3);
        while (sent.Count < 3)
        {
            await Task.Yield();
        }

        Assert.Contains(Given.Sam.Mail, sent);
    }

    [Fact]
    public async Task Her_mailbox_is_not_filled_from_however_many_places_and_where_she_signed_in_she_gets_her_code()
    {
        var sent = 0;
        await using var quick = await LinksHost.StartAsync(more: services => services.AddSingleton<SendCode>(
            (_, _, _, _, _) => Task.FromResult(Interlocked.Increment(ref sent))));
        await quick.HaveAsync(Given.AConvenedCase());
        var token = Visitor.TokenOf(await quick.LinkOfAsync(Health));
        var challenge = Assert.IsType<SignInOutcome.Sent>(await quick.SignIn.WantCodeAsync(token, null, "ward", default)).Challenge;
        Assert.IsType<SignInOutcome.In>(await quick.SignIn.SignInAsync(
            token, challenge, await quick.CodeForAsync(token, challenge), "ward", default));
        var answers = new List<SignInOutcome>();
        for (var call = 0; call < 1_000; call++)
        {
            answers.Add(await quick.SignIn.WantCodeAsync(token, null, $"place-{call % 200}", default));
        }

        Assert.InRange(answers.OfType<SignInOutcome.Sent>().Count(), 60, 90);
        Assert.StartsWith("Codes were asked for with this link from many places within the hour",
            Assert.IsType<SignInOutcome.TooOften>(answers[^1]).Sentence, StringComparison.Ordinal);
        Assert.IsType<SignInOutcome.Sent>(await quick.SignIn.WantCodeAsync(token, null, "ward", default));
        // A link of nobody's is answered alike.
        var nobodys = new List<SignInOutcome>();
        for (var call = 0; call < 1_000; call++)
        {
            nobodys.Add(await quick.SignIn.WantCodeAsync("nobody's", null, $"place-{call % 200}", default));
        }

        Assert.InRange(nobodys.OfType<SignInOutcome.Sent>().Count(), 60, 90);
        Assert.Equal(((SignInOutcome.TooOften)answers[^1]).Sentence, Assert.IsType<SignInOutcome.TooOften>(nobodys[^1]).Sentence);
    }

    [Fact]
    public async Task A_document_behind_a_link_opens_once_in_the_browser_that_is_signed_in_and_never_once_revoked()
    {
        await host.HaveAsync(Issued());
        // The minutes, and the link with them.
        await host.MoveClockAsync(TimeSpan.FromHours(7));
        using var grace = new Visitor(host);
        await grace.EnterAsync(host, Health);
        using var stranger = new HttpClient();

        var link = await DocumentAsync(grace);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(link)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await grace.GetAsync(link)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await grace.GetAsync(link)).StatusCode);

        var next = await DocumentAsync(grace);
        await host.Clerk.RecordAsync(Given.Id, "revoke", _ => [new LinksRevoked(Given.Grace.Id)], default);
        Assert.Equal(HttpStatusCode.NotFound, (await grace.GetAsync(next)).StatusCode);
    }

    private static object Case { get; } = new { @case = Given.Id.Value };

    /// <summary>Held that morning, and its minutes approved.</summary>
    private static Given Issued() => AMeeting.Held()
        .At("2026-11-25 14:45").By(Given.Priya).Fact(AMeeting.In(new MeetingEnded(Via.TeamsEvent)))
        .Decided(@case => StrategyBot.Tests.Phases.Minuting.ApprovalRuleTests.Approve(@case));

    private static async Task<string> DocumentAsync(Visitor visitor)
    {
        var (_, body) = await visitor.ActAsync("minuting/document", new { @case = Given.Id.Value, meeting = "meeting-1", version = 1 });
        var text = body.ToJsonString();
        var at = text.IndexOf("http", text.IndexOf("Action.OpenUrl", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.True(at > 0, text);
        return text[at..text.IndexOf('"', at)];
    }

    private async Task<PersonalLink> IssuedAsync() =>
        (await host.Clerk.LoadAsync(Given.Id, default)).Links.Issued.First(link => link.Participant == Given.Grace.Id);

    /// <summary>As the first releases worked everything out.</summary>
    private string Mac(string use, string text) =>
        Base64Url.EncodeToString(HMACSHA256.HashData(host.StolenKey, Encoding.UTF8.GetBytes($"{use}\n{text}")));
}
