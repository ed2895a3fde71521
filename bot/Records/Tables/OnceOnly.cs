using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables.Models;

namespace StrategyBot.Records.Tables;

/// <summary>Sends a request that must not be done twice again only where the service said that it did nothing (design §3).</summary>
/// <remarks>
/// Out of the box the client repeats inserts, changes of a version and transactions after 500, 503, 504 and a broken connection.
/// The second then meets what the first left, and a writer is told that somebody else was first. After those the outcome is unknown,
/// and only the caller can tell by reading.
/// A table that isn't there is a failure too: it must not look like a row that isn't there, nor a wrong setting like an empty store.
/// </remarks>
internal sealed class OnceOnly : HttpPipelinePolicy
{
    private OnceOnly()
    {
    }

    public static OnceOnly Instance { get; } = new();

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        Mark(message);
        ProcessNext(message, pipeline);
        RefuseMissingTable(message.Response);
    }

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        Mark(message);
        await ProcessNextAsync(message, pipeline);
        RefuseMissingTable(message.Response);
    }

    private static void Mark(HttpMessage message)
    {
        if (!IsIdempotent(message.Request))
        {
            message.ResponseClassifier = new SurelyNotDone(message.ResponseClassifier);
        }
    }

    // Doing it twice leaves what doing it once does, unless a version was asked for.
    private static bool IsIdempotent(Request request) => request.Method == RequestMethod.Post
        ? request.Uri.Path.EndsWith("/Tables", StringComparison.Ordinal)
        : !request.Headers.TryGetValue("If-Match", out var version) || version == ETag.All.ToString();

    private static void RefuseMissingTable(Response response)
    {
        var code = TableErrorCode.TableNotFound.ToString();
        if (response.Status == 404 && response.Content.ToString().Contains(code, StringComparison.Ordinal))
        {
            throw new RequestFailedException(response.Status, "The table isn't there.", code, null);
        }
    }

    /// <summary>429, and 503 with <c>Retry-After</c>.</summary>
    private sealed class SurelyNotDone(ResponseClassifier usual) : ResponseClassifier
    {
        public override bool IsErrorResponse(HttpMessage message) => usual.IsErrorResponse(message);

        public override bool IsRetriableResponse(HttpMessage message) =>
            message.Response.Status == 429 || (message.Response.Status == 503 && message.Response.Headers.Contains("Retry-After"));

        public override bool IsRetriableException(Exception exception) => false;

        public override bool IsRetriable(HttpMessage message, Exception exception) => false;
    }
}
