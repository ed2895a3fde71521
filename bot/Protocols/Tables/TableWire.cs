using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace StrategyBot.Protocols.Tables;

/// <summary>Makes requests for one account and sends them.</summary>
internal sealed class TableWire(Uri account, HttpPipeline pipeline)
{
    // The first version that takes Entra tokens for tables.
    private const string ServiceVersion = "2020-12-06";

    public Uri Account { get; } = account;

    public HttpMessage Message(TableRequest request)
    {
        var message = pipeline.CreateMessage();
        message.Request.Method = RequestMethod.Parse(request.Method);
        message.Request.Uri.Reset(Account);
        message.Request.Uri.AppendPath(request.Path, escape: false);
        message.Request.Headers.SetValue("x-ms-version", ServiceVersion);
        foreach (var (name, value) in request.Headers())
        {
            message.Request.Headers.SetValue(name, value);
        }

        message.Request.Content = request.Body is null ? null : RequestContent.Create(BinaryData.FromString(request.Body));
        if (!request.IsIdempotent)
        {
            message.ResponseClassifier = SurelyNotDone.Instance;
        }

        return message;
    }

    /// <exception cref="RequestFailedException">The service refused, and <paramref name="allow"/> does not name its code.</exception>
    public async Task<Response> SendAsync(HttpMessage message, CancellationToken cancellationToken, string? allow = null)
    {
        await pipeline.SendAsync(message, cancellationToken);
        if (message.Response.Status < 300)
        {
            return message.Response;
        }

        var failure = TableFailure.Of(message.Response);
        return allow is not null && failure.ErrorCode == allow ? message.Response : throw failure;
    }
}
