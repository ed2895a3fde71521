using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using StrategyBot.Protocols.Teams;
using StrategyBot.Tests.Protocols.Teams;

namespace StrategyBot.Benchmarks.Load.Serving;

/// <summary>The channel's side of the token check on this machine: the rig signs, its servers get the public key as a file.</summary>
internal static class ChannelKey
{
    public const string AppId = ChannelStub.AppId, Tenant = "council", ServiceUrl = ConnectorStub.ServiceUrl;

    private const string Metadata = "https://channel.example/openid", Keys = "https://channel.example/keys";

    /// <summary>A token as Teams sends it with each activity for an hour or so, good for as long as the longest run.</summary>
    public static async Task<string> BearerAsync()
    {
        await using var channel = await ChannelStub.StartAsync(TimeProvider.System.GetUtcNow());
        return channel.Bearer(claims => claims["exp"] = channel.Now + (long)TimeSpan.FromHours(12).TotalSeconds);
    }

    public static Task WriteAsync(string path) =>
        File.WriteAllTextAsync(path, ChannelStub.KeySet(ChannelStub.Key("k1", ChannelStub.Current)).ToJsonString());

    /// <summary>The product's own check, which fetches its keys from the file.</summary>
    public static ChannelTokenValidator Validator(string path, ILogger<ChannelTokenValidator> logger) => new(
        new(AppId, [Tenant]) { MetadataAddress = Metadata, Transport = new KeyFile(path) }, TimeProvider.System, logger);

    private sealed class KeyFile(string path) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var body = request.RequestUri!.AbsoluteUri == Keys
                ? await File.ReadAllTextAsync(path, cancellationToken)
                : new JsonObject
                {
                    ["issuer"] = "https://api.botframework.com",
                    ["jwks_uri"] = Keys,
                    ["id_token_signing_alg_values_supported"] = new JsonArray("RS256"),
                }.ToJsonString();
            return new(HttpStatusCode.OK) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        }
    }
}
