using System.Text.Json.Serialization;

namespace StrategyBot.Cases.Facts;

/// <summary>Facts of personal links (P11). They hold no token: that stands in the letter alone.</summary>
internal abstract record LinkFact : Fact;

/// <summary>What a link is for; how long it lives follows from it.</summary>
internal enum LinkPurpose
{
    /// <summary>Sent before the meeting's end: to answer, to prepare, and for the meeting itself.</summary>
    Call,

    /// <summary>Sent after it: minutes, actions, what was still open.</summary>
    FollowUp,
}

/// <summary>A letter with a link went to a participant, or is about to.</summary>
/// <param name="TokenHash">SHA-256 of the token, hexadecimal.</param>
/// <param name="Letter">Key of the letter's obligation: the same letter always carries the same link.</param>
internal sealed record LinkIssued(ParticipantId Participant, string TokenHash, LinkPurpose Purpose, string Letter) : LinkFact
{
    /// <summary>Drawn for this link alone, so that the key alone makes no token; none in links of the first releases.</summary>
    public string? Nonce { get; init; }

    /// <summary>The id of the key that made the token; none where the key has no id.</summary>
    public string? Key { get; init; }
}

/// <summary>Somebody signed in behind a link, with the code that reached its owner's address.</summary>
internal sealed record LinkOpened(ParticipantId Participant, string TokenHash) : LinkFact
{
    /// <summary>SHA-256 of the random id that the browser shows from here on; none in earlier releases, whose sessions are over.</summary>
    public string? Session { get; init; }
}

/// <summary>Somebody signed out on one device.</summary>
internal sealed record SessionEnded(ParticipantId Participant, string Session) : LinkFact;

/// <summary>A code was wrong; counted on the record, so that neither a restart nor another instance gives five more.</summary>
internal sealed record WrongCodeTyped(ParticipantId Participant, string TokenHash) : LinkFact
{
    /// <summary>Where it came from, as an HMAC of link and address; none in earlier releases.</summary>
    public string? From { get; init; }
}

/// <summary>Five wrong codes from one address: this link opens nothing there any more; without an address, nowhere.</summary>
internal sealed record LinkLocked(ParticipantId Participant, string TokenHash) : LinkFact
{
    public string? From { get; init; }
}

/// <summary>Links without a nonce were looked through: what did not belong to a meeting that runs or begins within a day of this is shut
/// for good, and a new one is owed.</summary>
internal sealed record LinksRenewed : LinkFact;

/// <summary>A link to a document was shown to one person; the fact names the meeting.</summary>
/// <param name="Person">Who asked for it, as Teams or their link vouched.</param>
/// <param name="Ticket">SHA-256 of what stands in the address.</param>
/// <param name="Version">Of the minutes; 0 = the draft.</param>
/// <param name="Until">On the wall's clock: it bounds who may look, and is no deadline of the case.</param>
internal sealed record DocumentOffered(
    ParticipantId Participant, PersonId Person, string Ticket, int Version, DateTimeOffset Until) : LinkFact
{
    /// <summary>The session of the page that showed it: it opens there alone. None for somebody of Teams.</summary>
    public string? Session { get; init; }

    /// <summary>Which document it is, where it is another than the minutes.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Paper { get; init; }

    /// <summary>Whose that document is, by an id of the case; of a list over cases, which; of the minutes, <c>pdf</c> where it is one.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? About { get; init; }

    /// <summary>The addresses that were theirs as Teams vouched, of somebody who may be known by one alone: who fetches comes without.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Rules.ValueList<string>? Vouched { get; init; }

    public override Fact Withheld() => Vouched is null ? this : this with { Vouched = null };
}

/// <summary>It was fetched: once.</summary>
internal sealed record DocumentFetched(ParticipantId Participant, string Ticket) : LinkFact;

/// <summary>The chair closed all links of a participant, and their way in by Teams.</summary>
internal sealed record LinksRevoked(ParticipantId Participant) : LinkFact;

/// <summary>The chair has a new link sent, which also ends a revocation or a hold.</summary>
internal sealed record LinkAskedFor(ParticipantId Participant) : LinkFact;

/// <summary>The participant knows the family: nothing opens for them until the chair says so (P11).</summary>
internal sealed record FamilyKnown(ParticipantId Participant) : LinkFact;
