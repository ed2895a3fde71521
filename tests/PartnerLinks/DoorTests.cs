using System.Text.Json.Nodes;
using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Records;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.PartnerLinks;

/// <summary>From the letter to the open page, and every way in which it stays shut.</summary>
public sealed class DoorTests : IAsyncLifetime
{
    private const string Health = "health";
    private LinksHost host = null!;

    public async Task InitializeAsync() => host = await LinksHost.StartAsync();

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task A_letter_holds_reference_time_and_link_and_its_reader_gets_in_with_a_code()
    {
        await host.HaveAsync(Given.AConvenedCase());
        using var grace = new Visitor(host);
        await grace.EnterAsync(host, Health);

        var me = (await grace.MeAsync()).Body;
        Assert.Equal(("SB-2026-014", "Heron", "Grace Adeyemi", "hub/my-part"),
            (me["case"]!.ToString(), me["word"]!.ToString(), me["name"]!.ToString(), me["first"]!.ToString()));
        var letters = string.Join('\n', await host.MailOfAsync(Health));
        Assert.DoesNotContain("Lindley", letters, StringComparison.Ordinal);
        Assert.DoesNotContain("strategy", letters.Replace("strategy.meetings@council.example", "", StringComparison.Ordinal),
            StringComparison.OrdinalIgnoreCase);

        Assert.Equal(200, (await grace.ActAsync("hub/my-part", Case)).Status);
        await UntilLoggedAsync("page/hub/my-part");
    }

    /// <summary>Convening's too, which asks the directory before it asks who somebody is.</summary>
    [Fact]
    public async Task No_verb_is_a_fault_of_the_servers_when_a_page_sends_it()
    {
        await host.HaveAsync(Given.AConvenedCase());
        using var grace = new Visitor(host);
        await grace.EnterAsync(host, Health);
        var failed = new List<string>();

        foreach (var verb in host.Verbs.All.Order(StringComparer.Ordinal))
        {
            if ((await grace.ActAsync(verb, Case)).Status >= 500)
            {
                failed.Add(verb);
            }
        }

        Assert.Empty(failed);
    }

    [Fact]
    public async Task Guessed_expired_revoked_and_replayed_links_and_wrong_codes_get_one_and_the_same_answer()
    {
        await host.HaveAsync(Given.AConvenedCase());
        using var visitor = new Visitor(host);
        var token = Visitor.TokenOf(await host.LinkOfAsync(Health));
        var challenge = await visitor.WantCodeAsync(token);
        var code = await host.CodeOfAsync(Health);

        var forwarded = await visitor.SignInAsync(token, challenge, code == "000000" ? "000001" : "000000");
        var guessed = await visitor.SignInAsync(new string('A', 43), await visitor.WantCodeAsync(new string('A', 43)), "123456");
        Assert.Equal(200, (await visitor.SignInAsync(token, challenge, code)).Status);
        var replayed = await visitor.SignInAsync(token, challenge, code);
        await host.Clerk.RecordAsync(Given.Id, "revoke", _ => [new LinksRevoked(Given.Grace.Id)], default);
        var revoked = await visitor.SignInAsync(token, challenge, code);
        await host.Clerk.RecordAsync(Given.Id, "again", _ => [new LinkAskedFor(Given.Grace.Id)], default);
        await host.SettleAsync();
        var next = Visitor.TokenOf(await host.LinkOfAsync(Health));
        Assert.NotEqual(token, next);
        var nextChallenge = await visitor.WantCodeAsync(next);
        var nextCode = await host.CodeOfAsync(Health, not: code);
        await host.MoveClockAsync(TimeSpan.FromHours(8));
        var expired = await visitor.SignInAsync(next, nextChallenge, nextCode);

        Assert.Single(
            new[] { forwarded, guessed, replayed, revoked, expired }.Select(answer => $"{answer.Status} {answer.Body.ToJsonString()}")
                .Distinct());
    }

