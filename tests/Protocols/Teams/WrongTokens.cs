using System.Text.Json.Nodes;
using StrategyBot.Protocols.Teams;

namespace StrategyBot.Tests.Protocols.Teams;

/// <summary>Every way in which a request can be one that the channel did not send.</summary>
internal static class WrongTokens
{
    private const string OtherApp = "55555555-5555-4555-8555-555555555555";

    /// <summary>One row per way to be wrong: the header, the activity, why it is refused and with which status.</summary>
    public static readonly IReadOnlyDictionary<string, WrongToken> All = new Dictionary<string, WrongToken>
    {
        ["no header"] = Token(_ => null, TokenRefusal.NoToken),
        ["an empty header"] = Token(_ => "", TokenRefusal.NoToken),
        ["a scheme without a token"] = Token(_ => "Bearer", TokenRefusal.NoToken),
        ["not Bearer"] = Token(c => c.Bearer().Replace("Bearer", "Basic", StringComparison.Ordinal), TokenRefusal.NoToken),
        ["a token without a scheme"] = Token(c => c.Bearer()["Bearer ".Length..], TokenRefusal.NoToken),
        ["garbage"] = Token(_ => "Bearer garbage", TokenRefusal.Malformed),
        ["garbage in three parts"] = Token(_ => "Bearer a.b.c", TokenRefusal.Malformed),
        ["a header that is no JSON"] = Token(_ => "Bearer bm8.bm8.bm8", TokenRefusal.Malformed),
        ["a token cut short"] = Token(c => c.Bearer()[..^40], TokenRefusal.BadSignature),
        ["two tokens"] = Token(c => $"{c.Bearer()}, {c.Bearer()}", TokenRefusal.NoToken),
        ["wrong issuer"] = Token(c => c.Bearer(t => t["iss"] = "https://api.botframework.com.evil.example"), TokenRefusal.WrongIssuer),
        ["an issuer with a slash"] = Token(c => c.Bearer(t => t["iss"] = "https://api.botframework.com/"), TokenRefusal.WrongIssuer),
        ["an emulator's issuer"] = Token(c => c.Bearer(t => t["iss"] = "https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/"),
            TokenRefusal.WrongIssuer),
        ["no issuer"] = Token(c => c.Bearer(t => t.Remove("iss")), TokenRefusal.WrongIssuer),
        ["wrong audience"] = Token(c => c.Bearer(t => t["aud"] = "55555555-5555-4555-8555-555555555555"), TokenRefusal.WrongAudience),
        ["an audience with a slash"] = Token(c => c.Bearer(t => t["aud"] = $"{ChannelStub.AppId}/"), TokenRefusal.WrongAudience),
        ["an audience list that begins with ours"] = Audiences(ChannelStub.AppId, OtherApp),
        ["an audience list that ends with ours"] = Audiences(OtherApp, ChannelStub.AppId),
        ["an audience list of ours alone"] = Audiences(ChannelStub.AppId),
        ["no audience"] = Token(c => c.Bearer(t => t.Remove("aud")), TokenRefusal.WrongAudience),
        ["expired beyond the skew"] = Token(c => c.Bearer(t => t["exp"] = c.Now - 301), TokenRefusal.Expired),
        ["not yet valid"] = Token(c => c.Bearer(t => t["nbf"] = c.Now + 301), TokenRefusal.NotYetValid),
        ["no expiry"] = Token(c => c.Bearer(t => t.Remove("exp")), TokenRefusal.NoExpiry),
        ["an expiry that is no number"] = Token(c => c.Bearer(t => t["exp"] = "tomorrow"), TokenRefusal.Malformed),
        ["signed with another key"] = Token(c => c.Bearer(key: ChannelStub.Other), TokenRefusal.BadSignature),
        ["changed after signing"] = Token(c => Tampered(c), TokenRefusal.BadSignature),
        ["RS512"] = Token(c => c.Bearer(algorithm: "RS512"), TokenRefusal.WrongAlgorithm),
        ["PS256"] = Token(c => c.Bearer(algorithm: "PS256"), TokenRefusal.WrongAlgorithm),
        ["HS256 with the public key as the secret"] = Token(c => c.Bearer(algorithm: "HS256"), TokenRefusal.WrongAlgorithm),
        ["alg none"] = Token(c => c.Bearer(algorithm: "none"), TokenRefusal.WrongAlgorithm),
        ["alg NONE"] = Token(c => c.Bearer(algorithm: "NONE"), TokenRefusal.WrongAlgorithm),
        ["unknown key"] = Token(c => c.Bearer(keyId: "k9"), TokenRefusal.UnknownKey),
        ["a key's id in other case"] = Token(c => c.Bearer(keyId: "K1"), TokenRefusal.UnknownKey),
        ["a key of 1,024 bits"] = Token(c => c.Bearer(keyId: "short", key: ChannelStub.Short), TokenRefusal.WeakKey),
        ["no key id"] = Token(c => c.Bearer(keyId: null), TokenRefusal.UnknownKey),
        ["no serviceurl claim"] = Token(c => c.Bearer(t => t.Remove("serviceurl")), TokenRefusal.NoServiceUrl),
        ["an empty serviceurl claim"] = Token(c => c.Bearer(t => t["serviceurl"] = ""), TokenRefusal.NoServiceUrl),
        ["another service URL"] = Sent(a => a with { ServiceUrl = "https://smba.trafficmanager.net/emea/" },
            TokenRefusal.OtherServiceUrl, 401),
        ["a service URL in other letter case"] = From("https://smba.trafficmanager.net/UK/"),
        ["a service URL with its host in other letter case"] = From("https://SMBA.trafficmanager.net/uk/"),
        ["a service URL with one more slash"] = Sent(a => a with { ServiceUrl = "https://smba.trafficmanager.net/uk//" },
            TokenRefusal.OtherServiceUrl, 401),
        ["a service URL with one less slash"] = Sent(a => a with { ServiceUrl = "https://smba.trafficmanager.net/uk" },
            TokenRefusal.OtherServiceUrl, 401),
        ["no service URL"] = Sent(a => a with { ServiceUrl = null }, TokenRefusal.OtherServiceUrl, 401),
        ["another channel"] = Sent(a => a with { ChannelId = "webchat" }, TokenRefusal.WrongChannel, 403),
        ["no channel"] = Sent(a => a with { ChannelId = null }, TokenRefusal.WrongChannel, 403),
        ["a key endorsed for another channel"] = Token(c => c.Bearer(keyId: "webchat"), TokenRefusal.NotEndorsed, 403),
        ["a key without endorsements"] = Token(c => c.Bearer(keyId: "bare"), TokenRefusal.NotEndorsed, 403),
        ["endorsements that are no list"] = Token(c => c.Bearer(keyId: "text"), TokenRefusal.NotEndorsed, 403),
        ["a foreign tenant"] = Sent(a => a with { ChannelData = new() { Tenant = new("99999999-9999-4999-8999-999999999999") } },
            TokenRefusal.ForeignTenant, 403),
        ["a foreign tenant in the conversation only"] = Sent(
            a => a with { ChannelData = null, Conversation = new() { TenantId = "99999999-9999-4999-8999-999999999999" } },
            TokenRefusal.ForeignTenant, 403),
        ["no tenant"] = Sent(a => a with { ChannelData = new(), Conversation = new() }, TokenRefusal.NoTenant, 403),
    };

