using System.Text.RegularExpressions;
using Microsoft.Playwright;
using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Tests.Sandbox.Page;
using StrategyBot.Tests.TestKit;
using static Microsoft.Playwright.Assertions;

namespace StrategyBot.Tests.PartnerLinks;

/// <summary>The page in a browser, against the whole bot.</summary>
public sealed class PageTests(Browser browser) : IClassFixture<Browser>, IAsyncLifetime
{
    private const string Kept = "Not saved yet – kept on this device.";
    private LinksHost host = null!;

    public async Task InitializeAsync() => host = await LinksHost.StartAsync();

    public async Task DisposeAsync() => await host.DisposeAsync();

    [BrowserFact]
    public async Task A_nurse_with_no_Teams_goes_from_the_mail_to_a_saved_contribution()
    {
        await host.HaveAsync(Given.AConvenedCase().Fact(new ParticipantAdded(Given.Grace with { Person = null, ChannelId = null })));
        await using var tab = await OpenAsync("health");
        var page = tab.Page;
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Your 4 tasks, 0 done");
        Assert.DoesNotContain("Lindley", await page.InnerTextAsync("body"), StringComparison.Ordinal);
        Assert.EndsWith($"/p#s={new Uri(page.Url).Fragment[3..]}", page.Url, StringComparison.Ordinal);

        await OpenPartAsync(page, "What your agency knows");
        await page.GetByLabel("What you know").FillAsync("Weight on the 9th centile; *not* <b>brought</b> twice.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();

        await Expect(page.GetByText("Saved 09:05")).ToBeVisibleAsync();
        var saved = (await host.Clerk.LoadAsync(Given.Id, default)).Meeting.Assessment.Information.Single();
        Assert.Equal(("Weight on the 9th centile; *not* <b>brought</b> twice.", Agency.Health), (saved.Text, saved.Agency));

        // The same device needs no second code.
        await page.GotoAsync(await host.LinkOfAsync("health"));
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Your 4 tasks, 1 done");
    }

    [BrowserFact]
    public async Task A_save_that_nobody_can_answer_for_is_the_same_save_when_it_is_pressed_again()
    {
        await host.HaveAsync(Given.AConvenedCase());
        await using var tab = await OpenAsync("health");
        tab.Expected.Add("500");
        var page = tab.Page;
        var spoilt = 0;
        await page.RouteAsync("**/p/api/act", async route =>
        {
            var response = await route.FetchAsync();
            if (route.Request.PostData!.Contains("said once", StringComparison.Ordinal) && Interlocked.Increment(ref spoilt) == 1)
            {
                await route.FulfillAsync(new() { Status = 500, ContentType = "application/json", Body = """{"text":"I can't say."}""" });
            }
            else
            {
                await route.FulfillAsync(new() { Response = response });
            }
        });
        await OpenPartAsync(page, "What your agency knows");
        await page.GetByLabel("What you know").FillAsync("said once");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(page.GetByText("I can't say.")).ToBeVisibleAsync();
        // Also by the page as it is after a reload.
        await page.ReloadAsync();
        await OpenPartAsync(page, "What your agency knows");
        await Expect(page.GetByLabel("What you know")).ToHaveValueAsync("said once");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(page.GetByText("Saved 09:05")).ToBeVisibleAsync();

        Assert.Single((await host.Clerk.LoadAsync(Given.Id, default)).Meeting.Assessment.Information);
    }

    [BrowserFact]
    public async Task Losing_the_line_in_the_middle_of_typing_loses_no_character()
    {
        await host.HaveAsync(Given.AConvenedCase());
        await using var tab = await OpenAsync("health");
        tab.Expected.Add("ERR_INTERNET_DISCONNECTED");
        var page = tab.Page;
        await OpenPartAsync(page, "What your agency knows");
        var text = page.GetByLabel("What you know");
        await text.PressSequentiallyAsync("Not brought to ");
        await page.Context.SetOfflineAsync(true);
        await text.PressSequentiallyAsync("two appointments.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();

        await Expect(page.GetByText($"{Kept} It is sent by itself when the line is back.")).ToBeVisibleAsync();
        await Expect(text).ToHaveValueAsync("Not brought to two appointments.");
        await page.Context.SetOfflineAsync(false);
        await Expect(page.GetByText("Saved 09:05")).ToBeVisibleAsync();
        Assert.Equal("Not brought to two appointments.",
            (await host.Clerk.LoadAsync(Given.Id, default)).Meeting.Assessment.Information.Single().Text);
        Assert.Equal(0, await page.EvaluateAsync<int>("Object.keys(localStorage).length"));
    }

    [BrowserFact]
    public async Task What_was_typed_outlives_the_page_until_it_is_saved_or_signed_out()
    {
        await host.HaveAsync(Given.AConvenedCase());
        await using var tab = await OpenAsync("health");
        var page = tab.Page;
        await OpenPartAsync(page, "What your agency knows");
        await page.GetByLabel("What you know").FillAsync("half a sent");
        await page.ReloadAsync();
        await page.Locator(".restorable").GetByRole(AriaRole.Button, new() { Name = "What your agency knows" }).ClickAsync();

        await Expect(page.GetByLabel("What you know")).ToHaveValueAsync("half a sent");
        await Expect(page.GetByText(Kept)).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Delete it and sign out" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "You are signed out" })).ToBeVisibleAsync();
        Assert.Equal(0, await page.EvaluateAsync<int>("Object.keys(localStorage).length"));
    }

    [BrowserFact]
    public async Task What_a_device_keeps_can_be_read_in_the_session_alone()
    {
        await host.HaveAsync(Given.AConvenedCase());
        await using var tab = await OpenAsync("health");
        tab.Expected.Add("401");
        var page = tab.Page;
        await OpenPartAsync(page, "What your agency knows");
        await page.GetByLabel("What you know").FillAsync("Weight on the 9th centile.");
        await Expect(page.GetByText(Kept)).ToBeVisibleAsync();
        await page.WaitForFunctionAsync("Object.keys(localStorage).length === 1");
        var lies = await page.EvaluateAsync<string>("JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie])");
        foreach (var told in new[] { "centile", "SB-2026-014", "person-4", "assessing", "Grace" })
        {
            Assert.DoesNotContain(told, lies, StringComparison.Ordinal);
        }

        await host.Clerk.RecordAsync(Given.Id, "revoke", _ => [new LinksRevoked(Given.Grace.Id)], default);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Your personal page" })).ToBeVisibleAsync();
        Assert.DoesNotContain("centile", await page.InnerTextAsync("body"), StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task A_draft_that_is_put_back_replaces_nothing_that_was_saved_meanwhile()
    {
        await host.HaveAsync(Given.AConvenedCase());
        await using var tab = await OpenAsync("health");
        var page = tab.Page;
        await OpenPartAsync(page, "Your view");
        await page.GetByLabel("Why, in a line").FillAsync("The bruise has no explanation.");
        await page.ReloadAsync();
        var grace = new Asker(Given.Grace.Person!.Value, Given.Grace.Name, Given.Grace.Mail, Given.Grace.ChannelId!);
        await host.Clerk.AskAsync(grace, Given.Id, Capability.Contribute, "by-telephone", (_, me) =>
            new ViewGiven(me.Id, ReasonableCause.No, "The ward is satisfied.")
            {
                Meeting = Given.FirstMeeting,
                Child = Given.Child1,
            }, default);

        await page.Locator(".restorable").GetByRole(AriaRole.Button, new() { Name = "Your view" }).ClickAsync();
        await Expect(page.GetByLabel("Why, in a line")).ToHaveValueAsync("The bruise has no explanation.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();

        await Expect(page.GetByText("saved something else under").First).ToBeVisibleAsync();
        await Expect(page.GetByText("The ward is satisfied.").First).ToBeVisibleAsync();
        await Expect(page.GetByLabel("Why, in a line")).ToHaveValueAsync("The bruise has no explanation.");
        // A screen reader is where something is to be put right, and hears what.
        await Expect(page.Locator("[aria-describedby='fault-line']")).ToBeFocusedAsync();
        var stands = (await host.Clerk.LoadAsync(Given.Id, default)).Meeting.Assessment.Views.Values.Single();
        Assert.Equal("The ward is satisfied.", stands.Rationale);
    }

    /// <summary>As after a release that asks less: the same form comes without the field.</summary>
    [BrowserFact]
    public async Task A_draft_of_a_field_that_is_gone_is_put_back_beside_the_form()
    {
        await host.HaveAsync(Given.AConvenedCase());
        await using var tab = await OpenAsync("health");
        var page = tab.Page;
        await OpenPartAsync(page, "Your view");
        await page.GetByLabel("Why, in a line").FillAsync("The bruise has no explanation.");
        await page.RouteAsync("**/p/api/act", async route =>
        {
            var answer = await route.FetchAsync();
            await route.FulfillAsync(new()
            {
                Response = answer,
                Body = (await answer.TextAsync()).Replace("\"line\"", "\"today\"", StringComparison.Ordinal),
            });
        });
        await page.ReloadAsync();

        await page.Locator(".restorable").GetByRole(AriaRole.Button, new() { Name = "Your view" }).ClickAsync();

        await Expect(page.GetByLabel("Why, in a line")).ToHaveValueAsync("");
        await Expect(page.GetByLabel("You had typed this too; it is not saved")).ToHaveValueAsync("The bruise has no explanation.");
    }

    [BrowserFact]
    public async Task What_others_save_appears_by_itself_and_an_open_form_is_left_alone()
    {
        await host.HaveAsync(Given.AConvenedCase());
        await using var tab = await OpenAsync("health");
        var page = tab.Page;
        await page.GetByRole(AriaRole.Button, new() { Name = "My part" }).ClickAsync();
        await Expect(page.GetByText("Inviting ·")).ToBeVisibleAsync();
        await host.Clerk.RecordAsync(Given.Id, "start",
            _ => [new MeetingStarted(Via.TeamsEvent) { Meeting = Given.FirstMeeting }], default);
        await Expect(page.GetByText("Meeting ·")).ToBeVisibleAsync();

        await OpenPartAsync(page, "What your agency knows");
        await page.GetByLabel("What you know").PressSequentiallyAsync("half a ");
        await host.Clerk.RecordAsync(Given.Id, "read-out", _ => [new ConfidentialityRead { Meeting = Given.FirstMeeting }], default);
        await page.GetByLabel("What you know").PressSequentiallyAsync("sentence");
        await Expect(page.GetByLabel("What you know")).ToHaveValueAsync("half a sentence");
    }

    [BrowserFact]
    public async Task A_good_a_guessed_an_old_and_no_link_at_all_show_one_neutral_page()
    {
        await host.HaveAsync(Given.AConvenedCase());
        var good = await host.LinkOfAsync("health");
        var shown = new List<string>();
        foreach (var link in new[] { good, $"{host.Url}/p#{new string('A', 43)}", $"{host.Url}/p", $"{host.Url}/p#s=0123456789ab" })
        {
            await using var tab = await browser.OpenAsync(link, 390, 844);
            tab.Expected.Add("403");
            await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Send me a code" }).ClickAsync();
            await tab.Page.GetByLabel("Code from the mail").FillAsync("12 34 5");
            await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Go on" }).ClickAsync();
            await Expect(tab.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("That did not work.");
            shown.Add(await tab.Page.InnerTextAsync("body"));
        }

        Assert.Single(shown.Distinct());
        Assert.DoesNotContain("SB-", shown[0], StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task Two_agencies_never_see_each_other_s_restricted_paragraphs()
    {
        await host.HaveAsync(Given.AConvenedCase().At("2026-11-25 09:01")
            .By(Given.Sam).Fact(Information(Given.Sam, "PLANTEDPOLICE", Audience.PoliceAndSocialCare))
            .By(Given.Ruth).Fact(Information(Given.Ruth, "PLANTEDSCHOOL", Audience.Only(Agency.School, Agency.SocialCare)))
            .By(Given.Grace).Fact(Information(Given.Grace, "PLANTEDFORALL", Audience.Professionals)));

        var health = await EverythingAsync("health");
        var school = await EverythingAsync("school");

        Assert.Contains("PLANTEDFORALL", health, StringComparison.Ordinal);
        Assert.Contains("PLANTEDFORALL", school, StringComparison.Ordinal);
        Assert.Contains("PLANTEDSCHOOL", school, StringComparison.Ordinal);
        Assert.DoesNotContain("PLANTEDPOLICE", health + school, StringComparison.Ordinal);
        Assert.DoesNotContain("PLANTEDSCHOOL", health, StringComparison.Ordinal);
    }

    [MatrixFact]
    public Task On_a_phone() => LookAsync(390, 844, ColorScheme.Light);

    [BrowserFact]
    public Task On_a_desk_in_the_dark() => LookAsync(1280, 800, ColorScheme.Dark);

    // A browser at 200 % shows a 1280 pixel window as one of 640.
    [MatrixFact]
    public Task At_twice_the_size() => LookAsync(640, 400, ColorScheme.Light);

    [BrowserFact]
    public async Task The_keyboard_alone_does_it_all()
    {
        await host.HaveAsync(Given.AConvenedCase());
        var link = await host.LinkOfAsync("health");
        await using var tab = await browser.OpenAsync(link);
        var (page, keys) = (tab.Page, tab.Page.Keyboard);
        await ReachAsync(page, page.GetByRole(AriaRole.Button, new() { Name = "Send me a code" }));
        await keys.PressAsync("Enter");
        await Expect(page.GetByLabel("Code from the mail")).ToBeFocusedAsync();
        await keys.TypeAsync(await host.CodeOfAsync("health"));
        await keys.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "My part" })).ToBeVisibleAsync();
        await ReachAsync(page, page.GetByRole(AriaRole.Button, new() { Name = "My part" }));
        await keys.PressAsync("Enter");
        await Expect(Row(page, "What your agency knows")).ToBeVisibleAsync();
        await ReachAsync(page, Row(page, "What your agency knows"));
        await keys.PressAsync("Enter");
        await Expect(page.GetByLabel("What you know")).ToBeVisibleAsync();
        await ReachAsync(page, page.GetByLabel("What you know"));
        await keys.TypeAsync("by keyboard");
        await ReachAsync(page, page.GetByRole(AriaRole.Button, new() { Name = "Save" }));
        await keys.PressAsync("Enter");
        await Expect(page.GetByText("Saved 09:05")).ToBeVisibleAsync();
    }

    private async Task LookAsync(int width, int height, ColorScheme colours)
    {
        await host.HaveAsync(Given.AConvenedCase());
        var link = await host.LinkOfAsync("health");
        await using var tab = await browser.OpenAsync(link, width, height, colours);
        tab.Expected.Add("403");
        var page = tab.Page;
        async Task Look(string view)
        {
            await tab.LookAsync($"links-{width}-{view}");
            await tab.AxeFindsNothingAsync(view);
            Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"),
                $"{view} scrolls sideways at {width}.");
        }

        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Send me a code" })).ToBeVisibleAsync();
        await Look("0-link");
        await EnterAsync(page, "health");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("tasks");
        await Look("1-welcome");
        await page.GetByRole(AriaRole.Button, new() { Name = "My part" }).ClickAsync();
        await Expect(page.Locator("#parts")).ToBeVisibleAsync();
        await Look("2-part");
        await OpenPartAsync(page, "What your agency knows");
        await page.GetByLabel("What you know").FillAsync("half a sentence");
        await page.GetByRole(AriaRole.Button, new() { Name = "My part" }).ClickAsync();
        await Expect(page.GetByText("Typed on this device")).ToBeVisibleAsync();
        await Look("3-kept");
        await OpenPartAsync(page, "What your agency knows");
        await Look("4-form");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(page.GetByText("Saved 09:05")).ToBeVisibleAsync();
        await Look("5-saved");
    }

    /// <summary>Everything that a person's page shows, part after part.</summary>
    private async Task<string> EverythingAsync(string person)
    {
        await using var tab = await OpenAsync(person);
        var page = tab.Page;
        var seen = new List<string>();
        await page.GetByRole(AriaRole.Button, new() { Name = "My part" }).ClickAsync();
        await Expect(page.Locator("#parts")).ToBeVisibleAsync();
        foreach (var part in await page.Locator("#parts [role=button]")
            .EvaluateAllAsync<string[]>("rows => rows.map(row => row.getAttribute('aria-label'))"))
        {
            await OpenPartAsync(page, part);
            seen.Add(await page.ContentAsync());
        }

        return string.Join('\n', seen);
    }

    private async Task<Tab> OpenAsync(string person)
    {
        var tab = await browser.OpenAsync(await host.LinkOfAsync(person), 390, 844);
        await EnterAsync(tab.Page, person);
        return tab;
    }

    private async Task EnterAsync(IPage page, string person)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Send me a code" }).ClickAsync();
        await page.GetByLabel("Code from the mail").FillAsync(await host.CodeOfAsync(person));
        await page.GetByRole(AriaRole.Button, new() { Name = "Go on" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "My part" })).ToBeVisibleAsync();
    }

    private static async Task OpenPartAsync(IPage page, string part)
    {
        if (!await page.Locator("#parts").IsVisibleAsync())
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "My part", Exact = true }).ClickAsync();
        }

        await Row(page, part).ClickAsync();
        await Expect(page.Locator("#parts")).ToHaveCountAsync(0);
    }

    /// <summary>A row of the own part, by how it begins.</summary>
    private static ILocator Row(IPage page, string part) =>
        page.Locator("#parts").GetByRole(AriaRole.Button, new() { NameRegex = new("^" + Regex.Escape(part)) });

    private static async Task ReachAsync(IPage page, ILocator wanted)
    {
        for (var n = 0; n < 40; n++)
        {
            if (await wanted.EvaluateAsync<bool>("element => element === document.activeElement"))
            {
                return;
            }

            await page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"Pressing Tab does not reach {wanted}.");
    }

    private static InformationGiven Information(Participant by, string text, Audience audience) =>
        new(by.Id, by.Agency, text, 0) { Meeting = Given.FirstMeeting, Audience = audience };
}