    [Fact]
    public async Task Five_wrong_codes_lock_the_link_and_tell_the_chair()
    {
        await host.HaveAsync(Given.AConvenedCase());
        using var grace = new Visitor(host);
        await grace.EnterAsync(host, Health);
        using var visitor = new Visitor(host);
        var token = Visitor.TokenOf(await host.LinkOfAsync(Health));
        var before = await host.CodeOfAsync(Health);
        var challenge = await visitor.WantCodeAsync(token);
        var code = await host.CodeOfAsync(Health, not: before);
        for (var wrong = 0; wrong < 5; wrong++)
        {
            await visitor.SignInAsync(token, challenge, "wrong!");
        }

        Assert.Equal(403, (await visitor.SignInAsync(token, challenge, code)).Status);
        await host.SettleAsync();
        var @case = await host.Clerk.LoadAsync(Given.Id, default);
        Assert.True(@case.IsSettled("links/tell-chair/1"));
        Assert.Equal(Shut.WrongCodes, @case.Links.Alarms.Single().Why);
        // She was in before a stranger tried her link.
        Assert.Equal(200, (await grace.ActAsync("hub/my-part", Case)).Status);
    }

    [Fact]
    public async Task A_session_ends_two_hours_after_the_meeting_and_when_the_chair_revokes_it()
    {
        await host.HaveAsync(Given.AConvenedCase());
        using var grace = new Visitor(host);
        await grace.EnterAsync(host, Health);
        using var ruth = new Visitor(host);
        await ruth.EnterAsync(host, "school");

        await host.Clerk.RecordAsync(Given.Id, "revoke", _ => [new LinksRevoked(Given.Grace.Id)], default);
        Assert.Equal(401, (await grace.ActAsync("hub/my-part", Case)).Status);
        Assert.Equal(200, (await ruth.ActAsync("hub/my-part", Case)).Status);
        await host.MoveClockAsync(TimeSpan.FromHours(8));
        Assert.Equal(401, (await ruth.ActAsync("hub/my-part", Case)).Status);
    }

    [Fact]
    public async Task A_cookie_opens_nothing_without_the_page_s_own_header_or_from_another_site()
    {
        await host.HaveAsync(Given.AConvenedCase());
        using var grace = new Visitor(host);
        await grace.EnterAsync(host, Health);

        var cookie = grace.Cookies.GetAllCookies().Single();
        Assert.True(cookie.HttpOnly);
        Assert.DoesNotContain("SB-2026-014", cookie.Value, StringComparison.Ordinal);
        Assert.Equal(403, (await grace.PostAsync("me", new { }, withHeader: false)).Status);
        Assert.Equal(403, (await grace.PostAsync("me", new { }, origin: "https://elsewhere.example")).Status);
    }

    [Fact]
    public async Task A_form_that_names_another_case_or_another_verb_s_case_opens_nothing()
    {
        await host.HaveAsync(Given.AConvenedCase());
        using var grace = new Visitor(host);
        await grace.EnterAsync(host, Health);

        var other = (await grace.ActAsync("hub/my-part", new { @case = "SB-2026-001" })).Body;
        Assert.Equal("I have no case for you under that reference. Check the reference and its word with the chair; "
                + "if you were invited, open the personal link in your mail.",
            other["text"]!.ToString());
        Assert.Equal(400, (await grace.ActAsync("no/such-verb", Case)).Status);
        Assert.Equal(400, (await grace.ActAsync("hub/my-part", Case, id: "x")).Status);
    }

