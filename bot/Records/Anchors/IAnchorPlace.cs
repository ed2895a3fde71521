namespace StrategyBot.Records.Anchors;

/// <summary>Where anchors are kept, outside the record: only ever added to.</summary>
internal interface IAnchorPlace
{
    /// <summary>The texts behind a mark, oldest first, and the mark behind the last.</summary>
    /// <param name="after">As an earlier reading or adding gave it; <c>null</c> for all.</param>
    Task<(IReadOnlyList<string> Texts, string Mark)> ReadAsync(string? after, CancellationToken cancellationToken);

    /// <summary>Adds one, if nobody has added any behind the mark.</summary>
    /// <returns>The mark behind it; <c>null</c> if somebody has.</returns>
    Task<string?> TryAddAsync(string text, string mark, CancellationToken cancellationToken);
}
