using StrategyBot.Records;
using StrategyBot.Rules;

namespace StrategyBot.PartnerLinks;

/// <summary>Tells an open page that its case changed, and nothing else: the page asks for what it shows.</summary>
internal sealed class LiveStream(
    Sessions sessions, PageEndpoint page, RecordSignal signal, WallClock wall, IHostApplicationLifetime lifetime)
{
    // Another instance's writing gives no signal here.
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(5);

    // Proxies cut a silent connection, and a phone learns late that its line is down.
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(20);

    public async Task ServeAsync(HttpContext http, string? s)
    {
        try
        {
            if (await sessions.FindAsync(http, s, null, http.RequestAborted) is { } me)
            {
                await OpenAsync(http, me);
                return;
            }

            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
        }
        catch (LeftAloneException left)
        {
            await page.LeftAlone(left).ExecuteAsync(http);
        }
    }

    private async Task OpenAsync(HttpContext http, OpenSession me)
    {
        using var open = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, lifetime.ApplicationStopping);
        http.Response.ContentType = "text/event-stream";
        http.Response.Headers["X-Accel-Buffering"] = "no";
        try
        {
            await SendAsync(http.Response, ": open\n\n", open.Token);
            await FollowAsync(http.Response, me, open.Token);
        }
        catch (Exception gone) when (gone is OperationCanceledException or IOException or LeftAloneException)
        {
            // The page was closed, the process stops, or the page's next question is answered why.
        }
    }

    private async Task FollowAsync(HttpResponse response, OpenSession me, CancellationToken cancellationToken)
    {
        var (seen, said) = (me.Case.Version, wall.Time.GetUtcNow());
        while (true)
        {
            // Taken before looking, so that nothing written in between is missed.
            var written = signal.Next;
            if (await sessions.FindAsync(me.Session, null, cancellationToken) is not { } now)
            {
                await SendAsync(response, "event: over\ndata:\n\n", cancellationToken);
                return;
            }

            var at = wall.Time.GetUtcNow();
            if (now.Case.Version != seen || at - said >= Silence)
            {
                await SendAsync(response, now.Case.Version != seen ? "event: changed\ndata:\n\n" : ": still here\n\n", cancellationToken);
                (seen, said) = (now.Case.Version, at);
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
