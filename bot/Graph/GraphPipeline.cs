using StrategyBot.Rules.Effects;
using StrategyBot.Starting;

namespace StrategyBot.Graph;

/// <summary>Every call goes through here: its time limit, its retries, and the one place where a failure is translated.</summary>
/// <remarks>It stands in the place of the SDK's own retry handler, which repeats POSTs too and waits by the machine's clock.</remarks>
/// <param name="tokens">Asks for another token where Graph challenges the first; <c>null</c> in the sandbox, which has none.</param>
/// <param name="limit">For one call with all its retries and waits.</param>
/// <param name="clock">The wall clock: a throttled service counts in real seconds.</param>
/// <param name="logger">Told of waits, by status and method only.</param>
internal sealed class GraphPipeline(ClaimsChallenge? tokens, TimeSpan limit, TimeProvider clock, ILogger logger)
    : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var tooLate = new CancellationTokenSource(limit, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, tooLate.Token);
        var started = clock.GetTimestamp();
        try
        {
            for (var attempt = 1; ; attempt++)
            {
                var (response, failure) = await TryAsync(request, either.Token);
                if (response is not null)
                {
                    return response;
                }

                if (GraphRetry.WaitAfter(failure!, GraphRetry.IsIdempotent(request), attempt) is not { } wait
                    || clock.GetElapsedTime(started) + wait >= limit)
                {
                    throw failure!;
                }

                logger.WaitsToRepeat(failure!.Status, request.Method.Method, wait);
                await Task.Delay(wait, clock, either.Token);
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw GraphFailure.TimedOut();
        }
    }

    private async Task<(HttpResponseMessage? Response, EffectFailedException? Failure)> TryAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        HttpResponseMessage? response = null;
        try
        {
            response = await CallAsync(request, cancellationToken);
            if (ClaimsChallenge.In(response) is { } claims)
            {
                // A session was revoked, or a location policy changed: Graph did nothing, and names what the token must hold.
                response.Dispose();
                response = null;
                request.Headers.Authorization = tokens is null ? null : await tokens.AnswerAsync(claims, cancellationToken);
                response = await CallAsync(request, cancellationToken);
            }

            if (!response.IsSuccessStatusCode)
            {
                return (null, await GraphFailure.FromAsync(response, clock.GetUtcNow(), cancellationToken));
            }

            // Read whole while the limit still holds; the SDK would read it after we have let go.
            await response.Content.LoadIntoBufferAsync(cancellationToken);
            var whole = response;
            response = null;
            return (whole, null);
        }
        catch (HttpRequestException e)
        {
            return (null, GraphFailure.From(e));
        }
        catch (IOException)
        {
            return (null, GraphFailure.Cut());
        }
        finally
        {
            response?.Dispose();
        }
    }

    private async Task<HttpResponseMessage> CallAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var call = Measures.Call("graph");
        var response = await base.SendAsync(request, cancellationToken);
        call.Outcome = (int)response.StatusCode;
        return response;
    }
}
