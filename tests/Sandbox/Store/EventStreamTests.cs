using StrategyBot.Sandbox.People;

namespace StrategyBot.Tests.Sandbox.Store;

public sealed class EventStreamTests : SandboxHost
{
    [Fact]
    public async Task An_open_page_hears_that_a_chat_changed_but_not_what_was_said()
    {
        using var reader = new StreamReader(await World.GetStreamAsync("sandbox/events"));
        Assert.Equal(": listening", await reader.ReadLineAsync());
        await reader.ReadLineAsync();

        var chat = PersonalChat(SandboxPeople.Chair);
        await PostAsync($"sandbox/api/chair/chats/{Escape(chat)}/messages", new { text = "help" });

        Assert.Equal("event: change", await reader.ReadLineAsync());
        Assert.Equal($$"""data: {"kind":"chat","chatId":"{{chat}}","people":["chair"]}""", await reader.ReadLineAsync());
    }

    [Fact]
    public async Task An_open_page_hears_of_a_button_that_may_have_saved_and_of_no_mere_look()
    {
        using var reader = new StreamReader(await World.GetStreamAsync("sandbox/events"));
        await reader.ReadLineAsync();
        await reader.ReadLineAsync();
        var chat = PersonalChat(SandboxPeople.Chair);
        var invoke = $"sandbox/api/chair/chats/{Escape(chat)}/invoke";

        await PostAsync(invoke, new { name = "task/fetch", value = new { data = new { } } });
        await PostAsync(invoke, new { name = "adaptiveCard/action", value = new { trigger = "automatic" } });
        await PostAsync(invoke, new { name = "task/submit", value = new { data = new { } } });

        await reader.ReadLineAsync();
        Assert.Equal($$"""data: {"kind":"pressed","chatId":"{{chat}}"}""", await reader.ReadLineAsync());
    }

    [Fact]
    public async Task An_open_page_hears_that_the_clock_moved()
    {
        using var reader = new StreamReader(await World.GetStreamAsync("sandbox/events"));
        await reader.ReadLineAsync();
        await reader.ReadLineAsync();

        await PostAsync("sandbox/clock", new { advance = "PT1H" });

        await reader.ReadLineAsync();
        Assert.Equal("""data: {"kind":"clock"}""", await reader.ReadLineAsync());
    }
}
