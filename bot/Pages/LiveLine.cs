using StrategyBot.Records;
using StrategyBot.Rules;

namespace StrategyBot.Pages;

/// <summary>Tells an open page that its case changed, and nothing else: the page asks for what it shows.</summary>
internal sealed class LiveLine(RecordSignal signal, WallClock wall, IHostApplicationLifetime lifetime)
{
    // Another instance's writing gives no signal here.
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(5);

    // Proxies cut a silent connection, and a phone learns late that its line is down.
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(20);

    /// <summary>Until the page goes, the process stops, or whoever looks may look no more.</summary>
    /// <param name="seen">The version of the case that the page begins with.</param>
    /// <param name="look">The case's version as it stands; <c>null</c> where it is open to them no more.</param>
    public async Task ServeAsync(HttpContext http, int seen, Func<CancellationToken, Task<int?>> look)
    {
        using var open = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, lifetime.ApplicationStopping);
        http.Response.ContentType = "text/event-stream";
        http.Response.Headers["X-Accel-Buffering"] = "no";
        try
        {
            await SendAsync(http.Response, ": open\n\n", open.Token);
            await FollowAsync(http.Response, seen, look, open.Token);
        }
        catch (Exception gone) when (gone is OperationCanceledException or IOException or LeftAloneException)
        {
            // The page was closed, the process stops, or the page's next question is answered why.
        }
    }

    private async Task FollowAsync(
        HttpResponse response, int seen, Func<CancellationToken, Task<int?>> look, CancellationToken cancellationToken)
    {
        var said = wall.Time.GetUtcNow();
        while (true)
        {
            // Taken before looking, so that nothing written in between is missed.
            var written = signal.Next;
            if (await look(cancellationToken) is not { } now)
            {
                await SendAsync(response, "event: over\ndata:\n\n", cancellationToken);
                return;
            }

            var at = wall.Time.GetUtcNow();
            if (now != seen || at - said >= Silence)
            {
                await SendAsync(response, now != seen ? "event: changed\ndata:\n\n" : ": still here\n\n", cancellationToken);
                (seen, said) = (now, at);
            }

            await Task.WhenAny(written, Task.Delay(Look, wall.Time, cancellationToken));
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    private static async Task SendAsync(HttpResponse response, string text, CancellationToken cancellationToken)
    {
        await response.WriteAsync(text, cancellationToken);
        await response.Body.FlushAsync(cancellationToken);
    }
}
