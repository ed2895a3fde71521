using StrategyBot.Graph;
using StrategyBot.Rules.Deadlines;

namespace StrategyBot.Phases.Governing;

/// <summary>What every case is counted by: the authority's procedure, and bank holidays, which may change while it is open.</summary>
internal static class GoverningPhase
{
    public static Phase List { get; } = new("governing")
    {
        Kinds = kinds => kinds.Add<CalendarChanged>("calendar-changed"),
        Commands = commands => commands.Add<ProcedureCommand>().Add<AccessCommand>(),
        Duties = duties => duties
            .Add<TellCalendarChangeDuty, string>()
            .Watch<CalendarWatch>(),
        Services = services => services
            .AddSingleton(BankHolidays.Newest)
            .AddSingleton<IsInGroupOf>(at => at.GetRequiredService<Membership>().IsAsync)
            .AddSingleton<GroupDoor>()
            .AddSingleton<AdministratorBanner>()
            .AddSingleton<IHelpBanner>(at => at.GetRequiredService<AdministratorBanner>()),
        Status = GoverningHub.Status,
    };
}
