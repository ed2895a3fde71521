using StrategyBot.Checking;

namespace StrategyBot;

/// <summary>Runs <c>check</c> on the settings that a start would have.</summary>
internal static class Checks
{
    /// <returns>0, or 1 where anything is wrong: for a pipeline.</returns>
    public static async Task<int> RunAsync(WebApplicationBuilder builder, Mode mode)
    {
        // Only the lines below are the answer.
        builder.Logging.ClearProviders();
        var found = await FindAsync(builder, mode);
        await SayAsync(found);
        return found.Any(finding => finding.Verdict == Verdict.Wrong) ? 1 : 0;
    }

    public static async Task<IReadOnlyList<Finding>> FindAsync(WebApplicationBuilder builder, Mode mode)
    {
        var settings = CheckCommand.Settings(Rooms.Of(builder, mode));
        await using var app = builder.Build();
        return [.. settings, .. await CheckCommand.LookAsync(app.Services, mode == Mode.Sandbox && builder.HostsWorld(mode), default)];
    }

    private static async Task SayAsync(IReadOnlyList<Finding> found)
    {
#pragma warning disable RS0030 // A command answers whoever typed it, not the log; nothing here is of a case.
        foreach (var finding in found)
        {
            await Console.Out.WriteLineAsync(finding.ToString());
        }
#pragma warning restore RS0030
    }
}
