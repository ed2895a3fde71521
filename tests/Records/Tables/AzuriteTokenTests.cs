using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using StrategyBot.Records.Tables;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.Records.Tables;

/// <summary>The way the bot goes in Azure: https and an Entra token. Azurite looks at the token's claims and not
/// at its signature.</summary>
public sealed class AzuriteTokenTests : IDisposable
{
    private static readonly DateTimeOffset Past = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero), Future = new(2090, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [NodeFact]
    public async Task A_token_for_storage_is_taken_and_one_for_something_else_is_not()
    {
        using var certificate = Certificate();
        var (key, cert) = (Path.Combine(folder.Path, "key.pem"), Path.Combine(folder.Path, "cert.pem"));
        await File.WriteAllTextAsync(key, certificate.GetRSAPrivateKey()!.ExportPkcs8PrivateKeyPem());
        await File.WriteAllTextAsync(cert, certificate.ExportCertificatePem());
        var port = Ports.Free();
        var process = await Azurite.StartAsync(folder.Path, port, "--oauth", "basic", "--cert", cert, "--key", key);
        try
        {
            TableClient Table(string audience) => TableAccount.Open(
                new Uri($"https://127.0.0.1:{port}/devstoreaccount1"), new Claims(audience), Trusting(certificate)).GetTableClient("cases");

            await Table("https://storage.azure.com").CreateIfNotExistsAsync();
            await Table("https://storage.azure.com")
                .SubmitTransactionAsync([new(TableTransactionActionType.Add, new TableEntity("case", "1"))]);
            Assert.True((await Table("https://storage.azure.com").GetEntityIfExistsAsync<TableEntity>("case", "1")).HasValue);

            var refused =
                await Assert.ThrowsAsync<RequestFailedException>(() => Table("https://graph.microsoft.com")
                    .GetEntityIfExistsAsync<TableEntity>("case", "1"));
            Assert.Equal(403, refused.Status);
        }
        finally
        {
            await Azurite.StopAsync(process);
        }
    }

    private static X509Certificate2 Certificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return request.CreateSelfSigned(Past, Future);
    }

    private static TableClientOptions Trusting(X509Certificate2 certificate) => new()
    {
        Transport = new HttpClientTransport(new HttpClientHandler
        {
            ServerCertificateCustomValidationCallback = (_, shown, _, _) => shown?.Thumbprint == certificate.Thumbprint,
        }),
    };

    private sealed class Claims(string audience) : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            var claims = new Dictionary<string, object>
            {
                ["aud"] = audience,
                ["iss"] = "https://sts.windows.net/11111111-2222-3333-4444-555555555555/",
                ["nbf"] = Past.ToUnixTimeSeconds(),
                ["iat"] = Past.ToUnixTimeSeconds(),
                ["exp"] = Future.ToUnixTimeSeconds(),
            };
            return new AccessToken($"{Part(new { alg = "RS256", typ = "JWT" })}.{Part(claims)}.c2ln", Future);
        }

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new(GetToken(requestContext, cancellationToken));

        private static string Part(object content) =>
            Convert.ToBase64String(JsonSerializer.SerializeToUtf8Bytes(content)).TrimEnd('=').Replace('+', '-').Replace('/', '_');
    }
}
