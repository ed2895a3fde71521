namespace StrategyBot.Cases.Facts;

/// <summary>Facts of personal links (P11). They hold no token: that stands in the letter alone.</summary>
public abstract record LinkFact : Fact;

/// <summary>What a link is for; how long it lives follows from it.</summary>
public enum LinkPurpose
{
    /// <summary>Sent before the meeting's end: to answer, to prepare, and for the meeting itself.</summary>
    Call,

    /// <summary>Sent after it: minutes, actions, what was still open.</summary>
    FollowUp,
}

/// <summary>A letter with a link went to a participant, or is about to.</summary>
/// <param name="TokenHash">SHA-256 of the token, hexadecimal.</param>
/// <param name="Letter">Key of the letter's obligation: the same letter always carries the same link.</param>
public sealed record LinkIssued(ParticipantId Participant, string TokenHash, LinkPurpose Purpose, string Letter) : LinkFact;

/// <summary>Somebody signed in behind a link, with the code that reached its owner's address.</summary>
public sealed record LinkOpened(ParticipantId Participant, string TokenHash) : LinkFact;

/// <summary>A code was wrong; counted on the record, so that neither a restart nor another instance gives five more.</summary>
public sealed record WrongCodeTyped(ParticipantId Participant, string TokenHash) : LinkFact;

/// <summary>Five wrong codes: this link opens nothing any more.</summary>
public sealed record LinkLocked(ParticipantId Participant, string TokenHash) : LinkFact;

/// <summary>The chair closed all links of a participant.</summary>
public sealed record LinksRevoked(ParticipantId Participant) : LinkFact;

/// <summary>The chair has a new link sent, which also ends a revocation or a hold.</summary>
public sealed record LinkAskedFor(ParticipantId Participant) : LinkFact;

/// <summary>The participant knows the family: nothing opens for them until the chair says so (P11).</summary>
public sealed record FamilyKnown(ParticipantId Participant) : LinkFact;
