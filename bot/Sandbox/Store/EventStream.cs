namespace StrategyBot.Sandbox.Store;

/// <summary><c>GET /sandbox/events</c>: the open pages hear that something changed, and fetch it.</summary>
internal static class EventStream
{
    public static void MapEventStream(this IEndpointRouteBuilder app) =>
        app.MapGet("/sandbox/events", async (HttpContext context, WorldFeed feed, IHostApplicationLifetime lifetime) =>
        {
            // An open stream must not hold up the stop of the process.
            using var open = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);
            context.Response.ContentType = "text/event-stream";
            context.Response.Headers.CacheControl = "no-store";
            try
            {
                await using var changes = feed.ListenAsync(open.Token).GetAsyncEnumerator(open.Token);
                var next = changes.MoveNextAsync();
                // Said only once the listener stands, so that whoever has read it misses nothing afterwards.
                await SendAsync(context.Response, ": listening\n\n", open.Token);
                while (await next)
                {
                    await SendAsync(context.Response, $"event: change\ndata: {WorldJson.Write(changes.Current)}\n\n", open.Token);
                    next = changes.MoveNextAsync();
                }
            }
            catch (OperationCanceledException)
            {
                // The page was closed, or the process is stopping.
            }
        });

    private static async Task SendAsync(HttpResponse response, string text, CancellationToken cancellationToken)
    {
        await response.WriteAsync(text, cancellationToken);
        await response.Body.FlushAsync(cancellationToken);
    }
}
