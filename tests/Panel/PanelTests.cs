using Microsoft.Playwright;
using StrategyBot.Tests.Sandbox.Page;
using StrategyBot.Tests.TestKit;
using static Microsoft.Playwright.Assertions;

namespace StrategyBot.Tests.Panel;

/// <summary>The panel in a browser, the bot and the sandbox that hosts it two processes with an origin each (issue 11).</summary>
public sealed class PanelTests(Browser browser) : PanelScene(browser)
{
    private const string Words = "What happens if the plan fails?";

    [BrowserFact]
    public async Task The_chair_sees_who_is_here_what_is_next_and_what_others_add_and_saves_by_the_keyboard_with_names_hidden()
    {
        await Journey.MeetAsync();
        await using var panel = await OpenAsync();

        await Expect(panel.Head).ToContainTextAsync("of 60 min");
        await Expect(panel.Head).ToContainTextAsync("Live");
        await Expect(panel.Form.Locator("h2")).ToHaveTextAsync("Read this out");
        Assert.DoesNotContain("PLANTED-child", await panel.TextAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("PLANTED-adult", await panel.TextAsync(), StringComparison.Ordinal);

        await panel.Frame.Locator("fluent-text-input").ClickAsync();
        await panel.Tab.Page.Keyboard.TypeAsync("mising");
        await panel.Tab.Page.Keyboard.PressAsync("Enter");
        await Expect(panel.Frame.Locator(".alert")).ToContainTextAsync("Did you mean `missing`?");
        await Expect(panel.Frame.Locator(".alert")).ToBeInViewportAsync();
        await panel.PartAsync("Plan", "Contingency");
        await Expect(panel.Form.Locator(".say")).ToContainTextAsync("And if this plan fails");
        var text = panel.Frame.GetByLabel(Words);
        await text.FillAsync("Ring the night team, then the PLANTED-child's grandmother");
        await Expect(panel.Foot).ToContainTextAsync("Kept here");

        // Somebody else adds something: the words and the place stay.
        await (await (await Journey.Nurse.OpenHubAsync()).PartAsync("What your agency knows")).PressAsync("Save", ("text", "heard"));
        await Expect(panel.Frame.Locator(".news")).ToContainTextAsync("Health added information");
        await Expect(text).ToBeFocusedAsync();
        await Expect(text).ToHaveValueAsync("Ring the night team, then the PLANTED-child's grandmother");

        await text.PressAsync("Control+Enter");
        await Expect(panel.Form.Locator(".saved")).ToContainTextAsync("Saved");
        Assert.Contains(await Processes.FactsAsync(), fact => fact.Contains("Ring the night team", StringComparison.Ordinal));
        await panel.Tab.LookAsync("panel-saved-320");

        await panel.Frame.Locator(".news").GetByRole(AriaRole.Button, new() { Name = "Read" }).ClickAsync();
        await Expect(panel.Form).ToContainTextAsync("heard");
        await panel.Button("Names hidden").ClickAsync();
        await Expect(panel.Frame.Locator(".showing")).ToContainTextAsync("Names are showing");
        await panel.PartAsync("Safety", "Where Child 1 is safe");
        await Expect(panel.Form).ToContainTextAsync("PLANTED-child");
        await panel.Frame.Locator(".showing").GetByRole(AriaRole.Button, new() { Name = "Hide" }).ClickAsync();
        await Expect(panel.Form).Not.ToContainTextAsync("PLANTED-child");
    }

    [BrowserFact]
    public async Task A_killed_bot_a_reload_and_a_lost_line_lose_nothing_that_was_typed()
    {
        await Journey.MeetAsync();
        await using var panel = await OpenAsync();
        await panel.PartAsync("Plan", "Contingency");
        await panel.Frame.GetByLabel(Words).FillAsync("half a sentence, then the bot");
        await Processes.KillBotAsync();
        await panel.Primary.ClickAsync();
        await Expect(panel.Head).ToContainTextAsync("Offline");
        await Expect(panel.Foot).ToContainTextAsync("It is sent by itself when the line is back.");
        await panel.Tab.LookAsync("panel-offline-320");
        await Processes.StartBotAsync();

        await Expect(panel.Form.Locator(".saved")).ToContainTextAsync("Saved");
        await Expect(panel.Head).ToContainTextAsync("Live");
        Assert.Single(await Processes.FactsAsync(), fact => fact.Contains("half a sentence, then the bot", StringComparison.Ordinal));

        await panel.PartAsync("Plan", "Contingency");
        await panel.Frame.GetByLabel(Words).FillAsync("not saved, then a reload");
        await Expect(panel.Foot).ToContainTextAsync("Kept here");
        await panel.Tab.Page.ReloadAsync();
        var again = panel.Tab.Page.FrameLocator("iframe");
        await Expect(again.GetByLabel(Words)).ToHaveValueAsync("not saved, then a reload");
    }

    [BrowserFact]
    public async Task Two_people_in_one_field_are_both_shown_and_a_refusal_leads_to_what_is_to_be_changed()
    {
        await Journey.MeetAsync();
        await using var panel = await OpenAsync();
        await panel.PartAsync("Plan", "Contingency");
        await panel.Frame.GetByLabel(Words).FillAsync("the chair's words");
        await (await (await Journey.SocialWorker.OpenHubAsync()).PartAsync("Contingency")).PressAsync("Save",
            ("text", "the social worker's words"));
        await Expect(panel.Frame.Locator(".news")).ToContainTextAsync("saved the contingency");
        await panel.Primary.ClickAsync();

        await Expect(panel.Form.Locator(".summary")).ToBeFocusedAsync();
        await Expect(panel.Form).ToContainTextAsync("the social worker's words");
        await Expect(panel.Frame.GetByLabel(Words)).ToHaveValueAsync("the chair's words");
        await Expect(panel.Foot).ToContainTextAsync("Not saved: 1 thing to change");
        await panel.Tab.LookAsync("panel-both-320");
        await panel.Form.Locator(".summary").GetByRole(AriaRole.Button).First.ClickAsync();
        await Expect(panel.Frame.GetByLabel(Words)).ToBeFocusedAsync();

        // What is pressed is the form that stands there now, however it is drawn.
        await panel.Button("Names hidden").ClickAsync();
        await Expect(panel.Frame.GetByLabel(Words)).ToHaveValueAsync("the chair's words");
        await panel.Frame.GetByLabel(Words).FillAsync("what both of them mean");
        await panel.Primary.ClickAsync();
        await Expect(panel.Form.Locator(".saved")).ToContainTextAsync("Saved");
        Assert.Contains(await Processes.FactsAsync(), fact => fact.Contains("what both of them mean", StringComparison.Ordinal));
    }

    [BrowserFact]
    public async Task After_the_end_the_draft_is_one_document_that_is_edited_in_its_place()
    {
        await Journey.MeetAsync();
        await (await (await Journey.Nurse.OpenHubAsync()).PartAsync("What your agency knows")).PressAsync("Save",
            ("text", "Weighed three weeks ago"));
        await EndAsync();
        await using var panel = await OpenAsync();
        await panel.PartAsync("Minutes", "Draft of the minutes");

        var document = panel.Frame.Locator(".document");
        await Expect(document).ToContainTextAsync("Weighed three weeks ago");
        await Expect(document).Not.ToContainTextAsync("PLANTED-child");
        await Expect(panel.Primary).ToHaveTextAsync("Approve …");
        await Tab.AxeFindsNothingInAsync(panel.Frame, "draft");
        await panel.Tab.LookAsync("panel-draft-320");
        await document.Locator(".paragraph").Filter(new() { HasText = "Weighed three weeks ago" })
            .GetByRole(AriaRole.Button, new() { Name = "Edit" }).ClickAsync();
        await panel.Frame.GetByLabel("The words of the minutes").FillAsync("Weighed two weeks ago");
        await panel.Primary.ClickAsync();

        await Expect(document).ToContainTextAsync("1 change since you read it");
        // What was there is struck through, in its place.
        var words = document.Locator(".paragraph.changed .words");
        await Expect(words).ToHaveTextAsync("Health: Weighed threetwo weeks ago");
        await Expect(words.Locator("del")).ToHaveTextAsync(["Health:", "three"]);
        await Expect(words.Locator("ins")).ToHaveTextAsync("two");
        await panel.Tab.LookAsync("panel-changed-320");
        Assert.Contains(await Processes.FactsAsync(), fact => fact.Contains("Weighed two weeks ago", StringComparison.Ordinal));
    }

    [BrowserFact]
    public async Task Whoever_it_is_not_for_reads_one_neutral_sentence()
    {
        await Journey.MeetAsync();
        foreach (var (person, name) in new[] { (Journey.Police, "police"), (Journey.HeadOfService, "head-of-service") })
        {
            if ((await person.ChatsAsync()).All(chat => chat!["kind"]!.GetValue<string>() != "meeting"))
            {
                continue;
            }

            await using var panel = await PanelTab.OpenAsync(Browser, Processes, person, name);

            Assert.Equal("This panel is for the chair. Your part is in the chat.", (await panel.TextAsync()).Trim());
        }
    }

    [BrowserFact]
    public async Task Before_the_meeting_the_children_come_first_and_a_missing_agency_is_rung_from_there()
    {
        await using var panel = await OpenAsync();

        await Expect(panel.Frame.Locator("main")).ToContainTextAsync("Where the children are");
        await Expect(panel.Head).ToContainTextAsync("to ");
        Assert.DoesNotContain("PLANTED", await panel.TextAsync(), StringComparison.Ordinal);
        await Tab.AxeFindsNothingInAsync(panel.Frame, "before");
        await panel.Tab.LookAsync("panel-before-320");
    }

    public static TheoryData<int, int, ColorScheme, Contrast> Looks => new()
    {
        { 320, 700, ColorScheme.Light, Contrast.NoPreference },
        { 400, 900, ColorScheme.Dark, Contrast.NoPreference },
        { 320, 700, ColorScheme.Light, Contrast.More },
    };

    /// <summary>Each state by the keyboard alone, and axe finds nothing in it.</summary>
    [MatrixTheory]
    [MemberData(nameof(Looks))]
    public async Task Every_state_is_clean_and_reached_by_the_keyboard(int width, int height, ColorScheme colours, Contrast contrast)
    {
        await Journey.MeetAsync();
        await using var panel = await OpenAsync(width, height, colours, contrast);
        await Expect(panel.Form.Locator("h2")).ToBeFocusedAsync();
        await CleanAsync(panel, "form");
        var wide = await panel.Frame.EvaluateAsync<int>("document.documentElement.scrollWidth");
        Assert.True(wide <= width, $"{wide} px wide");

        await panel.Frame.GetByRole(AriaRole.Tab, new() { Selected = true }).FocusAsync();
        await panel.Tab.Page.Keyboard.PressAsync("End");
        await panel.Tab.Page.Keyboard.PressAsync("Home");
        await Expect(panel.Frame.GetByRole(AriaRole.Tab, new() { NameRegex = new("^Safety") })).ToBeFocusedAsync();
        // Who is only on the way through the tabs keeps the form.
        await Expect(panel.Form).ToBeVisibleAsync();
        await panel.Tab.Page.Keyboard.PressAsync("Enter");
        await Expect(panel.Form).Not.ToBeVisibleAsync();
        await CleanAsync(panel, "parts");
        await panel.Tab.Page.Keyboard.PressAsync("Tab");
        await panel.Tab.Page.Keyboard.PressAsync("Enter");
        await Expect(panel.Form.Locator("h2")).ToBeFocusedAsync();

        await panel.PartAsync("Decisions", "Reasonable cause");
        await Expect(panel.Form.Locator("h2")).ToHaveTextAsync("Reasonable cause and section 47");
        await panel.Tab.Page.Keyboard.PressAsync("Control+Enter");
        await Expect(panel.Form.Locator(".summary")).ToBeFocusedAsync();
        await CleanAsync(panel, "refused");
    }

    [BrowserFact]
    public async Task What_is_missing_is_asked_of_somebody_by_name_and_the_row_says_so()
    {
        await Journey.MeetAsync();
        await using var panel = await OpenAsync();
        await panel.Frame.GetByRole(AriaRole.Tab, new() { NameRegex = new("^End") }).ClickAsync();
        var row = panel.Frame.Locator(".missing-parts li").Filter(new() { HasText = "Medical" });
        await row.ScrollIntoViewIfNeededAsync();
        await CleanAsync(panel, "ask");
        Assert.True(await panel.Frame.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));

        await row.GetByRole(AriaRole.Button, new() { NameRegex = new("^Ask Grace Adeyemi: ") }).ClickAsync();
        await Expect(panel.Form.Locator("h2")).ToContainTextAsync("Grace Adeyemi is asked");
        await panel.Frame.GetByRole(AriaRole.Tab, new() { NameRegex = new("^End") }).ClickAsync();
        await Expect(row).ToContainTextAsync("Grace Adeyemi: asked ");
        await Expect(row.GetByRole(AriaRole.Button)).ToHaveCountAsync(1);
        await row.ScrollIntoViewIfNeededAsync();
        await CleanAsync(panel, "asked");
    }

    private static async Task CleanAsync(PanelTab panel, string state)
    {
        await Tab.AxeFindsNothingInAsync(panel.Frame, state);
        await panel.Tab.LookAsync($"panel-{state}-{await panel.Frame.EvaluateAsync<int>("innerWidth")}-"
            + await panel.Frame.EvaluateAsync<string>("document.documentElement.dataset.theme"));
    }
}