    [Fact]
    public async Task A_save_that_is_sent_twice_is_one_fact_and_says_that_it_is_saved()
    {
        await host.HaveAsync(Given.AConvenedCase());
        using var grace = new Visitor(host);
        await grace.EnterAsync(host, Health);
        var form = new { @case = Given.Id.Value, text = "Seen by the midwife on Monday." };

        var first = await grace.ActAsync("assessing/save-information", form, "press-of-save");
        var version = (await host.Clerk.LoadAsync(Given.Id, default)).Version;
        var again = await grace.ActAsync("assessing/save-information", form, "press-of-save");

        Assert.True(first.Body["saved"]!.GetValue<bool>(), first.Body.ToJsonString());
        Assert.True(again.Body["saved"]!.GetValue<bool>());
        Assert.Equal(version, (await host.Clerk.LoadAsync(Given.Id, default)).Version);
    }

    [Fact]
    public async Task Whoever_knows_the_family_sees_nothing_more_and_the_chair_is_told()
    {
        await host.HaveAsync(Given.AConvenedCase());
        using var grace = new Visitor(host);
        await grace.EnterAsync(host, Health);

        Assert.Contains("the chair is told", (await grace.ActAsync("links/know-family", Case)).Body["text"]!.ToString(),
            StringComparison.Ordinal);
        Assert.Equal(401, (await grace.ActAsync("hub/my-part", Case)).Status);
        await host.SettleAsync();
        Assert.True((await host.Clerk.LoadAsync(Given.Id, default)).IsSettled("links/tell-chair/1"));
    }

    [Fact]
    public async Task A_duty_inbox_names_who_attends_and_sees_nothing_of_the_case()
    {
        var inbox = Given.Grace with { IsInbox = true, Person = null, Mail = "grace.adeyemi@nhs.example", Name = "Health duty desk" };
        await host.HaveAsync(Given.AConvenedCase().Fact(new ParticipantAdded(inbox)));
        using var desk = new Visitor(host);
        await desk.EnterAsync(host, Health);

        Assert.Equal("links/who-attends", (await desk.MeAsync()).Body["first"]!.ToString());
        var seen =
            new List<JsonNode> { (await desk.ActAsync("links/who-attends", Case)).Body, (await desk.ActAsync("hub/my-part", Case)).Body,
                (await desk.ActAsync("answering/who-to-check", Case)).Body };
        Assert.DoesNotContain("Lindley", string.Join('\n', seen.Select(body => body.ToJsonString())), StringComparison.Ordinal);
        var saved =
            await desk.ActAsync("links/name-attendee",
                new { @case = Given.Id.Value, name = "Amy Lund", mail = "amy.lund@nhs.example", jobTitle = "Safeguarding Midwife" });
        Assert.True(saved.Body["saved"]!.GetValue<bool>(), saved.Body.ToJsonString());
        await host.SettleAsync();

        using var amy = new Visitor(host);
        await amy.EnterAsync(host, "midwife");
        Assert.Equal("Amy Lund", (await amy.MeAsync()).Body["name"]!.ToString());
    }

    [Fact]
    public async Task Everything_under_p_is_kept_by_nobody_and_runs_nothing_inline()
    {
        using var visitor = new Visitor(host);
        using var answer = await visitor.GetAsync("p");

        Assert.Equal("no-store", answer.Headers.GetValues("Cache-Control").Single());
        Assert.StartsWith("default-src 'none'; script-src 'self';", answer.Headers.GetValues("Content-Security-Policy").Single(),
            StringComparison.Ordinal);
        Assert.Equal("no-referrer", answer.Headers.GetValues("Referrer-Policy").Single());
        Assert.Equal("no-store", (await visitor.GetAsync("p/api/events?s=000000000000")).Headers.GetValues("Cache-Control").Single());
    }

    private static object Case { get; } = new { @case = Given.Id.Value };

    /// <summary>The access log is written behind the answer.</summary>
    private async Task UntilLoggedAsync(string what)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!(await host.Record.AccessesAsync(CaseCodec.StreamOf(Given.Id), deadline.Token)).Any(
            access => access.What == what && access.Person == "link/SB-2026-014/person-4"))
        {
            await Task.Yield();
        }
    }
}
