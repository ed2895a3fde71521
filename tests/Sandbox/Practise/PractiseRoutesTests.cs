using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using StrategyBot.Sandbox.People;
using StrategyBot.Sandbox.Practise;
using StrategyBot.Tests.Sandbox.Page;

namespace StrategyBot.Tests.Sandbox.Practise;

public sealed class PractiseRoutesTests : SandboxHost
{
    [Fact]
    public async Task Nothing_is_played_until_a_case_is_chosen_and_after_it_is_left()
    {
        Assert.Null((await ReadAsync("sandbox/practise"))["playing"]);
        await BeginAsync("unborn-child");
        Assert.Equal("An unborn child", (string?)(await ReadAsync("sandbox/practise"))["playing"]!["title"]);
        await World.DeleteAsync("sandbox/practise");
        Assert.Null((await ReadAsync("sandbox/practise"))["playing"]);
    }

    [Fact]
    public async Task What_is_typed_is_told_as_of_the_start_and_who_is_silent_is_not_told()
    {
        await BeginAsync("bruise-on-a-baby");
        var playing = (await ReadAsync("sandbox/practise"))["playing"]!;

        var child = playing["convene"]!.AsArray().First(step => (string?)step!["card"] == "Child")!["fill"]!.AsArray();
        Assert.Contains(child, line => (string?)line!["label"] == "Date of birth" && (string?)line["value"] == "2026-07-21");
        Assert.DoesNotContain("silent", playing.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("low mood", playing.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_case_that_is_not_shipped_is_refused() =>
        Assert.Equal(404, (await PostAsync("sandbox/practise", new { @case = "the-moon" })).Status);

    [Fact]
    public async Task Nobody_acts_in_a_meeting_from_before()
    {
        await MeetAsync();
        await BeginAsync("bruise-on-a-baby");

        Assert.Null(await StepAsync());
        Assert.Null((await ReadAsync("sandbox/practise"))["playing"]!["chatId"]);
    }

    [Fact]
    public async Task The_cast_meets_in_the_chat_that_came_after_the_start_and_goes_on_after_a_restart()
    {
        await BeginAsync("bruise-on-a-baby");
        var chat = await MeetAsync();
        await World.PostAsync($"sandbox/api/chair/meetings/{chat.Meeting!.OnlineMeetingId}/start", null);

        Assert.Equal("health joins the meeting", await StepAsync());
        await StopWorldAsync();
        await StartWorldAsync();
        Assert.Null(await StepAsync());
        Assert.Equal(["health/join"], Get<Prompter>().Now!.Done);
    }

    [Fact]
    public async Task A_bot_that_does_not_follow_the_script_is_told_as_trouble()
    {
        await BeginAsync("bruise-on-a-baby");
        await PostAsync($"sandbox/api/chair/chats/{Escape(PersonalChat(SandboxPeople.Chair))}/messages", new { text = "hello" });

        Assert.Null((await PostAsync("sandbox/practise/step", new { chair = true })).Body!["did"]);
        Assert.Equal("the bot said nothing", (string?)(await ReadAsync("sandbox/practise"))["playing"]!["trouble"]);
    }

    [Fact]
    public async Task A_bot_that_is_away_is_told_so_that_the_step_is_tried_again()
    {
        await BeginAsync("bruise-on-a-baby");
        var chat = await MeetAsync();
        await World.PostAsync($"sandbox/api/chair/meetings/{chat.Meeting!.OnlineMeetingId}/start", null);
        await StepAsync();
        Bot.Answer = (_, _) => Task.FromResult(Results.StatusCode(500));
        await World.PostAsJsonAsync($"sandbox/connector/v3/conversations/{Escape(chat.Id)}/activities",
            new
            {
                type = "message",
                attachments = new[] { new { contentType = "application/vnd.microsoft.card.adaptive", content = StubPractise.Hub } }
            });

        Assert.Equal(503, (await PostAsync("sandbox/practise/step", new { })).Status);
        Assert.Null((await ReadAsync("sandbox/practise"))["playing"]!["trouble"]);
    }

    private Task BeginAsync(string @case) => PostAsync("sandbox/practise", new { @case });

    private async Task<string?> StepAsync() =>
        (await PostAsync("sandbox/practise/step", new { })).Body!["did"] is JsonObject did ? $"{did["who"]} {did["what"]}" : null;
}
