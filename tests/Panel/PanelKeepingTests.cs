using Microsoft.Playwright;
using StrategyBot.Tests.Sandbox.Page;
using StrategyBot.Tests.TestKit;
using static Microsoft.Playwright.Assertions;

namespace StrategyBot.Tests.Panel;

/// <summary>What is typed and read in the panel is neither lost nor done twice (issue 11).</summary>
public sealed class PanelKeepingTests(Browser browser) : PanelScene(browser)
{
    private const string Words = "What happens if the plan fails?";

    [BrowserFact]
    public async Task A_save_whose_answer_is_a_fault_or_lost_is_the_same_save_when_it_is_pressed_again()
    {
        await Journey.MeetAsync();
        await using var panel = await OpenAsync();
        await panel.PartAsync("Information", "What your agency knows");
        var spoilt = 0;
        await panel.Tab.Page.RouteAsync("**/panel/api/act", async route =>
        {
            var response = await route.FetchAsync();
            if (route.Request.PostData!.Contains("said once", StringComparison.Ordinal) && Interlocked.Increment(ref spoilt) == 1)
            {
                await route.FulfillAsync(new()
                {
                    Status = 500,
                    ContentType = "application/json",
                    Body = """{"text":"Something went wrong here, and I can't say whether it was saved."}""",
                });
            }
            else
            {
                await route.FulfillAsync(new() { Response = response });
            }
        });

        await panel.Form.Locator("textarea").First.FillAsync("said once");
        await panel.Primary.ClickAsync();
        await Expect(panel.Frame.Locator(".alert")).ToContainTextAsync("I can't say whether it was saved");
        await panel.Primary.ClickAsync();
        await Expect(panel.Form.Locator(".saved")).ToContainTextAsync("Saved");

        Assert.Single(await Processes.FactsAsync(), fact => fact.Contains("said once", StringComparison.Ordinal));
    }

    [BrowserFact]
    public async Task Beside_Saved_stands_Undo_and_a_screen_reader_hears_both()
    {
        await Journey.MeetAsync();
        await using var panel = await OpenAsync();
        // The element that speaks is there before anything is said, and stays.
        await panel.Frame.EvaluateAsync("window.voice = document.querySelector('[data-says=saved]')");
        await panel.PartAsync("Information", "What your agency knows");
        await panel.Form.Locator("textarea").First.FillAsync("typed in the wrong case");
        await panel.Primary.ClickAsync();
        await Expect(panel.Form.Locator(".saved")).ToContainTextAsync("Saved");
        Assert.StartsWith("Saved", await panel.Frame.EvaluateAsync<string>("window.voice.isConnected ? window.voice.textContent : ''"),
            StringComparison.Ordinal);
        await panel.Tab.LookAsync("panel-undo-320");

        await panel.Form.Locator(".saved").GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Expect(panel.Frame.Locator("[data-says=saved]")).ToContainTextAsync("Withdrawn");
        Assert.StartsWith("Withdrawn", await panel.Frame.EvaluateAsync<string>("window.voice.textContent"), StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task What_was_typed_is_discarded_only_when_asked_and_two_windows_of_one_person_keep_a_text_each()
    {
        await Journey.MeetAsync();
        await using var panel = await OpenAsync();
        await panel.PartAsync("Plan", "Contingency");
        var stood = await panel.Frame.GetByLabel(Words).InputValueAsync();
        await panel.Frame.GetByLabel(Words).FillAsync("typed in the first window");
        await Expect(panel.Foot).ToContainTextAsync("Kept here");

        var second = await panel.Tab.Page.Context.NewPageAsync();
        await second.GotoAsync(panel.Tab.Page.Url);
        await second.GetByRole(AriaRole.Button, new() { Name = "Panel", Exact = true }).ClickAsync();
        var other = second.FrameLocator("iframe");
        await other.GetByRole(AriaRole.Tab, new() { NameRegex = new("^Plan") }).ClickAsync();
        await other.Locator(".parts").GetByRole(AriaRole.Button).Filter(new() { HasText = "Contingency" }).First.ClickAsync();
        await Expect(other.GetByLabel(Words)).ToHaveValueAsync(stood);
        await other.GetByLabel(Words).FillAsync("typed in the second window");
        await Expect(other.Locator("footer")).ToContainTextAsync("Kept here");

        await panel.Tab.Page.ReloadAsync();
        var again = panel.Tab.Page.FrameLocator("iframe");
        await Expect(again.GetByLabel(Words)).ToHaveValueAsync("typed in the first window");
        await again.GetByRole(AriaRole.Button, new() { Name = "Discard what I typed" }).ClickAsync();
        await Expect(again.GetByLabel(Words)).ToHaveValueAsync(stood);

        // A window that is gone leaves its text to the one that is opened next.
        await second.CloseAsync();
        await panel.Tab.Page.ReloadAsync();
        await Expect(again.GetByLabel(Words)).ToHaveValueAsync("typed in the second window");
        await again.GetByRole(AriaRole.Tab, new() { NameRegex = new("^Plan") }).ClickAsync();
        await Expect(again.Locator(".drafts")).ToContainTextAsync("Contingency");
        await again.Locator(".drafts").GetByRole(AriaRole.Button, new() { Name = "Discard" }).ClickAsync();
        await Expect(again.Locator(".drafts")).ToBeHiddenAsync();
    }

    [BrowserFact]
    public async Task News_that_nobody_read_is_there_after_a_reload()
    {
        await Journey.MeetAsync();
        await using var panel = await OpenAsync();
        await SaveAsync(Journey.Nurse, "What your agency knows", ("text", "heard"));
        await Expect(panel.Frame.Locator(".news")).ToContainTextAsync("Health added information");
        await panel.Tab.Page.ReloadAsync();

        var news = panel.Tab.Page.FrameLocator("iframe").Locator(".news");
        await Expect(news).ToContainTextAsync("Health added information");
        await news.GetByRole(AriaRole.Button, new() { Name = "Read" }).ClickAsync();
        await Expect(news).ToContainTextAsync("Nothing new");
        await panel.Tab.Page.ReloadAsync();
        await Expect(news).ToContainTextAsync("Nothing new");
    }

    [BrowserFact]
    public async Task The_open_draft_follows_what_others_write_leaves_whoever_edits_in_place_and_is_fetched_as_a_document()
    {
        await Journey.MeetAsync();
        await SaveAsync(Journey.Nurse, "What your agency knows", ("text", "Weighed three weeks ago"));
        await EndAsync();
        await using var panel = await OpenAsync();
        await panel.PartAsync("Minutes", "Draft of the minutes");
        var document = panel.Frame.Locator(".document");
        await document.Locator(".paragraph").Filter(new() { HasText = "Weighed three weeks ago" })
            .GetByRole(AriaRole.Button, new() { Name = "Edit" }).ClickAsync();
        var words = panel.Frame.GetByLabel("The words of the minutes");
        await words.FillAsync("half an edit");

        await SaveAsync(Journey.School, "What your agency knows", ("text", "Late four times since September"));
        await Expect(document).ToContainTextAsync("Late four times since September");
        await Expect(document).ToContainTextAsync("1 change since you read it");
        await Expect(words).ToBeFocusedAsync();
        await Expect(words).ToHaveValueAsync("half an edit");

        await document.GetByRole(AriaRole.Button, new() { Name = "As a document" }).ClickAsync();
        await Expect(panel.Primary).ToHaveTextAsync("Fetch the document");
    }
}
