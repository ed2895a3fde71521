using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using StrategyBot.Protocols.Teams;
using StrategyBot.Sandbox.People;
using StrategyBot.Sandbox.PeoplesSide;
using StrategyBot.Sandbox.Store;

namespace StrategyBot.Sandbox.Entra;

/// <summary>The council's tenant as its people's Teams knows it: what <c>getAuthToken</c> answers, and the keys to it
/// (side panel facts §4 and §7).</summary>
internal sealed class Issuing(TimeProvider wall)
{
    public const string Metadata = "/sandbox/entra/openid-configuration";

    private const string Keys = "/sandbox/entra/keys";

    private static readonly TimeSpan Lasts = TimeSpan.FromHours(1);

    // Made anew with each world: nothing signed before is good any more.
    private readonly RsaSecurityKey key = new(RSA.Create(2048)) { KeyId = WorldIds.New() };

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Metadata, (HttpRequest request) =>
            new { issuer = Issuer, jwks_uri = $"{request.Scheme}://{request.Host}{Keys}" });
        app.MapGet(Keys, (Issuing issuing) => issuing.Public());
        app.MapPost("/sandbox/api/{as}/token", (string @as, Issuing issuing) => issuing.Token(@as));
    }

    private static string Issuer => $"https://login.microsoftonline.com/{SandboxPeople.CouncilTenant}/v2.0";

    private IResult Public()
    {
        var numbers = key.Rsa.ExportParameters(includePrivateParameters: false);
        return Results.Text(
            JsonSerializer.Serialize(new
            {
                keys = new[]
                {
                    new
                    {
                        kty = "RSA",
                        use = "sig",
                        kid = key.KeyId,
                        n = Base64UrlEncoder.Encode(numbers.Modulus),
                        e = Base64UrlEncoder.Encode(numbers.Exponent),
                    },
                },
            }), "application/json");
    }

    /// <summary>Only for the council's own people: a single tenant's app has no token for a guest.</summary>
    private IResult Token(string called)
    {
        if (SandboxPeople.Find(called) is not { } person)
        {
            return Desk.Nobody;
        }

        if (!person.InCouncil)
        {
            return WorldResults.Refuse(403, "Teams has no token of this council for somebody of another organisation.");
        }

        var now = wall.GetUtcNow().UtcDateTime;
        return WorldResults.Json(new
        {
            token = new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
            {
                Issuer = Issuer,
                Audience = SandboxPeople.BotAppId,
                NotBefore = now - TimeSpan.FromMinutes(5),
                Expires = now + Lasts,
                SigningCredentials = new(key, SecurityAlgorithms.RsaSha256),
                Claims = new Dictionary<string, object>
                {
                    ["azp"] = PersonTokenValidator.TeamsClients[1],
                    ["name"] = person.Name,
                    ["oid"] = person.AadObjectId,
                    ["scp"] = PersonTokenValidator.Scope,
                    ["tid"] = person.TenantId,
                    ["ver"] = "2.0",
                },
            }),
        });
    }
}
