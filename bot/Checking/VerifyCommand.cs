namespace StrategyBot.Checking;

/// <summary><c>dotnet run --project bot -- verify [case]</c>: whether the record is as it was written.
/// Changes nothing; the bots may run.</summary>
internal static class VerifyCommand
{
    /// <returns>0, or 1 where any line isn't.</returns>
    public static async Task<int> RunAsync(IServiceProvider services, string? reference)
    {
        var found = await ActivatorUtilities.CreateInstance<RecordCheck>(services).EachAsync(reference?.ToUpperInvariant(), default);
        await Checks.SayAsync(found);
        return Checks.Code(found);
    }
}
