using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.IdentityModel.Tokens;
using StrategyBot.Protocols.Teams;

namespace StrategyBot.Tests.Protocols.Teams;

/// <summary>The channel's side of the token check: its keys, its OpenID endpoint, and tokens made by hand, so that the library under test
/// doesn't make its own.</summary>
internal sealed class ChannelStub : IAsyncDisposable
{
    public const string AppId = "44444444-4444-4444-8444-444444444444";
    public const string Tenant = "11111111-1111-4111-8111-111111111111";

    private readonly WebApplication app;
    private int fetches;

    private ChannelStub(SkippingClock clock)
    {
        Clock = clock;
        Keys = KeySet(Key("k1", Current));
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        app = builder.Build();
        app.MapGet("/openid", Metadata);
        app.MapGet("/keys", () => Results.Text(Keys.ToJsonString(), "application/json"));
    }

    // Making a key takes longer than all else here.
    public static RSA Current { get; } = RSA.Create(2048);

    public static RSA Short { get; } = RSA.Create(1024);

    public static RSA Other { get; } = RSA.Create(2048);

    public SkippingClock Clock { get; }

    public HttpMessageHandler Transport => app.GetTestServer().CreateHandler();

    public JsonNode Keys { get; set; }

    /// <summary>What the OpenID endpoint answers, if not its metadata.</summary>
    public (int Status, string Body)? Instead { get; set; }

    public int Fetches => fetches;

    public long Now => Clock.GetUtcNow().ToUnixTimeSeconds();

    /// <param name="now">The channel's time; a fixed one where it is left out.</param>
    public static async Task<ChannelStub> StartAsync(DateTimeOffset? now = null)
    {
        var stub = new ChannelStub(now is { } given ? new(given) : new());
        await stub.app.StartAsync();
        return stub;
    }

    public static JsonNode KeySet(params JsonNode[] keys) => new JsonObject { ["keys"] = new JsonArray(keys) };

    public static JsonObject Key(string id, RSA key, params string[] endorsements)
    {
        var numbers = key.ExportParameters(includePrivateParameters: false);
        return new()
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["kid"] = id,
            ["n"] = Base64UrlEncoder.Encode(numbers.Modulus),
            ["e"] = Base64UrlEncoder.Encode(numbers.Exponent),
            ["endorsements"] = new JsonArray([
                .. (endorsements is [] ? ["msteams", "webchat"] : endorsements).Select(e => JsonValue.Create(e))]),
        };
    }

    public ChannelTokenValidator Validator(string metadata = "https://login.example/openid") =>
        new(new(AppId, [Tenant]) { MetadataAddress = metadata, Transport = Transport }, Clock, NullLogger<ChannelTokenValidator>.Instance);

    public static Activity Activity() => new()
    {
        Type = ActivityTypes.Message,
        ChannelId = "msteams",
        ServiceUrl = "https://smba.trafficmanager.net/uk/",
        Conversation = new() { Id = "a:1personal", TenantId = Tenant },
        ChannelData = new() { Tenant = new(Tenant) },
    };

    public JsonObject Claims() => new()
    {
        ["iss"] = "https://api.botframework.com",
        ["aud"] = AppId,
        ["nbf"] = Now - 60,
        ["exp"] = Now + 3600,
        ["serviceurl"] = "https://smba.trafficmanager.net/uk/",
    };

    /// <summary>A valid header, except for <paramref name="change"/>.</summary>
    public string Bearer(Action<JsonObject>? change = null, string? keyId = "k1", RSA? key = null, string algorithm = "RS256")
    {
        var claims = Claims();
        change?.Invoke(claims);
        var head = new JsonObject { ["typ"] = "JWT", ["alg"] = algorithm };
        if (keyId is not null)
        {
            head["kid"] = keyId;
        }

        var signed = $"{Encode(head)}.{Encode(claims)}";
        var signature = Signature(System.Text.Encoding.ASCII.GetBytes(signed), key ?? Current, algorithm);
        return $"Bearer {signed}.{Base64UrlEncoder.Encode(signature)}";
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private static byte[] Signature(byte[] signed, RSA key, string algorithm) => algorithm switch
    {
        "none" => [],
        "HS256" => HMACSHA256.HashData(key.ExportRSAPublicKey(), signed),
        "PS256" => key.SignData(signed, HashAlgorithmName.SHA256, RSASignaturePadding.Pss),
        "RS512" => key.SignData(signed, HashAlgorithmName.SHA512, RSASignaturePadding.Pkcs1),
        _ => key.SignData(signed, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
    };

    private static string Encode(JsonObject json) => Base64UrlEncoder.Encode(JsonSerializer.SerializeToUtf8Bytes(json));

    private IResult Metadata()
    {
        Interlocked.Increment(ref fetches);
        return Instead is { } instead
            ? Results.Text(instead.Body, "application/json", statusCode: instead.Status)
            : Results.Text(
                """{"issuer":"https://api.botframework.com","jwks_uri":"https://login.example/keys","id_token_signing_alg_values_supported":["RS256"]}""", "application/json");
    }
}
