using StrategyBot;
using StrategyBot.Checking;
using StrategyBot.Hub;
using StrategyBot.Obligations;
using StrategyBot.PartnerLinks;
using StrategyBot.Phases;
using StrategyBot.Phases.Answering;
using StrategyBot.Phases.Assessing;
using StrategyBot.Phases.Calling;
using StrategyBot.Phases.CaseSystem;
using StrategyBot.Phases.Convening;
using StrategyBot.Phases.Delivering;
using StrategyBot.Phases.Deputising;
using StrategyBot.Phases.Disclosing;
using StrategyBot.Phases.Enquiring;
using StrategyBot.Phases.Family;
using StrategyBot.Phases.FollowingUp;
using StrategyBot.Phases.Governing;
using StrategyBot.Phases.Holding;
using StrategyBot.Phases.Keeping;
using StrategyBot.Phases.Linking;
using StrategyBot.Phases.Minuting;
using StrategyBot.Phases.Overseeing;
using StrategyBot.Phases.Planning;
using StrategyBot.Phases.Reviewing;
using StrategyBot.Phases.Safeguarding;
using StrategyBot.Phases.SafetyPlanning;
using StrategyBot.Records;
using StrategyBot.Starting;

try
{
    var builder = WebApplication.CreateBuilder(args);
    // It would write each address that is asked for, and a link's token with it; what is left of it drowns our own lines.
    builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
    builder.AddWordlessFaults();
    builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
    var mode = builder.ReadMode();
    var hostsWorld = builder.HostsWorld(mode);
    var (command, about) = StartedFor.Read(args);
    if (command == StartedFor.RotateKeys)
    {
        return await RotateKeysCommand.RunAsync(builder.Configuration, builder.Environment);
    }

    if (command == StartedFor.Check)
    {
        return await Checks.RunAsync(builder, Rooms.Of(builder, mode), mode == Mode.Sandbox && hostsWorld);
    }

    foreach (var room in Rooms.Of(builder, mode))
    {
        room();
    }

    var app = builder.Build();
    if (command == StartedFor.RebuildIndexes)
    {
        // Ended, so that the last lines are written before the process goes.
        await using (app)
        {
            await app.RebuildIndexesAsync(CancellationToken.None);
        }

        return 0;
    }

    if (command == StartedFor.Verify)
    {
        await using (app)
        {
            return await VerifyCommand.RunAsync(app.Services, about);
        }
    }

    if (command is StartedFor.Backup or StartedFor.Restore)
    {
        await using (app)
        {
            return await (command == StartedFor.Backup ? BackupCommand.RunAsync(app.Services) : RestoreCommand.RunAsync(app.Services));
        }
    }

    if (command == StartedFor.TryAgain)
    {
        await using (app)
        {
            await app.TryAgainAsync(CancellationToken.None);
        }

        return 0;
    }

    Rooms.Map(app, mode, hostsWorld);
    app.Run();
    return 0;
}
catch (Exception failure) when (StartRefusedException.Sentence(failure) is { } sentence)
{
    using var log = LoggerFactory.Create(logging => logging.AddSimpleConsole());
    log.CreateLogger<Program>().StartRefused(sentence);
    return 1;
}
catch (Exception failure) when (failure is not HostAbortedException)
{
    // The runtime would print what it says, and a store's words may repeat what was sent.
    using var log = LoggerFactory.Create(logging => logging.AddSimpleConsole());
    var types = failure.Types();
    log.CreateLogger<Program>().BotBroke(types, failure.StackTrace ?? "");
    return 1;
}

/// <summary>Named so that tests can start the bot as it is.</summary>
public sealed partial class Program
{
    /// <summary>The phases in the order a case meets them; the hub draws from them all.</summary>
    internal static PhaseList Phases { get; } = new(
        ConveningPhase.List,
        CallingPhase.List,
        AnsweringPhase.List,
        HoldingPhase.List,
        AssessingPhase.List,
        PlanningPhase.List,
        SafeguardingPhase.List,
        SafetyPlanningPhase.List,
        FamilyPhase.List,
        MinutingPhase.List,
        CaseSystemPhase.List,
        FollowingUpPhase.List,
        DeliveringPhase.List,
        EnquiringPhase.List,
        ReviewingPhase.List,
        LinkingPhase.List,
        DeputisingPhase.List,
        KeepingPhase.List,
        DisclosingPhase.List,
        GoverningPhase.List,
        OverseeingPhase.List,
        PartnerLinksList.List,
        HubList.List);
}
