using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Extensions.Configuration;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Newtonsoft.Json;
using StrategyBot.Protocols.Teams;
using StrategyBot.Tests.Protocols.Teams;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.Oracles;

/// <summary>Our token check held against Bot Builder's for C#, on the same table: it accepts none that theirs refuses.</summary>
public sealed class TokenOracleTests
{
    // Theirs goes by the machine's clock, so that a second more or less would change what it says of this.
    private const string AtTheEdge = "not yet valid";

    private const string Metadata = "https://login.example/openid";

    [Fact]
    public async Task Whatever_Bot_Builder_refuses_is_refused_here()
    {
        await using var channel = await ChannelStub.StartAsync(TimeProvider.System.GetUtcNow());
        // One that is no key of the channel's would keep theirs from reading the others.
        var keys = WrongTokens.Keys["keys"]!.AsArray().Where(key => (string?)key!["kid"] != "text");
        channel.Keys = ChannelStub.KeySet([.. keys.Select(key => key!.DeepClone())]);
        var theirs = BotBuilder(channel);
        using var ours = channel.Validator();
        var (oursOnly, theirsOnly) = (new List<string>(), new List<string>());
        foreach (var (name, wrong) in WrongTokens.All)
        {
            var (header, accepted) = (wrong.Header(channel), await AcceptsAsync(theirs, wrong.Header(channel), wrong.Activity));
            if ((await ours.ValidateAsync(header, wrong.Activity, default)).IsAccepted != accepted)
            {
                (accepted ? theirsOnly : oursOnly).Add(name);
            }
        }

        Assert.True(await AcceptsAsync(theirs, channel.Bearer(), ChannelStub.Activity()));
        Assert.True((await ours.ValidateAsync(channel.Bearer(), ChannelStub.Activity(), default)).IsAccepted);
        Assert.Empty(oursOnly);
        Golden.Text(string.Join('\n', theirsOnly.Where(name => name != AtTheEdge)) + "\n");
    }

    private static ConfigurationBotFrameworkAuthentication BotBuilder(ChannelStub channel)
    {
        var settings = new Dictionary<string, string?>
        {
            ["MicrosoftAppId"] = ChannelStub.AppId,
            ["MicrosoftAppPassword"] = "not used",
            ["MicrosoftAppType"] = "SingleTenant",
            ["MicrosoftAppTenantId"] = ChannelStub.Tenant,
            ["ToBotFromChannelTokenIssuer"] = "https://api.botframework.com",
            ["ToBotFromChannelOpenIdMetadataUrl"] = Metadata,
            ["ToBotFromEmulatorOpenIdMetadataUrl"] = Metadata,
        };
        HaveKeysOf(channel);
        return new(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
    }

    // It asks for the channel's keys over a line of its own, for which there is no setting, and keeps what it got: so it has them already.
    private static void HaveKeysOf(ChannelStub channel)
    {
        var line = new HttpClient(channel.Transport);
        var endorsements = new EndorsementsRetriever(line);
        Kept<OpenIdConnectConfiguration>("_openIdMetadataCache")[Metadata] = new(Metadata, new OpenIdConnectConfigurationRetriever(), line);
        Kept<IDictionary<string, HashSet<string>>>("_endorsementsCache")[Metadata] = new(Metadata, endorsements, endorsements);
    }

    private static ConcurrentDictionary<string, ConfigurationManager<T>> Kept<T>(string name)
        where T : class =>
        (ConcurrentDictionary<string, ConfigurationManager<T>>)typeof(JwtTokenExtractor)
            .GetField(name, BindingFlags.Static | BindingFlags.NonPublic)!.GetValue(null)!;

    private static async Task<bool> AcceptsAsync(BotFrameworkAuthentication theirs, string? header, Activity activity)
    {
        var json = System.Text.Json.JsonSerializer.Serialize(activity, TeamsJson.Wire.Activity);
        var read = JsonConvert.DeserializeObject<Microsoft.Bot.Schema.Activity>(json);
        try
        {
            await theirs.AuthenticateRequestAsync(read, header ?? "", default);
            return true;
        }
        catch (Exception refused) when (refused is not HttpRequestException)
        {
            return false;
        }
    }
}
