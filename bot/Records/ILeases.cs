namespace StrategyBot.Records;

/// <summary>Which instance works a stream: one at a time. Each of these is one instance;
/// times are the wall's, and instances' clocks agree to a few seconds.</summary>
public interface ILeases
{
    /// <summary>Takes the stream, or keeps it if it is this instance's already.</summary>
    /// <returns><c>false</c> if another instance has it at <paramref name="now"/>.</returns>
    Task<bool> TryTakeAsync(string stream, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken);

    /// <summary>Gives the stream back, if it is this instance's.</summary>
    Task ReleaseAsync(string stream, CancellationToken cancellationToken);
}
