namespace StrategyBot.Obligations;

/// <summary>One kind of thing that the bot owes, and the way to do it. One class, one kind.</summary>
internal interface IDuty
{
    /// <summary>The first part of its keys, for example <c>minuting/distribute</c>. Recorded, so never reused.</summary>
    static abstract string Kind { get; }

    /// <summary>Nothing is owed for moments before its release.</summary>
    static abstract DateTimeOffset Since { get; }

    /// <summary>What it does, for whoever reads that it was refused: <c>the card in the meeting's chat</c>.</summary>
    static virtual string Says => "a message";

    /// <summary>Everything of this kind that the case has ever owed, looked at from one of its meetings, settled or not: the runtime asks
    /// of each meeting, so that nothing the first still owes vanishes with the second. Pure: the record alone.</summary>
    static abstract IEnumerable<Owed> Owes(Case @case);

    /// <summary>Does it once. Throws <see cref="Rules.Effects.EffectFailedException"/> where the outside fails.</summary>
    Task<Performed> PerformAsync(Case @case, Owed owed, Attempt attempt, CancellationToken cancellationToken);
}

/// <summary>Looks at the outside again and again and records a fact only when something changed.</summary>
internal interface IWatch
{
    static abstract string Kind { get; }

    /// <summary>Of the case and not of each of its meetings.</summary>
    static virtual bool IsOfCase => false;

    /// <summary>When to look at this case: between two instants, every so often; <c>null</c> = not at all.</summary>
    static abstract Watching? Over(Case @case);

    /// <summary>Looks, and answers what to record: no facts if nothing changed.</summary>
    Task<Func<Case, IReadOnlyList<Fact>>> LookAsync(Case @case, CancellationToken cancellationToken);
}

internal sealed record Watching(DateTimeOffset From, DateTimeOffset Until, TimeSpan Every);
