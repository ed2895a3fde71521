namespace StrategyBot.Cases;

internal sealed record PlannedAction(ActionId Id, ActionAgreed Fact, PersonId By, DateTimeOffset At)
{
    public ActionProgress? Progress { get; init; }

    public string Note { get; init; } = "";

    public DateTimeOffset? ProgressAt { get; init; }

    /// <summary>Set where the owner said it and another wrote it down.</summary>
    public OwnersWord? Told { get; init; }

    public bool IsWithdrawn { get; init; }

    /// <summary>The version at which it was last agreed, changed or withdrawn: what its owner is told anew.</summary>
    public int Changed { get; init; }

    public DateTimeOffset ChangedAt { get; init; }

    public bool IsClosed => IsWithdrawn || Progress is ActionProgress.Done;
}

/// <summary>An owner's answer that another wrote down.</summary>
/// <param name="Via">How it was said.</param>
/// <param name="At">When it was said.</param>
/// <param name="By">Who wrote it down.</param>
internal sealed record OwnersWord(Via Via, DateTimeOffset At, PersonId By)
{
    internal static OwnersWord? Of(Entry entry, ActionAnswered fact) =>
        fact.Told is { } via ? new(via, fact.HappenedAt ?? entry.At, entry.By) : null;
}
