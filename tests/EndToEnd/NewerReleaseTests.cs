using System.Text.Json.Nodes;
using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Records;
using StrategyBot.Rules;
using StrategyBot.Sandbox.People;
using StrategyBot.Tests.PartnerLinks;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.EndToEnd;

/// <summary>Whoever opens a case that a newer release wrote on gets one sentence that claims nothing, in Teams and behind a link.</summary>
public sealed class NewerReleaseTests
{
    [Fact]
    public async Task Who_opens_the_case_is_told_so_wherever_they_do_and_keeps_what_they_typed()
    {
        await using var host = await LinksHost.StartAsync();
        var known = Given.Priya with { Person = PersonId.Of(SandboxPeople.Chair.TenantId, SandboxPeople.Chair.AadObjectId) };
        await host.HaveAsync(Given.AConvenedCase().Fact(new ParticipantAdded(known)));
        using var world = new HttpClient { BaseAddress = new(host.Url) };
        using var nurse = new Visitor(host);
        await nurse.EnterAsync(host, "health");
        var chair = new TeamsUser(world, "chair");

        await WriteAsTomorrowAsync(host);

        Assert.Equal(NewerReleaseException.Sentence, (await chair.SayAsync("status")).Words);
        Assert.Equal(NewerReleaseException.Sentence, (await chair.SayAsync("due")).Words);
        Assert.Equal(NewerReleaseException.Sentence, (await chair.SayAsync($"status {Given.Id} Heron")).Words);
        Assert.Contains(NewerReleaseException.Sentence, await PressAsync(chair, "task/fetch"), StringComparison.Ordinal);
        // Teams keeps the dialog open with everything in it.
        Assert.StartsWith("{\"status\":500", await PressAsync(chair, "task/submit"), StringComparison.Ordinal);
        Assert.Equal((503, NewerReleaseException.Sentence), Said(await nurse.MeAsync()));
        Assert.Equal((503, NewerReleaseException.Sentence), Said(await nurse.RefusedStreamAsync()));
        Assert.Equal((503, NewerReleaseException.Sentence), Said(await nurse.ActAsync("hub/my-part", new { @case = Given.Id.Value })));
    }

    private static (int, string?) Said((int Status, JsonNode Body) answer) => (answer.Status, answer.Body["text"]?.GetValue<string>());

    private static async Task<string> PressAsync(TeamsUser person, string invoke)
    {
        var data = new JsonObject { ["data"] = new JsonObject { ["verb"] = "hub/my-part", ["case"] = Given.Id.Value } };
        var answer = await person.InvokeAsync(await person.PersonalChatAsync(), invoke, data, null);
        return System.Text.RegularExpressions.Regex.Unescape(answer.ToJsonString());
    }

    private static async Task WriteAsTomorrowAsync(LinksHost host)
    {
        var stream = CaseCodec.StreamOf(Given.Id);
        var last = (await host.Record.ReadAsync(stream, 0, default))[^1];
        var envelope = last.Envelope with { Seq = last.Seq + 1, Kind = "from-tomorrow", Source = "tomorrow" };
        var line = Line.Next(envelope, "{}", "salt", last.Hash);
        Assert.Equal(Appended.Written, await host.Record.TryAppendAsync(stream, last.Seq, [line], "tomorrow", null, default));
    }
}
