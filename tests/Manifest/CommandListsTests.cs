using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Conversations;
using StrategyBot.Sandbox.People;
using StrategyBot.Tests.EndToEnd;
using StrategyBot.Tests.PartnerLinks;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.Manifest;

/// <summary>What Teams, and the sandbox in its place, offer to type is what the phases' commands answer there.</summary>
public sealed partial class CommandListsTests
{
    [Fact]
    public void Every_command_that_the_manifest_offers_is_a_phases() =>
        Assert.Empty(Offered("personal").Concat(Offered("groupChat")).Except(Commands().Words.Select(entry => entry.Word)));

    // Teams shows no more of a list.
    private const int Most = 10;

    /// <summary>Typed in a meeting, or by one role alone: `help` says them, and what a newcomer is offered has no room for them.</summary>
    private static readonly string[] LeftToHelp =
    [
        "access", "action", "attended", "board", "break-glass", "conference", "day5", "decision", "end", "export", "govern", "late",
        "measures", "next", "note", "procedure", "qa", "report", "start",
    ];

    /// <summary>A new command is offered, or it is said here that it isn't.</summary>
    [Fact]
    public void Each_command_is_offered_to_a_newcomer_or_left_to_help_and_no_list_is_longer_than_Teams_shows()
    {
        Assert.Equal(Commands().Words.Select(entry => entry.Word).Order(StringComparer.Ordinal),
            Offered("personal").Concat(LeftToHelp).Order(StringComparer.Ordinal));
        Assert.InRange(Offered("personal").Count, 1, Most);
        Assert.InRange(Offered("groupChat").Count, 1, Most);
    }

    [Fact]
    public void The_sandboxs_composer_offers_what_the_manifest_offers() => Assert.Empty(Composer().Except(Offered("personal")));

    [Fact]
    public void A_meeting_chat_is_offered_no_command_that_holds_content() =>
        Assert.Empty(Offered("groupChat").Intersect(Commands().Words.Where(entry => entry.HoldsContent).Select(entry => entry.Word)));

    [Fact]
    public async Task In_a_meeting_chat_each_is_answered_with_a_card()
    {
        await using var host = await LinksHost.StartAsync();
        using var world = new HttpClient { BaseAddress = new(host.Url) };
        var chair = Given.Priya with { Person = PersonId.Of(SandboxPeople.Chair.TenantId, SandboxPeople.Chair.AadObjectId) };
        await host.HaveAsync(Given.AConvenedCase().Fact(new ParticipantAdded(chair)));
        var person = new TeamsUser(world, SandboxPeople.Chair.Id);
        var chat = (await person.MeetingChatAsync())["id"]!.GetValue<string>();

        foreach (var command in Offered("groupChat"))
        {
            var answer = await person.SayInAsync(chat, $"@StrategyBot {command}");
            Assert.True(answer.Card is not null, $"`{command}` is answered in a meeting chat with: {answer.Text}");
        }
    }

    private static IReadOnlyList<string> Offered(string scope) =>
    [
        .. JsonNode.Parse(File.ReadAllText(At("manifest/manifest.json")))!["bots"]![0]!["commandLists"]!.AsArray()
            .Where(list => list!["scopes"]!.AsArray().Any(one => (string?)one == scope))
            .SelectMany(list => list!["commands"]!.AsArray()).Select(command => (string)command!["title"]!),
    ];

    private static IReadOnlyList<string> Composer() =>
        [.. Quoted().Matches(CommandList().Match(File.ReadAllText(At("bot/Sandbox/Page/src/chats/Composer.tsx"))).Value)
            .Select(match => match.Groups[1].Value)];

    private static Commands Commands()
    {
        var commands = new Commands();
        foreach (var phase in Program.Phases.All)
        {
            phase.Commands(commands);
        }

        return commands;
    }

    private static string At(string path, [CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", path));

    [GeneratedRegex(@"const commands = \[[^\]]+\]")]
    private static partial Regex CommandList();

    [GeneratedRegex("\"([^\"]+)\"")]
    private static partial Regex Quoted();
}
