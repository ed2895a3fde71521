using StrategyBot.Rules.Deadlines;
using StrategyBot.Rules.Procedures;

namespace StrategyBot.Checking;

/// <summary>Whether the procedure and the bank holidays that dates are counted by are current (R123).</summary>
internal sealed class ProcedureCheck(ProcedureProfile profile, TimeProvider clock) : ICheck
{
    public Task<IReadOnlyList<Finding>> LookAsync(CancellationToken cancellationToken)
    {
        var today = Words.English.LocalDate(clock.GetUtcNow());
        var calendar = BankHolidays.Newest;
        return Task.FromResult<IReadOnlyList<Finding>>(
        [
            Of("procedure", profile.ReviewOverdue(today), $"{profile.Name}, version {profile.Version}."),
            Of("bank holidays", new WorkingDays(calendar, profile.Calendar.Closures).RunsOut(today),
                $"known up to the end of {calendar.LastYear} (version {calendar.Version})."),
        ]);
    }

    private static Finding Of(string what, string? due, string well) =>
        due is null ? new(Verdict.Ok, what, well) : new(Verdict.SeeTo, what, due);
}
