namespace StrategyBot.Obligations;

/// <summary>Something the bot owes: derived from the record alone, gone once its outcome stands there (design §3).</summary>
/// <param name="Key">Names it for good within its case: kind, then what it is about.</param>
/// <param name="DueAt">The clock only selects: nothing is done before.</param>
internal record Owed(string Key, DateTimeOffset DueAt)
{
    /// <summary>From here a reminder is no longer worth sending; duties have none and never lapse.</summary>
    public DateTimeOffset? LapsesAt { get; init; }

    /// <summary>How long it is of use to try it again once it was refused; left out, two weeks.</summary>
    public DateTimeOffset? WorthUntil { get; init; }

    /// <summary>What a refusal of it may hang on, besides its person's address: once that is another, it is tried again at once.</summary>
    public string? HangsOn { get; init; }

    /// <summary>The meeting of the case that owes it.</summary>
    public MeetingId Meeting { get; init; } = MeetingId.First;

    /// <summary>It was refused the last time.</summary>
    public bool WasRefused { get; init; }

    /// <summary>Whom it is for, where it is for one person.</summary>
    public ParticipantId? To { get; init; }
}

/// <summary>The same with what it is about, for its own performer: an action, a child, a role.</summary>
internal sealed record Owed<TAbout>(string Key, DateTimeOffset DueAt, TAbout About) : Owed(Key, DueAt);

/// <summary>How often an effect was begun before, and whether that may have worked.</summary>
/// <param name="IsUnknown">Begun before with no word of how it ended: look before doing it again.</param>
internal sealed record Attempt(int Number, bool IsUnknown);

/// <summary>What a performer has to say.</summary>
internal abstract record Performed
{
    private Performed() { }

    /// <param name="Rung">Which way of reaching worked (design §6).</param>
    /// <param name="Receipt">The outside's own id.</param>
    /// <param name="Facts">What else was learned, recorded together with the outcome.</param>
    public sealed record Delivered(string Rung, string Receipt, params IReadOnlyList<Fact> Facts) : Performed
    {
        /// <summary>Sent again because an earlier attempt's end is unknown.</summary>
        public bool PossiblyRepeated { get; init; }

        /// <summary>Whose own chat it stands in.</summary>
        public ParticipantId? To { get; init; }
    }

    /// <summary>Refused, or not possible as the record stands; the chair is shown it (<see cref="RefusedEffect"/>).</summary>
    public sealed record GivenUp(string Why, params IReadOnlyList<Fact> Facts) : Performed;

    /// <summary>Nothing was tried, as something else has to come first; asked again after a while.</summary>
    public sealed record NotYet(TimeSpan After) : Performed;
}
