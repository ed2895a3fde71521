using StrategyBot.Obligations;
using StrategyBot.Reaching;

namespace StrategyBot.Phases.Planning;

/// <summary>Everybody who was invited hears that a decision of the meeting was changed afterwards, and why (design §3.1, §3.2).</summary>
internal sealed class TellChangeDuty(Reach reach, Words words) : IDuty
{
    // Whoever changes several things is heard once.
    private static readonly TimeSpan Settles = TimeSpan.FromMinutes(3);

    public static string Kind => "planning/tell-change";

    public static DateTimeOffset Since { get; } = new(2026, 11, 28, 0, 0, 0, TimeSpan.Zero);

    public static string Says => "word of a decision that was changed";

    public static IEnumerable<Owed> Owes(Case @case) =>
        from last in Settled([.. ChangesPage.All(@case).OrderBy(change => change.Seq)])
        from person in @case.Invited
        where !person.Is(last.By)
        select new Owed($"{Kind}/{@case.Meeting.Id.Value}/{last.Seq}/{person.Id.Value}", last.At + Settles) { To = person.Id };

    public Task<Performed> PerformAsync(Case @case, Owed owed, Attempt attempt, CancellationToken cancellationToken)
    {
        var to = @case.Find(owed.To!.Value)!;
        return reach.TellAsync(@case, to, owed, attempt,
            new(FormCard.Of(ChangesPage.Of(@case, to, words)), "A decision was changed after the meeting; open your part to read it."),
            cancellationToken);
    }

    /// <summary>The last of each run of changes with no more time between them.</summary>
    private static IEnumerable<ChangesPage.Change> Settled(IReadOnlyList<ChangesPage.Change> changes) =>
        changes.Where((change, index) => index == changes.Count - 1 || changes[index + 1].At - change.At >= Settles);
}
