using System.Globalization;
using StrategyBot.Obligations;
using StrategyBot.Reaching;

namespace StrategyBot.Phases.Minuting;

/// <summary>Tells whoever may approve the minutes in the chair's place: for whom, and from when to when (R89).</summary>
internal sealed class TellDelegateDuty(Reach reach, Words words) : IDuty
{
    public static string Kind => "minuting/delegate";

    public static DateTimeOffset Since { get; } = new(2026, 11, 30, 0, 0, 0, TimeSpan.Zero);

    public static string Says => "word that somebody may approve the minutes";

    public static IEnumerable<Owed> Owes(Case @case) => DelegateRule.Standing(@case) is { Said: var said }
        ? [new(Key(@case, Kind, said), said.At) { To = said.Fact.Delegate }]
        : [];

    public Task<Performed> PerformAsync(Case @case, Owed owed, Attempt attempt, CancellationToken cancellationToken) =>
        reach.TellAsync(@case, @case.Find(owed.To!.Value)!, owed, attempt,
            new(Card(@case, words), "You may approve minutes in somebody's place."), cancellationToken);

    internal static string Key(Case @case, string kind, Decided<MinutesDelegateNamed> said) =>
        string.Create(CultureInfo.InvariantCulture, $"{kind}/{@case.Meeting.Id.Value}/{said.Seq}");

    internal static AdaptiveCard Card(Case @case, Words words) => FormCard.Of($"{@case.Id} {@case.CheckWord}: the minutes", null,
        [
            new PlainText($"You may approve them for {Shortened.Name(@case.Chair.Name)} "
                + $"{DelegateRule.When(DelegateRule.Standing(@case)!.Said.Fact, words)}.")
            {
                Weight = TextWeight.Bolder,
            },
            new TextBlock(@case.Meeting is { Attendance.EndedAt: not null, Minutes.Version: 0 }
                ? $"The draft is ready. Approve by {MinutesClock.Of(@case, @case.Meeting)!.Approve.Say(words)}."
                : "You are told when there is something to approve."),
        ],
        [OwnPart.Button(@case)]);
}

/// <summary>Tells them that they no longer may: it was taken back, or somebody else does.</summary>
internal sealed class TellDelegateBackDuty(Reach reach) : IDuty
{
    private static readonly TimeSpan Worth = TimeSpan.FromDays(5);

    public static string Kind => "minuting/delegate-back";

    public static DateTimeOffset Since => TellDelegateDuty.Since;

    public static string Says => "word that somebody no longer approves the minutes";

    public static IEnumerable<Owed> Owes(Case @case) =>
        from one in @case.Meeting.Minutes.Delegates.Index()
        let next = @case.Meeting.Minutes.Delegates.ElementAtOrDefault(one.Index + 1)?.Said
        where one.Item.Ended is { } ended && !(next?.At == ended.At && next.Fact.Delegate == one.Item.Said.Fact.Delegate)
            && @case.Find(one.Item.Said.Fact.Delegate) is not null
        select new Owed(TellDelegateDuty.Key(@case, Kind, one.Item.Said), one.Item.Ended!.Value.At)
        {
            To = one.Item.Said.Fact.Delegate,
            LapsesAt = one.Item.Ended!.Value.At + Worth,
        };

    public Task<Performed> PerformAsync(Case @case, Owed owed, Attempt attempt, CancellationToken cancellationToken) =>
        reach.TellAsync(@case, @case.Find(owed.To!.Value)!, owed, attempt,
            new(Card(@case), "You no longer approve minutes in somebody's place."), cancellationToken);

    internal static AdaptiveCard Card(Case @case) => FormCard.Of($"{@case.Id} {@case.CheckWord}: the minutes", null,
        [new PlainText($"You no longer approve them for {Shortened.Name(@case.Chair.Name)}.") { Weight = TextWeight.Bolder }], []);
}
