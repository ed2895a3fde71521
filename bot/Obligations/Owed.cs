namespace StrategyBot.Obligations;

/// <summary>Something the bot owes: derived from the record alone, gone once its outcome stands there (design §3).</summary>
/// <param name="Key">Names it for good within its case: kind, then what it is about.</param>
/// <param name="DueAt">The clock only selects: nothing is done before.</param>
public sealed record Owed(string Key, DateTimeOffset DueAt)
{
    /// <summary>From here a reminder is no longer worth sending; duties have none and never lapse.</summary>
    public DateTimeOffset? LapsesAt { get; init; }

    /// <summary>How long it is of use to try it again once it was refused; left out, two weeks.</summary>
    public DateTimeOffset? WorthUntil { get; init; }

    /// <summary>What a refusal of it may hang on, besides its person's address: once that is another, it is tried again at once.</summary>
    public string? HangsOn { get; init; }

    /// <summary>It was refused the last time.</summary>
    public bool WasRefused { get; init; }

    /// <summary>Whom it is for, where it is for one person.</summary>
    public ParticipantId? To { get; init; }

    /// <summary>What it is about, for its performer: a version, an action, a place.</summary>
    public string About { get; init; } = "";
}

/// <summary>How often an effect was begun before, and whether that may have worked.</summary>
/// <param name="IsUnknown">Begun before with no word of how it ended: look before doing it again.</param>
public sealed record Attempt(int Number, bool IsUnknown);

/// <summary>What a performer has to say.</summary>
public abstract record Performed
{
    private Performed() { }

    /// <param name="Rung">Which way of reaching worked (design §6).</param>
    /// <param name="Receipt">The outside's own id.</param>
    /// <param name="Facts">What else was learned, recorded together with the outcome.</param>
    public sealed record Delivered(string Rung, string Receipt, params IReadOnlyList<Fact> Facts) : Performed
    {
        /// <summary>Sent again because an earlier attempt's end is unknown.</summary>
        public bool PossiblyRepeated { get; init; }
    }

    /// <summary>Refused, or not possible as the record stands; the chair is shown it (<see cref="Refused"/>).</summary>
    public sealed record GivenUp(string Why, params IReadOnlyList<Fact> Facts) : Performed;

    /// <summary>Nothing was tried, as something else has to come first; asked again after a while.</summary>
    public sealed record NotYet(TimeSpan After) : Performed;
}

/// <summary>One kind of thing that the bot owes, and the way to do it. One class, one kind.</summary>
public interface IDuty
{
    /// <summary>The first part of its keys, for example <c>minuting/distribute</c>. Recorded, so never reused.</summary>
    static abstract string Kind { get; }

    /// <summary>Nothing is owed for moments before its release.</summary>
    static abstract DateTimeOffset Since { get; }

    /// <summary>What it does, for whoever reads that it was refused: <c>the card in the meeting's chat</c>.</summary>
    static virtual string Says => "a message";

    /// <summary>Everything of this kind that the case has ever owed, settled or not. Pure: the record alone.</summary>
    static abstract IEnumerable<Owed> Owes(Case @case);

    /// <summary>Does it once. Throws <see cref="Rules.Effects.EffectFailedException"/> where the outside fails.</summary>
    Task<Performed> PerformAsync(Case @case, Owed owed, Attempt attempt, CancellationToken cancellationToken);
}

/// <summary>Looks at the outside again and again and records a fact only when something changed.</summary>
public interface IWatch
{
    static abstract string Kind { get; }

    /// <summary>When to look at this case: between two instants, every so often; <c>null</c> = not at all.</summary>
    static abstract Watching? Over(Case @case);

    /// <summary>Looks, and answers what to record: no facts if nothing changed.</summary>
    Task<Func<Case, IReadOnlyList<Fact>>> LookAsync(Case @case, CancellationToken cancellationToken);
}

public sealed record Watching(DateTimeOffset From, DateTimeOffset Until, TimeSpan Every);
