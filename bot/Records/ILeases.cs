namespace StrategyBot.Records;

/// <summary>Which instance works a stream: one at a time. Each of these is one instance; their clocks need not agree.</summary>
internal interface ILeases
{
    /// <summary>Takes the stream, or keeps it if it is this instance's already.</summary>
    /// <param name="term">Its holder counts it from before this was asked; another instance takes the stream once it has seen the
    /// lease stand unchanged for so long.</param>
    /// <returns><c>false</c> if another instance has it.</returns>
    Task<bool> TryTakeAsync(string stream, TimeSpan term, CancellationToken cancellationToken);

    /// <summary>Gives the stream back, if it is this instance's.</summary>
    Task ReleaseAsync(string stream, CancellationToken cancellationToken);
}
