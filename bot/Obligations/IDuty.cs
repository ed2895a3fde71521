namespace StrategyBot.Obligations;

/// <summary>One kind of thing that the bot owes. One class, one kind.</summary>
internal interface IDutyKind
{
    /// <summary>The first part of its keys, for example <c>minuting/distribute</c>. Recorded, so never reused.</summary>
    static abstract string Kind { get; }

    /// <summary>Nothing is owed for moments before its release.</summary>
    static abstract DateTimeOffset Since { get; }

    /// <summary>What it does, for whoever reads that it was refused: <c>the card in the meeting's chat</c>.</summary>
    static virtual string Says => "a message";

    /// <summary>Also owed of a case that was closed before any meeting was held: what went outside is taken back.</summary>
    static virtual bool OutlivesClosing => false;
}

/// <summary>What is owed of one kind, and the way to do it.</summary>
internal interface IDuty : IDutyKind
{
    /// <summary>Everything of this kind that the case has ever owed, looked at from one of its meetings, settled or not: the runtime asks
    /// of each meeting, so that nothing the first still owes vanishes with the second. Pure: the record alone.</summary>
    static abstract IEnumerable<Owed> Owes(Case @case);

    /// <summary>Does it once. Throws <see cref="Rules.Effects.EffectFailedException"/> where the outside fails.</summary>
    Task<Performed> PerformAsync(Case @case, Owed owed, Attempt attempt, CancellationToken cancellationToken);
}

/// <summary>The same, each of them about something of the case that its performer has to know.</summary>
internal interface IDuty<TAbout> : IDutyKind
{
    /// <inheritdoc cref="IDuty.Owes"/>
    static abstract IEnumerable<Owed<TAbout>> Owes(Case @case);

    /// <inheritdoc cref="IDuty.PerformAsync"/>
    Task<Performed> PerformAsync(Case @case, Owed<TAbout> owed, Attempt attempt, CancellationToken cancellationToken);
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

internal sealed record Watching(DateTimeOffset From, DateTimeOffset Until, TimeSpan Every)
{
    /// <summary>The first of its looks after <paramref name="now"/>, as they follow from when it began: however often somebody writes, the
    /// next one comes.</summary>
    public DateTimeOffset After(DateTimeOffset now) => now < From ? From : From + (((now - From).Ticks / Every.Ticks) + 1) * Every;
}
