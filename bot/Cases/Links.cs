using System.Collections.Immutable;
using System.Diagnostics;

namespace StrategyBot.Cases;

/// <summary>The personal links of a case, and for whom they are shut.</summary>
public sealed record Links
{
    /// <summary>Every link ever issued, oldest first.</summary>
    public ImmutableList<PersonalLink> Issued { get; init; } = [];

    /// <summary>Who is shut out until the chair has a new link sent, and why.</summary>
    public ImmutableDictionary<ParticipantId, Shut> ShutOut { get; init; } = [];

    /// <summary>How often the chair had a link sent to each.</summary>
    public ImmutableDictionary<ParticipantId, ImmutableList<DateTimeOffset>> AskedFor { get; init; } = [];

    /// <summary>What the chair is told of at once, oldest first; the number is its name.</summary>
    public ImmutableList<LinkAlarm> Alarms { get; init; } = [];

    public PersonalLink? Find(string tokenHash) => Issued.FirstOrDefault(link => link.TokenHash == tokenHash);

    /// <summary>Who said so, and of whom the chair has not said that they may go on all the same.</summary>
    public bool KnowsFamily(ParticipantId id) => ShutOut.TryGetValue(id, out var why) && why == Shut.KnowsFamily;

    /// <summary>How often all of a participant's links were closed: from each time on their letters carry other links.</summary>
    public int Generation(ParticipantId id) => Closings.GetValueOrDefault(id);

    private ImmutableDictionary<ParticipantId, int> Closings { get; init; } = [];

    public static Links Evolve(Links links, Entry entry, LinkFact fact) => fact switch
    {
        LinkIssued e => links with { Issued = links.Issued.Add(new(e.TokenHash, e.Participant, e.Meeting, e.Purpose, e.Letter, entry.At)) },
        LinkOpened e => links with { Issued = links.Change(e.TokenHash, link => link with { OpenedAt = entry.At, WrongCodes = 0 }) },
        WrongCodeTyped e => links with { Issued = links.Change(e.TokenHash, link => link with { WrongCodes = link.WrongCodes + 1 }) },
        LinkLocked e => links with
        {
            Issued = links.Change(e.TokenHash, link => link with { IsLocked = true }),
            Alarms = links.Alarms.Add(new(links.Alarms.Count + 1, e.Participant, Shut.WrongCodes, entry.At)),
        },
        LinksRevoked e => links.Close(e.Participant, Shut.Revoked),
        FamilyKnown e =>
            links.Close(e.Participant,
                Shut.KnowsFamily) with
            {
                Alarms = links.Alarms.Add(new(links.Alarms.Count + 1, e.Participant, Shut.KnowsFamily, entry.At)),
            },
        LinkAskedFor e => links with
        {
            ShutOut = links.ShutOut.Remove(e.Participant),
            AskedFor = links.AskedFor.SetItem(e.Participant, links.AskedFor.GetValueOrDefault(e.Participant, []).Add(entry.At)),
            Alarms = [.. links.Alarms.Select(alarm => alarm.Participant == e.Participant ? alarm with { IsAnswered = true } : alarm)],
        },
        _ => throw new UnreachableException($"Links.Evolve does not know {fact.GetType().Name}."),
    };

    private Links Close(ParticipantId id, Shut why) => this with
    {
        Issued = [.. Issued.Select(link => link.Participant == id ? link with { IsRevoked = true } : link)],
        ShutOut = ShutOut.SetItem(id, why),
        Closings = Closings.SetItem(id, Generation(id) + 1),
    };

    private ImmutableList<PersonalLink> Change(string tokenHash, Func<PersonalLink, PersonalLink> change) =>
        [.. Issued.Select(link => link.TokenHash == tokenHash ? change(link) : link)];
}

/// <summary>Why a link, or everything of a person, is shut.</summary>
public enum Shut
{
    Revoked,
    KnowsFamily,
    WrongCodes,
}

/// <summary>One link, as the record knows it.</summary>
/// <param name="Meeting">The meeting it was sent for.</param>
/// <param name="Letter">The obligation whose letter carries it.</param>
public sealed record PersonalLink(
    string TokenHash, ParticipantId Participant, MeetingId? Meeting, LinkPurpose Purpose, string Letter, DateTimeOffset IssuedAt)
{
    /// <summary>Nobody signs in with it any more; whoever is signed in already stays so, as a stranger's wrong codes must throw nobody
    /// out of a meeting.</summary>
    public bool IsLocked { get; init; }

    /// <summary>Since somebody last signed in with it.</summary>
    public int WrongCodes { get; init; }

    /// <summary>It opens nothing any more, for whoever is signed in either.</summary>
    public bool IsRevoked { get; init; }

    /// <summary>When somebody last signed in with it.</summary>
    public DateTimeOffset? OpenedAt { get; init; }
}

/// <param name="Number">From 1 within the case.</param>
/// <param name="IsAnswered">The chair had a new link sent since.</param>
public sealed record LinkAlarm(int Number, ParticipantId Participant, Shut Why, DateTimeOffset At, bool IsAnswered = false);
