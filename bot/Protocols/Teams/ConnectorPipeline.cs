using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;
using StrategyBot.Protocols.Json;

namespace StrategyBot.Protocols.Teams;

/// <summary>Sends one request to the connector: to an allowed host only, with the token, and with its errors told as
/// <see cref="ConnectorException"/>.</summary>
internal sealed partial class ConnectorPipeline
{
    private const string Scope = "https://api.botframework.com/.default";

    // Entra was not to be had; its outages last minutes, and a wrong secret is no better sooner.
    private static readonly TimeSpan TokenRetryAfter = TimeSpan.FromSeconds(30);

    private readonly HttpPipeline pipeline;
    private readonly ServiceUrls serviceUrls;
    private readonly TimeProvider wallClock;
    private readonly ILogger logger;

    /// <param name="options">Allowed hosts, transport and time-out.</param>
    /// <param name="credential">Gives the token; without one only this machine may be sent to.</param>
    /// <param name="wallClock">Rules the waits between attempts.</param>
    /// <param name="logger">Gets ids and codes only.</param>
    public ConnectorPipeline(ConnectorClientOptions options, TokenCredential? credential, TimeProvider wallClock, ILogger logger)
    {
        (this.wallClock, this.logger) = (wallClock, logger);
        serviceUrls = credential is null ? ServiceUrls.Loopback : ServiceUrls.At(options.AllowedHosts);
        options.RetryPolicy = new ConnectorRetryPolicy(wallClock);
        pipeline = HttpPipelineBuilder.Build(options, credential is null ? [] : [new BearerTokenAuthenticationPolicy(credential, Scope)]);
    }

    /// <exception cref="ConnectorException">It was refused, or no answer came.</exception>
    public async Task<T?> SendAsync<T>(ConnectorRequest request, JsonTypeInfo<T> answer, CancellationToken cancellationToken)
        where T : class
    {
        using var message = Message(request);
        try
        {
            await pipeline.SendAsync(message, cancellationToken);
        }
        catch (Exception e) when (Silence(e, cancellationToken) is { } failure)
        {
            logger.ConnectorSilent(request.Method.Method, failure.Code);
            throw failure;
        }

        return message.Response.Status is >= 200 and < 300 ? Read(message.Response, answer) : throw Refusal(request, message.Response);
    }

    private HttpMessage Message(ConnectorRequest request)
    {
        var root = serviceUrls.Find(request.ServiceUrl) ?? throw new ConnectorException(403, "ServiceUrlNotAllowed");
        var message = pipeline.CreateMessage();
        message.Request.Method = request.Method;
        message.Request.Uri.Reset(new Uri(root.AbsoluteUri + request.Path));
        message.Request.Headers.Add(HttpHeader.Common.JsonAccept);
        if (request.Body is { } body)
        {
            message.Request.Headers.Add(HttpHeader.Common.JsonContentType);
            message.Request.Content = RequestContent.Create(body);
        }

        if (request.IsRepeatable)
        {
            ConnectorRetryPolicy.MarkRepeatable(message);
        }

        return message;
    }

    private static ConnectorException? Silence(Exception e, CancellationToken cancellationToken) => e switch
    {
        OperationCanceledException when !cancellationToken.IsCancellationRequested => new(0, "TimedOut", inner: e),
        RequestFailedException or IOException => new(0, "ConnectionBroken", inner: e),
        AuthenticationFailedException => new(503, "TokenUnavailable", TokenRetryAfter, e),
        _ => null,
    };

    private ConnectorException Refusal(ConnectorRequest request, Response response)
    {
        var code = Read(response, TeamsJson.Wire.ConnectorError)?.Error?.Code ?? "";
        var operation =
            response.Headers.TryGetValue("X-Correlating-OperationId", out var id) || response.Headers.TryGetValue("MS-CV", out id)
                ? id
                : "";

        // Both go into logs, and a broken proxy may put anything into them.
        code = Plain().IsMatch(code) ? code : "Unspecified";
        logger.ConnectorRefused(request.Method.Method, response.Status, code, Plain().IsMatch(operation) ? operation : "none");
        return new(response.Status, code, ConnectorRetryPolicy.RetryAfter(response, wallClock.GetUtcNow()));
    }

    private static T? Read<T>(Response response, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            var body = response.Content.ToMemory();
            return body.IsEmpty ? null : JsonSerializer.Deserialize(WholeLetters.Mend(body.Span), type);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    [GeneratedRegex("^[A-Za-z0-9._+/=-]{1,80}$")]
    private static partial Regex Plain();
}
