using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using StrategyBot.Starting;

namespace StrategyBot.Records.Anchors;

/// <summary>A key that never leaves its Key Vault: the vault signs, for the bot's identity only.</summary>
/// <remarks>learn.microsoft.com/rest/api/keyvault/keys: <c>sign</c> and <c>get</c>, ES256.</remarks>
internal sealed class VaultKey : IAnchorKey
{
    public const string Setting = "Anchor__KeyId";

    private const string Version = "api-version=7.4";

    private readonly Uri key;
    private readonly HttpPipeline pipeline;
    private readonly ConcurrentDictionary<string, ECDsa> known = new(StringComparer.Ordinal);

    /// <param name="key">Without a version: the newest signs, and each that ever did verifies.</param>
    public VaultKey(Uri key, TokenCredential identity, HttpPipelineTransport? transport = null)
    {
        this.key = key;
        var options = new Options();
        options.Transport = transport ?? options.Transport;
        pipeline = HttpPipelineBuilder.Build(options, new BearerTokenAuthenticationPolicy(identity, "https://vault.azure.net/.default"));
    }

    /// <exception cref="StartRefusedException">It is no key's address.</exception>
    public static VaultKey Open(string id, TokenCredential identity) =>
        Uri.TryCreate(id.TrimEnd('/'), UriKind.Absolute, out var key) && key is { Scheme: "https", Segments: [_, "keys/", _] }
            ? new(key, identity)
            : throw new StartRefusedException($"{Setting} must be a key's address without a version: https://vault/keys/name.");

    public async Task<SignedAnchor> SignAsync(byte[] anchor, CancellationToken cancellationToken)
    {
        var body = new JsonObject { ["alg"] = "ES256", ["value"] = Base64Url.EncodeToString(SHA256.HashData(anchor)) };
        var answer = await AskAsync(RequestMethod.Post, new($"{key}/sign?{Version}"), body, cancellationToken);
        return new(anchor, answer["kid"]!.GetValue<string>(), Base64Url.DecodeFromChars(answer["value"]!.GetValue<string>()));
    }

    public async Task<bool> VerifiesAsync(SignedAnchor signed, CancellationToken cancellationToken)
    {
        // Only a version of this key: another vault's would vouch for whatever its owner likes.
        if (!signed.Key.StartsWith($"{key}/", StringComparison.OrdinalIgnoreCase)
            || !signed.Key[$"{key}/".Length..].All(char.IsAsciiLetterOrDigit))
        {
            return false;
        }

        if (!known.TryGetValue(signed.Key, out var one))
        {
            var answer = await AskAsync(RequestMethod.Get, new($"{signed.Key}?{Version}"), null, cancellationToken);
            one = ECDsa.Create(new ECParameters
            {
                Curve = ECCurve.NamedCurves.nistP256,
                Q = new() { X = Part(answer, "x"), Y = Part(answer, "y") },
            });
            known[signed.Key] = one;
        }

        return one.VerifyData(signed.Anchor, signed.Signature, HashAlgorithmName.SHA256);
    }

    private async Task<JsonNode> AskAsync(RequestMethod method, Uri address, JsonObject? body, CancellationToken cancellationToken)
    {
        using var message = pipeline.CreateMessage();
        message.Request.Method = method;
        message.Request.Uri.Reset(address);
        if (body is not null)
        {
            message.Request.Headers.Add(HttpHeader.Common.JsonContentType);
            message.Request.Content = RequestContent.Create(JsonSerializer.SerializeToUtf8Bytes(body));
        }

        await pipeline.SendAsync(message, cancellationToken);
        return message.Response.IsError
            ? throw new RequestFailedException(message.Response)
            : JsonNode.Parse(message.Response.Content.ToMemory().Span)!;
    }

    private static byte[] Part(JsonNode answer, string name) => Base64Url.DecodeFromChars(answer["key"]![name]!.GetValue<string>());

    private sealed class Options : ClientOptions;
}
