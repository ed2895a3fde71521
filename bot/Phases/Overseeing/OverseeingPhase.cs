using StrategyBot.Records;

namespace StrategyBot.Phases.Overseeing;

/// <summary>What a service sees of all its cases at once.</summary>
internal static class OverseeingPhase
{
    public static Phase List { get; } = new("overseeing")
    {
        Parts = parts => parts.Page<OwnMeasuresPage, CaseForm>(),
        Entries = OverseeingHub.Entries,
        Commands = commands => commands.Add<BoardCommand>().Add<MeasuresCommand>(),
        Services = services => services
            .AddSingleton<ServiceBook>()
            .AddSingleton<BoardLook>()
            .AddSingleton<MeasuresLook>()
            .AddSingleton<ListsLook>()
            .AddSingleton<ServicePaper>(at => (looked, area, month) =>
                PartnershipPaper.Write(looked, area, month, at.GetRequiredService<Words>()))
            .AddSingleton<OnShelves>(at => @case => OverseeingHub.Rows(@case, at.GetRequiredService<PhaseList>()))
            .AddHostedService<ShelfFilling>(),
    };
}
