using System.Text.Json.Serialization;
using StrategyBot.Rules;

namespace StrategyBot.Cases.Facts;

/// <summary>A child on the case, as agencies need them to find their records (P1). Named again means corrected.</summary>
/// <remarks>Its marking is the address's: a refuge is known to those alone whom it names (P33).</remarks>
internal sealed record ChildNamed(ChildDetails Details) : ConveningFact
{
    public override Fact Withheld() => this with { Details = Details.Sealed() };

    public override Fact WithheldFrom(Participant reader) => this;

    public override Fact CutFor(Participant reader)
    {
        var addressed = Audience.Admits(reader.Agency) ? Details : Details with { Address = "", Postcode = null, Gp = null };
        var read = reader.Agency == Agency.SocialCare ? addressed : addressed.WithoutCodes();
        return read == Details ? this : this with { Details = read };
    }
}

/// <summary>An adult whose records are checked (P1). Named again means corrected.</summary>
/// <remarks>Its marking is the address's, as a child's.</remarks>
internal sealed record AdultNamed(AdultId Adult, AdultDetails Details) : ConveningFact
{
    public override Fact Withheld() => this with { Details = AdultDetails.Sealed() };

    public override Fact WithheldFrom(Participant reader) => this;

    public override Fact CutFor(Participant reader) =>
        Audience.Admits(reader.Agency) ? this : this with { Details = Details.Elsewhere() };
}

/// <summary>A child or an adult who was put on the case by mistake. Only while nothing hangs on them.</summary>
/// <param name="Adult">Who it is, where the envelope names no child.</param>
internal sealed record PersonTakenOff(AdultId? Adult) : ConveningFact;

/// <summary>Why a child is taken off a case on which a meeting was called (P9).</summary>
internal enum ChildOffCause
{
    NamedByMistake,
    AnotherFamily,

    /// <summary>The child has a case of their own.</summary>
    OwnCase,
    Other,
}

/// <summary>A child is not on the case any more, though a meeting was called or held on it: nothing runs for the child from then on, and
/// what was said stays as it was.</summary>
internal sealed record ChildTakenOff(ChildOffCause Cause, string Why) : ConveningFact
{
    /// <summary>The child's own case.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Other { get; init; }

    public override Fact Withheld() => this with { Why = "" };
}

/// <summary>Taken off by slip: the child is on the case again, with all that was said.</summary>
internal sealed record ChildTakenBack : ConveningFact;

/// <summary>What kind of place a child is at just now (P26).</summary>
internal enum PlaceNow
{
    Home,
    School,
    Ward,
    Elsewhere,
}

/// <summary>Where a child is just now, with whom and until when: the first ten minutes, before anything about the meeting (P26).</summary>
/// <param name="Until">Until when they can be there; <c>null</c> where that isn't known.</param>
internal sealed record WhereaboutsSaid(PlaceNow Place, string Where, string WithWhom, DateTimeOffset? Until) : ConveningFact
{
    public override Fact Withheld() => this with { Where = "", WithWhom = "" };
}

/// <summary>A place was rung to keep a child until the meeting (P26).</summary>
/// <param name="Who">Who answered: name and role.</param>
internal sealed record PlaceRung(RungOutcome Outcome, string Who) : ConveningFact
{
    public override Fact Withheld() => this with { Who = "" };
}

internal enum RungOutcome
{
    KeepsTheChild,
    CannotKeep,
    NoAnswer,
}

/// <summary>Someone put on the case: an invitee, a deputy, a manager of the profile.</summary>
internal sealed record ParticipantAdded(Participant Participant) : ConveningFact, IOfMeeting
{
    /// <summary>What they are from here on in their own right, and were before by another's place alone.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ValueList<Role>? InOwnRight { get; init; }

    public override Fact Withheld() => this with { Participant = Participant.Sealed() };

    public override Fact WithheldFrom(Participant reader) => this;
}

/// <summary>Someone taken off the list of invitees; what they wrote stays.</summary>
/// <remarks>Its reason is shown nowhere.</remarks>
internal sealed record ParticipantRemoved(ParticipantId Participant, string Reason) : ConveningFact, IOfMeeting
{
    public override Fact Withheld() => this with { Reason = "" };
}

/// <summary>Whom a verified identity belongs to (design §6).</summary>
/// <param name="ChannelId">The channel's own id of the person, for the participant endpoint.</param>
internal sealed record PersonRecognised(ParticipantId Participant, PersonId Person, string ChannelId) : ConveningFact
{
    /// <summary>The address that they were known by, where nothing else vouched for them: whoever has it is told.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Mail { get; init; }

    public override Fact Withheld() => Mail is null ? this : this with { Mail = "" };
}

/// <summary>Chair or invitee says that an identity which was known by an address wasn't theirs. It is never matched again;
/// what it wrote stays.</summary>
internal sealed record BindingUndone(ParticipantId Participant, PersonId Person) : ConveningFact;
