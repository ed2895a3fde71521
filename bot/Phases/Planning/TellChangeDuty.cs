using StrategyBot.Obligations;
using StrategyBot.Reaching;

namespace StrategyBot.Phases.Planning;

/// <summary>Everybody who was invited hears that a decision or the plan was changed afterwards, and why (design §3.1, §3.2).</summary>
internal sealed class TellChangeDuty(Reach reach, Words words) : IDuty
{
    public static string Kind => PlanHolder.ByChange;

    public static DateTimeOffset Since { get; } = new(2026, 11, 28, 0, 0, 0, TimeSpan.Zero);

    public static string Says => "word of what was changed after the meeting";

    public static IEnumerable<Owed> Owes(Case @case) =>
        from run in Settled([.. ChangeSince.Of(@case).Where(change => change.IsForAll)])
        from person in @case.Invited
            // Whoever changed it knows, and an owner hears of their row by itself.
        where run.Any(change => !person.Is(change.By) && change.Row?.Fact.Owner != person.Id)
        let last = run[^1]
        select new Owed($"{Kind}/{@case.Meeting.Id.Value}/{last.Seq}/{person.Id.Value}", last.At + PlanMessage.Settles) { To = person.Id };

    public Task<Performed> PerformAsync(Case @case, Owed owed, Attempt attempt, CancellationToken cancellationToken)
    {
        var to = @case.Find(owed.To!.Value)!;
        return reach.TellAsync(@case, to, owed, attempt,
            new(FormCard.Of(ChangesPage.Of(@case, to, words)), "Something was changed after the meeting; open your part to read it."),
            cancellationToken);
    }

    /// <summary>Runs of changes with no more time between them: whoever changes several things is heard once.</summary>
    private static IEnumerable<IReadOnlyList<ChangeSince>> Settled(IReadOnlyList<ChangeSince> changes)
    {
        var from = 0;
        for (var next = 1; next <= changes.Count; next++)
        {
            if (next == changes.Count || changes[next].At - changes[next - 1].At >= PlanMessage.Settles)
            {
                yield return [.. changes.Take(next).Skip(from)];
                from = next;
            }
        }
    }
}
