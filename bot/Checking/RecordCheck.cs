using StrategyBot.Records;
using StrategyBot.Rules;

namespace StrategyBot.Checking;

/// <summary>Proves the record line by line, and says of each line that isn't as it was written which it is.</summary>
internal sealed class RecordCheck(RecordVerifier verifier, Words words, WallClock wall) : ICheck
{
    // Beyond these a number says it.
    private const int MostFaults = 20;

    // The bot signs at least once an hour.
    private static readonly TimeSpan Stale = TimeSpan.FromHours(2);

    /// <summary>One line for all that is well.</summary>
    public async Task<IReadOnlyList<Finding>> LookAsync(CancellationToken cancellationToken) =>
        await TryAsync(null, verified =>
        [
            .. verified.Streams.SelectMany(Wrong),
            new(Verdict.Ok, "record",
                $"{verified.Streams.Count(stream => stream.Faults.Count == 0)} of {verified.Streams.Count} streams are as written, "
                    + $"{verified.Streams.Sum(stream => stream.Lines):N0} lines."),
        ], cancellationToken);

    /// <summary>A line for each case.</summary>
    /// <param name="reference">Of the one case that is meant; <c>null</c> for all.</param>
    public Task<IReadOnlyList<Finding>> EachAsync(string? reference, CancellationToken cancellationToken) => TryAsync(
        reference, verified => verified.Streams.SelectMany(Each), cancellationToken);

    private async Task<IReadOnlyList<Finding>> TryAsync(
        string? only, Func<Verified, IEnumerable<Finding>> say, CancellationToken cancellationToken)
    {
        try
        {
            var verified = await verifier.VerifyAsync(only, cancellationToken);
            return [.. say(verified), .. Anchors(verified), .. (verified.Anchors?.Restored ?? []).Select(Restored)];
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            return [new(Verdict.Wrong, "record", $"the record, its anchors or their key can't be read ({failure.GetType().Name}).")];
        }
    }

    private IEnumerable<Finding> Each(VerifiedStream stream) => stream switch
    {
        { Faults.Count: > 0 } => Wrong(stream),
        { Lines: 0 } => [new(Verdict.Wrong, stream.Name, "there is no such case.")],
        { Withheld.Count: > 0 } => [new(Verdict.SeeTo, stream.Name,
            $"the words of {(stream.Withheld.Count == 1 ? "line" : "lines")} {string.Join(", ", stream.Withheld)} are sealed or deleted; "
                + $"everything else is as it was written.{Vouched(stream)}")],
        _ => [new(Verdict.Ok, stream.Name, $"{stream.Lines:N0} lines, as they were written.{Vouched(stream)}")],
    };

    private IEnumerable<Finding> Wrong(VerifiedStream stream) =>
    [
        .. stream.Faults.Take(MostFaults).Select(fault => new Finding(Verdict.Wrong, stream.Name,
            $"line {fault.Line}: {fault.What}{(fault.VouchedAt is { } at ? $" (anchor of {words.When(at)})" : "")}.")),
        .. stream.Faults.Count > MostFaults
            ? (IEnumerable<Finding>)[new(Verdict.Wrong, stream.Name, $"and {stream.Faults.Count - MostFaults} more lines.")] : [],
    ];

    private IEnumerable<Finding> Anchors(Verified verified) => verified switch
    {
        { Anchors: null } => verifier.NeedsAnchors
            ? [new(Verdict.SeeTo, "anchors", "there are none, so whoever can write to the record can rewrite it whole, unseen: "
                + "set Anchor__Container and Anchor__KeyId (infra/README.md).")] : [],
        { Anchors: { Faults: { Count: > 0 } faults } } =>
            [.. faults.Take(MostFaults).Select(fault => new Finding(Verdict.Wrong, "anchors", $"{fault}."))],
        { Anchors: { Until: { } until, Since: { } since, Count: var count } } =>
        [
            new(wall.Time.GetUtcNow() - until > Stale ? Verdict.SeeTo : Verdict.Ok, "anchors",
                $"{count:N0}, signed from {words.When(since)} to {words.When(until)}: nothing vouches for what was written after that."),
        ],
        _ => [new(verified.Streams.Count == 0 ? Verdict.Ok : Verdict.Wrong, "anchors",
            "there is none, though the record holds something: they were taken away, or the bot hasn't run a minute since they were set.")],
    };

    private Finding Restored(VerifiedRestoration one) => new(Verdict.Ok, "restored",
        $"on {words.When(one.At)} a copy of {words.When(one.TakenAt)} was put in the record's place. " + (one.Lost.Count == 0
            ? "It lacked nothing that was vouched for."
            : $"It lacked {string.Join(", ", one.Lost.Select(lost => $"{lost.Count} of {lost.Name}"))}."));

    private static string Vouched(VerifiedStream stream) => stream.VouchedTo switch
    {
        0 => "",
        var to when to == stream.Lines => " All of them are vouched for.",
        var to => $" Vouched for up to line {to}.",
    };
}