    /// <summary>The channel's keys, one that is too short, and three that it doesn't vouch for in Teams.</summary>
    public static JsonNode Keys
    {
        get
        {
            var bare = ChannelStub.Key("bare", ChannelStub.Current);
            bare.Remove("endorsements");
            var text = ChannelStub.Key("text", ChannelStub.Current);
            text["endorsements"] = "msteams";
            return ChannelStub.KeySet(
                ChannelStub.Key("k1", ChannelStub.Current),
                ChannelStub.Key("webchat", ChannelStub.Current, "webchat"),
                ChannelStub.Key("short", ChannelStub.Short),
                bare,
                text);
        }
    }

    private static WrongToken Token(
        Func<ChannelStub, string?> header, TokenRefusal why, int status = 401) =>
        new(header, ChannelStub.Activity(), why, status);

    private static WrongToken Sent(
        Func<Activity, Activity> change, TokenRefusal why, int status) =>
        new(channel => channel.Bearer(), change(ChannelStub.Activity()), why, status);

    private static WrongToken Audiences(params string[] apps) =>
        Token(c => c.Bearer(t => t["aud"] = new JsonArray([.. apps.Select(app => JsonValue.Create(app))])), TokenRefusal.WrongAudience);

    private static WrongToken From(string serviceUrl) =>
        Sent(a => a with { ServiceUrl = serviceUrl }, TokenRefusal.OtherServiceUrl, 401);

    private static string Tampered(ChannelStub channel)
    {
        var parts = channel.Bearer().Split('.');
        var claims = channel.Claims();
        claims["extra"] = JsonValue.Create(true);
        parts[1] = Microsoft.IdentityModel.Tokens.Base64UrlEncoder.Encode(claims.ToJsonString());
        return string.Join('.', parts);
    }
}

/// <summary>A header that is refused: for which activity, why, and with which status.</summary>
internal sealed record WrongToken(Func<ChannelStub, string?> Header, Activity Activity, TokenRefusal Why, int Status);
