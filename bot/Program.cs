using StrategyBot;
using StrategyBot.Conversations;
using StrategyBot.Graph;
using StrategyBot.Hub;
using StrategyBot.Obligations;
using StrategyBot.PartnerLinks;
using StrategyBot.Phases;
using StrategyBot.Phases.Assessing;
using StrategyBot.Phases.Attending;
using StrategyBot.Phases.Convening;
using StrategyBot.Phases.FollowingUp;
using StrategyBot.Phases.Governing;
using StrategyBot.Phases.Minuting;
using StrategyBot.Phases.Planning;
using StrategyBot.Phases.Safeguarding;
using StrategyBot.Reaching;
using StrategyBot.Records;
using StrategyBot.Sandbox;
using StrategyBot.Sandbox.Clock;

try
{
    var builder = WebApplication.CreateBuilder(args);
    // It would write each address that is asked for, and a link's token with it.
    builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning);
    // It would print a stack before the sentence below.
    builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);
    var mode = builder.ReadMode();
    var hostsWorld = mode == Mode.SandboxWorld || (mode == Mode.Sandbox && SandboxUrls.HostsWorld(builder.Configuration));

    // The rooms.
    if (hostsWorld)
    {
        builder.Services.AddSandboxWorld(builder.Configuration);
    }

    if (mode == Mode.Sandbox)
    {
        var settings = SandboxSettings.Under(builder.Configuration);
        builder.Services.AddSandboxMode(builder.Configuration)
            .AddSingleton<TimeProvider>(at => at.GetRequiredService<SandboxClock>())
            .AddSingleton(at => new PublicAddress(() => at.GetRequiredService<SandboxUrls>().Bot))
            .AddSingleton<Settle>(at => at.GetRequiredService<Runner>().SettleAsync)
            .AddTeams(settings, at => at.GetRequiredService<SandboxUrls>().Connector)
            .AddGraph(settings, at => at.GetRequiredService<SandboxUrls>().Graph);
    }

    if (mode == Mode.Live)
    {
        builder.Services.AddSingleton(TimeProvider.System)
            .AddSingleton(new PublicAddress(() => builder.Configuration[PublicAddress.Setting]))
            .AddTeams(builder.Configuration, sandboxUrl: null)
            .AddGraph(builder.Configuration);
    }

    if (mode != Mode.SandboxWorld)
    {
        builder.Services.AddSingleton(builder.ReadProcedure()).AddRecords(builder.Configuration, builder.Environment, mode == Mode.Sandbox).AddObligations().AddReaching().AddPhases(Phases)
            .AddPartnerLinks(builder.Configuration, builder.Environment, mode == Mode.Sandbox, at => at.GetRequiredService<Reach>().SendLineAsync);
    }

    var app = builder.Build();
    if (args is ["rebuild-indexes"])
    {
        await app.RebuildIndexesAsync(CancellationToken.None);
        return 0;
    }

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
    if (mode != Mode.SandboxWorld)
    {
        app.MapReadiness();
        app.MapTeams();
        app.MapDocuments();
        app.MapPartnerLinks();
    }

    app.Run();
    return 0;
}
catch (Exception failure) when (StartRefusedException.Sentence(failure) is { } sentence)
{
    using var log = LoggerFactory.Create(logging => logging.AddSimpleConsole());
    log.CreateLogger<Program>().StartRefused(sentence);
    return 1;
}

/// <summary>Named so that tests can start the bot as it is.</summary>
public sealed partial class Program
{
    /// <summary>The phases in the order a case meets them; the hub draws from them all.</summary>
    internal static PhaseList Phases { get; } = new(
        ConveningPhase.List,
        AttendingPhase.List,
        AssessingPhase.List,
        PlanningPhase.List,
        SafeguardingPhase.List,
        MinutingPhase.List,
        FollowingUpPhase.List,
        GoverningPhase.List,
        PartnerLinksList.List,
        HubList.List);
}
