using System.Text.Json.Serialization;

namespace StrategyBot.Cases;

/// <summary>Something that happened on a case, in the past tense, never edited once written.</summary>
/// <remarks>The properties here are kept in the fact's envelope, not in its content (design §7).</remarks>
internal abstract record Fact
{
    /// <summary>The meeting it belongs to, where it belongs to one.</summary>
    [JsonIgnore]
    public MeetingId? Meeting { get; init; }

    /// <summary>The child it is about, where it is about one (P9).</summary>
    [JsonIgnore]
    public ChildId? Child { get; init; }

    /// <summary>Who may read its text (P6).</summary>
    [JsonIgnore]
    public Audience Audience { get; init; } = Audience.Professionals;

    /// <summary>When it happened, where that is not when it was typed (P13).</summary>
    [JsonIgnore]
    public DateTimeOffset? HappenedAt { get; init; }

    /// <summary>The participant whose words these are, where another typed them.</summary>
    [JsonIgnore]
    public ParticipantId? OnBehalfOf { get; init; }

    /// <summary>The same fact with its text gone, for a reader whom the marking leaves out.
    /// Facts that hold no text answer themselves.</summary>
    public virtual Fact Withheld() => this;

    /// <summary>What is left of it for a reader whom the marking leaves out: what all such have, and the reader's own words.</summary>
    public virtual Fact WithheldFrom(Participant reader) => Withheld();

    /// <summary>The same fact without those parts of it that carry markings of their own, or that alone are marked, and are for others.
    /// </summary>
    public virtual Fact CutFor(Participant reader) => this;
}

/// <summary>Belongs to one meeting: whoever writes it down names the one that was meant.</summary>
internal interface IOfMeeting;

/// <summary>A fact with when, by whom and as which version of the case it was written.</summary>
/// <param name="Seq">From 1, without gaps.</param>
/// <param name="At">When it was written, on the case's clock.</param>
/// <param name="By">Whose verified turn wrote it.</param>
internal sealed record Entry(int Seq, DateTimeOffset At, PersonId By, Fact Fact)
{
    /// <summary>Its words were sealed or deleted (P16).</summary>
    public bool IsWithheld { get; init; }
}

/// <summary>Its words have markings of their own, or more authors than who wrote it down: <see cref="Fact.CutFor"/> alone cuts them.
/// </summary>
internal interface IMarkedInParts;

/// <summary>All its words are of whoever wrote it: none was kept from somebody else's fact, so its author reads them whatever its marking.
/// </summary>
internal interface IOfOneAuthor;

/// <summary>May stand on the record before the rest of its decision does: it says nothing until the fact that closes it.</summary>
internal interface IPrecedes;

/// <summary>Nothing but the envelope is left of a fact. Never written.</summary>
internal sealed record ContentGone : Fact;
