using System.Diagnostics;

namespace StrategyBot.Benchmarks.Load.Serving;

/// <summary>Counts what the bot asks of a store over HTTP.</summary>
internal static class RoundTrips
{
    // Written by HttpClient itself for each request that it sends, whichever library asked.
    private const string Listener = "HttpHandlerDiagnosticListener", Sent = "System.Net.Http.HttpRequestOut.Start";

    private static readonly List<IDisposable> Kept = [];

    public static void Count(Served served)
    {
        if (served.Store.Contains("AccountKey=", StringComparison.Ordinal))
        {
            Kept.Add(DiagnosticListener.AllListeners.Subscribe(new Each<DiagnosticListener>(listener =>
            {
                if (listener.Name == Listener)
                {
                    Kept.Add(listener.Subscribe(new Each<KeyValuePair<string, object?>>(CountTables)));
                }
            })));
        }
    }

    private static void CountTables(KeyValuePair<string, object?> told)
    {
        if (told is { Key: Sent, Value: { } value }
            && value.GetType().GetProperty("Request")?.GetValue(value) is HttpRequestMessage { RequestUri.AbsolutePath: var path }
            && path.StartsWith("/devstoreaccount1/", StringComparison.Ordinal))
        {
            Counters.CountOutside();
        }
    }

    private sealed class Each<T>(Action<T> take) : IObserver<T>
    {
        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }

        public void OnNext(T value) => take(value);
    }
}
