namespace StrategyBot.Starting;

/// <summary>What this process is (design §7).</summary>
internal enum Mode
{
    /// <summary>The bot, with a Teams and a Graph of its own on loopback: the default in Development.</summary>
    Sandbox,

    /// <summary>Only the sandbox's Teams and Graph; the bot is another process.</summary>
    SandboxWorld,

    /// <summary>The bot in an authority's tenant: the default anywhere else.</summary>
    Live,
}

internal static class Modes
{
    /// <exception cref="StartRefusedException">The setting names no mode; the sentence says which do.</exception>
    public static Mode ReadMode(this WebApplicationBuilder builder) => builder.Configuration["StrategyBot:Mode"] switch
    {
        null or "" => builder.Environment.IsDevelopment() ? Mode.Sandbox : Mode.Live,
        var named when Enum.TryParse<Mode>(named, ignoreCase: true, out var mode) && Enum.IsDefined(mode) => mode,
        _ => throw new StartRefusedException("StrategyBot__Mode must be Sandbox, SandboxWorld or Live."),
    };
}
