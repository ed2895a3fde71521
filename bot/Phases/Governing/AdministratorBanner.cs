using StrategyBot.Conversations;
using StrategyBot.Graph;
using StrategyBot.Rules.Deadlines;
using StrategyBot.Rules.Procedures;

namespace StrategyBot.Phases.Governing;

/// <summary>What an administrator must see to: a procedure whose review is overdue (R123), bank holidays soon known no further.</summary>
internal sealed class AdministratorBanner(
    ProcedureProfile profile, BankHolidays calendar, Membership membership, Patience patience, Words words, TimeProvider clock) : IBanner
{
    public IReadOnlyList<string> Overdue() =>
        new[] { profile.ReviewOverdue(Today), new WorkingDays(calendar, []).RunsOut(Today) }.OfType<string>().ToList();

    public async Task<IReadOnlyList<string>> ForAsync(Speaker reader, CancellationToken cancellationToken) =>
        Overdue() is { Count: > 0 } sentences && await IsAdministratorAsync(reader, cancellationToken) == true ? sentences : [];

    /// <returns><c>null</c> where Graph can't be asked just now: never guessed.</returns>
    public Task<bool?> IsAdministratorAsync(Speaker person, CancellationToken cancellationToken) => patience.AskAsync<bool?>(
        async token => person.ObjectId.Length > 0 && await membership.IsAdministratorAsync(person.ObjectId, token),
        () => null,
        cancellationToken);

    private DateOnly Today => words.LocalDate(clock.GetUtcNow());
}
