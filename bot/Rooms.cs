using StrategyBot.Conversations;
using StrategyBot.Graph;
using StrategyBot.Obligations;
using StrategyBot.Panel;
using StrategyBot.PartnerLinks;
using StrategyBot.Phases;
using StrategyBot.Phases.Minuting;
using StrategyBot.Reaching;
using StrategyBot.Records;
using StrategyBot.Rules;
using StrategyBot.Rules.Procedures;
using StrategyBot.Sandbox;
using StrategyBot.Sandbox.Clock;
using StrategyBot.Starting;

namespace StrategyBot;

/// <summary>Which rooms a process has, by its mode. Nothing of a room is made before its settings are read.</summary>
internal static class Rooms
{
    public static bool HostsWorld(this WebApplicationBuilder builder, Mode mode) =>
        mode == Mode.SandboxWorld || (mode == Mode.Sandbox && SandboxUrls.HostsWorld(builder.Configuration));

    /// <summary>One step for each room, so that <c>check</c> can say of each which setting is wrong.</summary>
    public static IEnumerable<Action> Of(WebApplicationBuilder builder, Mode mode)
    {
        // Whoever asks what time it is on the wall is handed this one; no other code asks the machine (TimeTests).
        var wall = new WallClock(TimeProvider.System)
        {
            PatienceTimes = mode == Mode.Sandbox ? builder.Configuration.GetValue("Sandbox:PatienceTimes", 1.0) : 1,
        };
        yield return () => builder.Services.AddSingleton(wall);
        if (builder.HostsWorld(mode))
        {
            yield return () => builder.Services.AddSandboxWorld(builder.Configuration, wall.Time);
        }

        foreach (var room in mode switch { Mode.Sandbox => Sandbox(builder, wall), Mode.Live => Live(builder, wall), _ => [] })
        {
            yield return room;
        }

        if (mode != Mode.SandboxWorld)
        {
            yield return () => SecurityContact.Read(builder.Configuration);
            yield return builder.AddTelemetry;
            yield return () => builder.Services.AddSingleton(ReadProcedure(builder.Configuration));
            yield return () => builder.Services.AddSingleton(
                ReadLetterhead(mode == Mode.Sandbox ? SandboxSettings.Under(builder.Configuration) : builder.Configuration));
            yield return () => builder.Services.AddRecords(builder.Configuration, builder.Environment, mode == Mode.Sandbox);
            yield return () => builder.Services.AddObligations().AddReaching().AddPhases(Program.Phases);
            yield return () => builder.Services.AddPartnerLinks(
                builder.Configuration, builder.Environment, mode == Mode.Sandbox, at => at.GetRequiredService<Reach>().SendLineAsync);
            yield return () => builder.Services.AddPanel(mode == Mode.Sandbox
                ? at => new PanelHost(() => [at.GetRequiredService<SandboxUrls>().World], () => at.GetRequiredService<SandboxUrls>().Keys)
                : null);
            yield return () => builder.Services.AddWaitForLateTurns();
        }
    }

    public static void Map(WebApplication app, Mode mode, bool hostsWorld)
    {
        var address = app.Services.GetService<PublicAddress>();
        app.UseSecurityHeaders(address);
        app.UseWordlessFaults();
        if (hostsWorld)
        {
            app.MapSandboxWorld();
            app.MapSandboxPage();
        }

        if (mode == Mode.Sandbox)
        {
            app.MapSandboxMode();
        }

        app.MapGet("/healthz", () => "ok");
        app.MapSecurityContact(address, app.Services.GetRequiredService<WallClock>().Time);
        if (mode != Mode.SandboxWorld)
        {
            app.MapReadiness();
            app.MapTeams();
            app.MapDocuments();
            app.MapPartnerLinks();
            app.MapPanel();
        }
    }

    /// <summary>The authority's procedure, read once at the start; each case keeps its own whole copy from then on (design §7).</summary>
    /// <exception cref="StartRefusedException">The file is wrong; the sentences name every fault by its path.</exception>
    internal static ProcedureProfile ReadProcedure(IConfiguration configuration) =>
        ProcedureProfiles.Load(configuration["StrategyBot:Profile"] is { Length: > 0 } named ? named : "default").Match(
            profile => profile,
            faults => throw new StartRefusedException(
                $"StrategyBot__Profile can't be used. {string.Join(" ", faults.Select(fault => $"{fault.Path} {fault.Sentence}."))}"));

    /// <summary>Whose letters these are. Without it the bot starts all the same, as nothing may delay a meeting:
    /// <c>check</c> says so.</summary>
    internal static Letterhead ReadLetterhead(IConfiguration configuration) =>
        new(configuration[Letterhead.NameSetting]?.Trim() ?? "", configuration[Letterhead.SwitchboardSetting]?.Trim() ?? "");

    private static IReadOnlyList<Action> Sandbox(WebApplicationBuilder builder, WallClock wall)
    {
        var settings = SandboxSettings.Under(builder.Configuration);
        return
        [
            () => builder.Services.AddSandboxMode(builder.Configuration, wall.Time)
                .AddSingleton<TimeProvider>(at => at.GetRequiredService<SandboxClock>())
                .AddSingleton(at => new PublicAddress(() => at.GetRequiredService<SandboxUrls>().Bot))
                .AddSingleton<Settle>(at => at.GetRequiredService<Runner>().SettleAsync),
            () => builder.Services.AddTeams(settings, at => at.GetRequiredService<SandboxUrls>().Connector),
            () => builder.Services.AddGraph(settings, at => at.GetRequiredService<SandboxUrls>().Graph),
        ];
    }

    private static IReadOnlyList<Action> Live(WebApplicationBuilder builder, WallClock wall) =>
    [
        () => builder.Services.AddSingleton(wall.Time)
            .AddSingleton(new PublicAddress(() => builder.Configuration[PublicAddress.Setting])),
        () => builder.Services.AddTeams(builder.Configuration, sandboxUrl: null),
        () => builder.Services.AddGraph(builder.Configuration),
    ];
}
