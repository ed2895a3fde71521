using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Rules.Deadlines;
using StrategyBot.Rules.Wording;

namespace StrategyBot.Phases.Governing;

/// <summary>What every case is counted by: the authority's procedure, and the bank holidays, which may change while a case is open.</summary>
public static class GoverningPhase
{
    public static Phase List { get; } = new("governing")
    {
        Kinds = kinds => kinds.Add<CalendarChanged>("calendar-changed"),
        Commands = commands => commands.Add<ProcedureCommand>(),
        Duties = duties => duties
            .Add<TellCalendarChange>()
            .Watch<WatchCalendar>(),
        Services = services => services.AddSingleton(BankHolidays.Newest).AddSingleton<Upkeep>().AddSingleton<IBanner>(at => at.GetRequiredService<Upkeep>()),
        Status = Status,
    };

    /// <summary>While a moved limit is still to come, whoever plans with it is told that it moved.</summary>
    private static IEnumerable<StatusLine> Status(CaseView view, DateTimeOffset now) =>
        view.Reader.May(Capability.Arrange) && view.Whole.CalendarChanges is [.., var last] && Words.English.LocalDate(now) is var today && last.Fact.Moved.Any(moved => moved.After >= today)
            ? [new(1, $"Dates have changed: {ChangingCalendar.Why(view.Whole, last.Fact, Words.English)} {string.Join("; ", last.Fact.Moved.Where(moved => moved.After >= today).Select(moved => ChangingCalendar.Say(moved, Words.English)))}.")]
            : [];
}
