using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using StrategyBot.Records.Anchors;
using StrategyBot.Starting;

namespace StrategyBot.Tests.Records.Anchors;

/// <summary>A key in a vault, against what the vault's REST reference says that it answers.</summary>
public sealed class VaultKeyTests : IDisposable
{
    private readonly Vault vault = new();
    private readonly HttpClient http;
    private readonly VaultKey key;

    public VaultKeyTests()
    {
        http = new(vault, disposeHandler: false);
        key = new(new("https://kv.vault.azure.net/keys/anchor"), new Identity(), new HttpClientTransport(http));
    }

    [Fact]
    public async Task The_vault_signs_and_each_version_of_the_key_verifies_what_it_signed()
    {
        var first = await key.SignAsync([1, 2, 3], default);
        vault.Rotate();
        var second = await key.SignAsync([4, 5, 6], default);

        Assert.NotEqual(first.Key, second.Key);
        Assert.True(await key.VerifiesAsync(first, default));
        Assert.True(await key.VerifiesAsync(second, default));
        Assert.False(await key.VerifiesAsync(first with { Anchor = [1, 2, 4] }, default));
        Assert.False(await key.VerifiesAsync(first with { Key = second.Key }, default));
        Assert.Equal(["Bearer token"], vault.Authorizations.Distinct());
    }

    [Theory]
    [InlineData("https://theirs.vault.azure.net/keys/anchor/v1")]
    [InlineData("https://kv.vault.azure.net/keys/another/v1")]
    [InlineData("https://kv.vault.azure.net/keys/anchor/../another/v1")]
    [InlineData("https://kv.vault.azure.net/keys/anchor")]
    public async Task Another_key_vouches_for_nothing_and_is_not_even_asked_for(string theirs)
    {
        var signed = await key.SignAsync([1, 2, 3], default);
        vault.Authorizations.Clear();

        Assert.False(await key.VerifiesAsync(signed with { Key = theirs }, default));
        Assert.Empty(vault.Authorizations);
    }

    [Fact]
    public async Task A_vault_that_refuses_is_no_signature()
    {
        vault.Refuses = true;

        Assert.Equal(403, (await Assert.ThrowsAsync<RequestFailedException>(() => key.SignAsync([1], default))).Status);
    }

    [Theory]
    [InlineData("http://kv.vault.azure.net/keys/anchor")]
    [InlineData("https://kv.vault.azure.net/secrets/anchor")]
    [InlineData("https://kv.vault.azure.net/keys/anchor/v1")]
    [InlineData("anchor")]
    public void What_is_no_keys_address_stops_the_start(string id) => Assert.StartsWith("Anchor__KeyId",
        Assert.Throws<StartRefusedException>(() => VaultKey.Open(id, new Identity())).Message, StringComparison.Ordinal);

    public void Dispose()
    {
        http.Dispose();
        vault.Dispose();
    }

    private sealed class Identity : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new("token", DateTimeOffset.MaxValue);

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new(GetToken(requestContext, cancellationToken));
    }

    private sealed class Vault : HttpMessageHandler
    {
        private readonly List<ECDsa> versions = [ECDsa.Create(ECCurve.NamedCurves.nistP256)];

        public List<string> Authorizations { get; } = [];

        public bool Refuses { get; set; }

        public void Rotate() => versions.Add(ECDsa.Create(ECCurve.NamedCurves.nistP256));

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Authorizations.Add(request.Headers.Authorization!.ToString());
            Assert.Equal("?api-version=7.4", request.RequestUri!.Query);
            var answer = request.RequestUri.AbsolutePath switch
            {
                _ when Refuses => null,
                "/keys/anchor/sign" => Signed(JsonNode.Parse(await request.Content!.ReadAsStringAsync(cancellationToken))!),
                var path when path.Split('/') is ["", "keys", "anchor", var version] =>
                    Public(versions[int.Parse(version[1..], System.Globalization.CultureInfo.InvariantCulture)]),
                _ => null,
            };
            return new(answer is null ? HttpStatusCode.Forbidden : HttpStatusCode.OK)
            {
                Content = new StringContent(answer?.ToJsonString() ?? "{}", System.Text.Encoding.UTF8, "application/json"),
            };
        }

        private JsonObject Signed(JsonNode asked)
        {
            Assert.Equal("ES256", asked["alg"]!.GetValue<string>());
            return new()
            {
                ["kid"] = $"https://kv.vault.azure.net/keys/anchor/v{versions.Count - 1}",
                ["value"] = Base64Url.EncodeToString(versions[^1].SignHash(Base64Url.DecodeFromChars(asked["value"]!.GetValue<string>()))),
            };
        }

        private static JsonObject Public(ECDsa key)
        {
            var q = key.ExportParameters(includePrivateParameters: false).Q;
            return new()
            {
                ["key"] = new JsonObject
                {
                    ["kty"] = "EC",
                    ["crv"] = "P-256",
                    ["x"] = Base64Url.EncodeToString(q.X),
                    ["y"] = Base64Url.EncodeToString(q.Y),
                },
            };
        }
    }
}
