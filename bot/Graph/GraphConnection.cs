using System.Net;
using Azure.Core;
using Microsoft.Graph;
using Microsoft.Graph.Authentication;
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Http.HttpClientLibrary.Middleware;
using StrategyBot.Starting;

namespace StrategyBot.Graph;

/// <summary>The one connection to Microsoft Graph. What lies behind it is this room's own business.</summary>
internal sealed class GraphConnection : IDisposable
{
    private readonly HttpClient http;

    // The credential is needed for anything but a loopback address, and never used there.
    public GraphConnection(GraphSettings settings, TokenCredential? credential, TimeProvider wallClock, ILogger<GraphConnection> logger)
    {
        var challenge = settings.IsSandbox || credential is null ? null : new ClaimsChallenge(credential, Scope(settings));
        var handlers = GraphClientFactory.CreateDefaultHandlers()
            .Where(handler => handler is not (RetryHandler or RedirectHandler))
            .Append(new GraphPipeline(challenge, settings.CallLimit, wallClock, logger));
        // No call of ours is redirected; a redirect could only carry the token elsewhere.
        var sockets = new SocketsHttpHandler { AllowAutoRedirect = false, AutomaticDecompression = DecompressionMethods.All };
        http = GraphClientFactory.Create(handlers, finalHandler: sockets);
        http.Timeout = Timeout.InfiniteTimeSpan;
        Sdk = new GraphServiceClient(http, Authentication(settings, credential), settings.BaseUrl.AbsoluteUri);
    }

    internal GraphServiceClient Sdk { get; }

    public void Dispose()
    {
        Sdk.Dispose();
        http.Dispose();
    }

    private static IAuthenticationProvider Authentication(GraphSettings settings, TokenCredential? credential) => settings.IsSandbox
        ? new AnonymousAuthenticationProvider()
        : new AzureIdentityAuthenticationProvider(
            credential ?? throw new StartRefusedException("Teams__Credential is missing: Graph asks for a token."),
            allowedHosts: [settings.BaseUrl.Host],
            observabilityOptions: null,
            isCaeEnabled: true,
            scopes: [Scope(settings)]);

    private static string Scope(GraphSettings settings) => $"{settings.BaseUrl.GetLeftPart(UriPartial.Authority)}/.default";
}
