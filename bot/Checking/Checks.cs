namespace StrategyBot.Checking;

/// <summary>Runs <c>check</c> on the settings that a start would have.</summary>
internal static class Checks
{
    /// <param name="rooms">A start's steps.</param>
    /// <param name="isWorldHere">The sandbox's world is in this process, so it can't be asked before it runs.</param>
    /// <returns>0, or 1 where anything is wrong: for a pipeline.</returns>
    public static async Task<int> RunAsync(WebApplicationBuilder builder, IEnumerable<Action> rooms, bool isWorldHere)
    {
        // Only the lines below are the answer.
        builder.Logging.ClearProviders();
        var found = await FindAsync(builder, rooms, isWorldHere);
        await SayAsync(found);
        return Code(found);
    }

    /// <summary>0, or 1 where anything is wrong.</summary>
    public static int Code(IReadOnlyList<Finding> found) => found.Any(finding => finding.Verdict == Verdict.Wrong) ? 1 : 0;

    public static async Task<IReadOnlyList<Finding>> FindAsync(WebApplicationBuilder builder, IEnumerable<Action> rooms, bool isWorldHere)
    {
        var settings = CheckCommand.Settings(rooms);
        await using var app = builder.Build();
        return [.. settings, .. await CheckCommand.LookAsync(app.Services, isWorldHere, default)];
    }

    public static async Task SayAsync(IReadOnlyList<Finding> found)
    {
#pragma warning disable RS0030 // A command answers whoever typed it, not the log; nothing here is of a case.
        foreach (var finding in found)
        {
            await Console.Out.WriteLineAsync(finding.ToString());
        }
#pragma warning restore RS0030
    }
}
