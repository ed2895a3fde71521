namespace StrategyBot.Tests.TestKit;

/// <summary>A folder that goes with its test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("strategybot-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
