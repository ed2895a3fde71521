using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace StrategyBot.Starting;

/// <summary>What the bot tells whoever runs it: what took how long, and how it ended. Nothing of a case: only names out of our own code and
/// status codes come in here. While nobody listens it costs a time stamp.</summary>
internal static class Measures
{
    public const string Name = "StrategyBot", Unknown = "unknown";

    private static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);

    private static readonly Histogram<double>
        Turns = Seconds("strategybot.turn.duration", "From a click or a line to its answer"),
        Saves = Seconds("strategybot.save.duration", "A decision, and what it writes"),
        Duties = Seconds("strategybot.duty.duration", "One attempt at something owed"),
        Calls = Seconds("strategybot.call.duration", "One request to Graph or the connector");

    private static readonly Counter<long> DutiesDue =
        Meter.CreateCounter<long>("strategybot.duty.due", "{duty}", "Something owed that fell due");

    // A command may press a button, and an old button a new one: that is one turn.
    private static readonly AsyncLocal<bool> InTurn = new();

    /// <param name="verb">One that we know, or <see cref="Unknown"/>: what came in may be anything.</param>
    /// <returns><c>null</c> within another turn.</returns>
    public static Measure? Turn(string verb)
    {
        if (InTurn.Value)
        {
            return null;
        }

        InTurn.Value = true;
        return new(Turns, "turn", "verb", verb);
    }

    public static Measure Save() => new(Saves, "save");

    public static void Due(string kind) => DutiesDue.Add(1, new KeyValuePair<string, object?>("kind", kind));

    public static Measure Duty(string kind) => new(Duties, "duty", "kind", kind);

    public static Measure Call(string service) => new(Calls, "call", "service", service) { EndsAs = "status" };

    private static Histogram<double> Seconds(string name, string what) => Meter.CreateHistogram(name, "s", what, tags: null,
        new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 4, 10, 20] });

    /// <summary>Only spans of ours go on with one another: what a request brings in of its sender's trace may say anything.</summary>
    private static Activity? Begin(string span)
    {
        if (!Source.HasListeners())
        {
            return null;
        }

        var around = Activity.Current;
        while (around is not null && around.Source != Source)
        {
            around = around.Parent;
        }

        Activity.Current = around;
        return Source.StartActivity(span);
    }

    /// <summary>From when it is made until it is disposed of.</summary>
    internal sealed class Measure(Histogram<double> times, string span, string about = "", string value = "") : IDisposable
    {
        private readonly Activity? activity = Begin(span);
        private readonly long started = Stopwatch.GetTimestamp();

        public string EndsAs { get; init; } = "outcome";

        /// <summary>How it ended; as it stands if it broke.</summary>
        public object Outcome { get; set; } = "failed";

        public T Ends<T>(T outcome)
            where T : struct, Enum
        {
            Outcome = outcome.ToString();
            return outcome;
        }

        public void Dispose()
        {
            TagList tags = about.Length == 0 ? [new(EndsAs, Outcome)] : [new(about, value), new(EndsAs, Outcome)];
            times.Record(Stopwatch.GetElapsedTime(started).TotalSeconds, tags);
            foreach (var (key, said) in tags)
            {
                activity?.SetTag(key, said);
            }

            activity?.Dispose();
        }
    }
}
