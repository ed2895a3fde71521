using System.Text.Json;
using System.Text.Json.Nodes;
using StrategyBot.Protocols.Teams;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.Protocols.Teams;

/// <summary>Our token check held against Microsoft's own, on the same table: it is never looser.</summary>
public sealed class BotBuilderTokenTests
{
    [NodeFact]
    public async Task Whatever_botbuilder_refuses_is_refused_here()
    {
        await using var channel = await ChannelStub.StartAsync();
        channel.Keys = WrongTokens.Keys;
        IReadOnlyList<(string Name, string? Header, Activity Activity)> rows =
        [
            .. WrongTokens.All.Select(row => (row.Key, row.Value.Header(channel), row.Value.Activity)),
            ("nothing wrong", channel.Bearer(), ChannelStub.Activity()),
        ];
        var theirs = JsonSerializer.Deserialize<bool[]>(await NodeScript.RunAsync("check-tokens.mjs", new JsonObject
        {
            ["now"] = channel.Now,
            ["appId"] = ChannelStub.AppId,
            ["tenantId"] = ChannelStub.Tenant,
            ["issuer"] = "https://api.botframework.com",
            ["keys"] = WrongTokens.Keys,
            ["tokens"] = new JsonArray([
                .. rows.Select(
                    row => new JsonObject
                    {
                        ["header"] = row.Header,
                        ["activity"] = JsonSerializer.SerializeToNode(row.Activity, TeamsJson.Wire.Activity),
                    })]),
        }.ToJsonString()))!;

        using var validator = channel.Validator();
        var (oursOnly, theirsOnly) = (new List<string>(), new List<string>());
        foreach (var (row, accepted) in rows.Zip(theirs))
        {
            var ours = (await validator.ValidateAsync(row.Header, row.Activity, default)).IsAccepted;
            if (ours != accepted)
            {
                (ours ? oursOnly : theirsOnly).Add(row.Name);
            }
        }

        Assert.True(theirs[^1]);
        Assert.Empty(oursOnly);
        Golden.Text(string.Join('\n', theirsOnly) + "\n");
    }
}
