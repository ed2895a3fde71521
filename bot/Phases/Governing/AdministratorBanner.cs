using StrategyBot.Conversations;
using StrategyBot.Graph;
using StrategyBot.Rules.Deadlines;
using StrategyBot.Rules.Procedures;

namespace StrategyBot.Phases.Governing;

/// <summary>What an administrator must see to: a procedure whose review is overdue (R123), law that has to be looked
/// at again (R138), bank holidays soon known no further.</summary>
internal sealed class AdministratorBanner(
    ProcedureProfile profile, BankHolidays calendar, Membership membership, Words words, TimeProvider clock) : IHelpBanner
{
    public IReadOnlyList<string> Overdue() =>
        [
            .. new[] { profile.ReviewOverdue(Today), new WorkingDays(calendar, []).RunsOut(Today) }.OfType<string>(),
            .. profile.ToLookAt(Today),
        ];

    public async Task<IReadOnlyList<string>> ForAsync(Turn turn, CancellationToken cancellationToken) =>
        Overdue() is { Count: > 0 } sentences && await IsAdministratorAsync(turn, cancellationToken) == true ? sentences : [];

    /// <returns><c>null</c> where Graph can't be asked just now: never guessed.</returns>
    public Task<bool?> IsAdministratorAsync(Turn turn, CancellationToken cancellationToken) => turn.Patience.AskAsync<bool?>(
        async token => turn.By.ObjectId.Length > 0 && await membership.IsAdministratorAsync(turn.By.ObjectId, token),
        () => null,
        cancellationToken);

    private DateOnly Today => words.LocalDate(clock.GetUtcNow());
}
