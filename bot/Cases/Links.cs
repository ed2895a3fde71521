using System.Collections.Immutable;
using System.Diagnostics;

namespace StrategyBot.Cases;

/// <summary>The personal links of a case, and for whom they are shut.</summary>
internal sealed record Links
{
    /// <summary>Every link ever issued, oldest first.</summary>
    public ImmutableList<PersonalLink> Issued { get; init; } = [];

    /// <summary>Who is shut out until the chair has a new link sent, and why.</summary>
    public ImmutableDictionary<ParticipantId, Shut> ShutOut { get; init; } = [];

    /// <summary>How often the chair had a link sent to each.</summary>
    public ImmutableDictionary<ParticipantId, ImmutableList<DateTimeOffset>> AskedFor { get; init; } = [];

    /// <summary>What the chair is told of at once, oldest first; the number is its name.</summary>
    public ImmutableList<LinkAlarm> Alarms { get; init; } = [];

    /// <summary>Who is signed in on a device now, oldest first: ended by signing out, by revoking and by taking off.</summary>
    public ImmutableList<PageSession> Sessions { get; init; } = [];

    /// <summary>Documents that were offered and not fetched yet, by their tickets.</summary>
    public ImmutableDictionary<string, OpenOffer> Offers { get; init; } = [];

    /// <summary>When the links of the first releases, which have no nonce, were looked through.</summary>
    public DateTimeOffset? RenewedAt { get; init; }

    public PersonalLink? Find(string tokenHash) => Issued.FirstOrDefault(link => link.TokenHash == tokenHash);

    /// <summary>Who said so, and of whom the chair has not said that they may go on all the same.</summary>
    public bool KnowsFamily(ParticipantId id) => ShutOut.TryGetValue(id, out var why) && why == Shut.KnowsFamily;

    /// <summary>The link that a letter carries already: the same one each time it is tried.</summary>
    public PersonalLink? In(string letter, ParticipantId to) =>
        Issued.LastOrDefault(link => link.Letter == letter && link.Participant == to && !link.IsRevoked);

    /// <summary>How often all of a participant's links were closed.</summary>
    public int Generation(ParticipantId id) => Closings.GetValueOrDefault(id);

    private ImmutableDictionary<ParticipantId, int> Closings { get; init; } = [];

    public static Links Evolve(Links links, Entry entry, LinkFact fact) => fact switch
    {
        LinkIssued e => links with
        {
            Issued = links.Issued.Add(new(e.TokenHash, e.Participant, e.Meeting, e.Purpose, e.Letter, entry.At)
            {
                Nonce = e.Nonce,
                Key = e.Key,
            }),
        },
        LinkOpened e => links with
        {
            Issued = links.Change(e.TokenHash, link => link with { OpenedAt = entry.At, WrongCodes = 0, WrongFrom = [] }),
            Sessions = e.Session is { } id ? links.Sessions.Add(new(id, e.TokenHash, e.Participant)) : links.Sessions,
        },
        SessionEnded e => links.End(session => session.Id == e.Session),
        WrongCodeTyped e => links with { Issued = links.Change(e.TokenHash, link => link.Counted(e.From, entry.At)) },
        LinkLocked { From: { } from } e => links with
        {
            Issued = links.Change(e.TokenHash, link => link with { LockedFor = link.LockedFor.Add(from) }),
            // One telling for as long as the chair has not answered it, however many try.
            Alarms = links.Alarms.Any(one => one is { IsAnswered: false, Why: Shut.WrongCodes } && one.Participant == e.Participant)
                ? links.Alarms
                : links.Alarms.Add(new(links.Alarms.Count + 1, e.Participant, Shut.WrongCodes, entry.At)),
        },
        LinkLocked e => links with
        {
            Issued = links.Change(e.TokenHash, link => link with { IsLocked = true }),
            Alarms = links.Alarms.Add(new(links.Alarms.Count + 1, e.Participant, Shut.WrongCodes, entry.At)),
        },
        LinksRenewed => links with { RenewedAt = links.RenewedAt ?? entry.At },
        DocumentOffered e => links with
        {
            Offers = links.Offers.SetItem(e.Ticket, new(e.Participant, e.Person, e.Meeting!.Value, e.Version, e.Until, e.Session)
            {
                Paper = e.Paper,
                About = e.About,
                Vouched = e.Vouched,
            }),
        },
        DocumentFetched e => links with { Offers = links.Offers.Remove(e.Ticket) },
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

    /// <summary>Somebody is off the case: whoever is signed in as them is out, and no document that they were offered opens.</summary>
    public Links Without(ParticipantId id) => End(session => session.Participant == id) with
    {
        Offers = Offers.RemoveRange(Offers.Where(one => one.Value.Participant == id).Select(one => one.Key)),
    };

    private Links End(Predicate<PageSession> which)
    {
        var ended = Sessions.FindAll(which).Select(session => session.Id).ToHashSet();
        return this with
        {
            Sessions = Sessions.RemoveAll(which),
            Offers = Offers.RemoveRange(
                Offers.Where(one => one.Value.Session is { } id && ended.Contains(id)).Select(one => one.Key)),
        };
    }

    private Links Close(ParticipantId id, Shut why) => Without(id) with
    {
        Issued = [.. Issued.Select(link => link.Participant == id ? link with { IsRevoked = true } : link)],
        ShutOut = ShutOut.SetItem(id, why),
        Closings = Closings.SetItem(id, Generation(id) + 1),
    };

    private ImmutableList<PersonalLink> Change(string tokenHash, Func<PersonalLink, PersonalLink> change) =>
        [.. Issued.Select(link => link.TokenHash == tokenHash ? change(link) : link)];
}

/// <summary>Why a link, or everything of a person, is shut.</summary>
internal enum Shut
{
    Revoked,
    KnowsFamily,
    WrongCodes,
}

/// <summary>One link, as the record knows it.</summary>
/// <param name="Meeting">The meeting it was sent for.</param>
/// <param name="Letter">The obligation whose letter carries it.</param>
internal sealed record PersonalLink(
    string TokenHash, ParticipantId Participant, MeetingId? Meeting, LinkPurpose Purpose, string Letter, DateTimeOffset IssuedAt)
{
    /// <summary>None in links of the first releases: their tokens follow from the key alone.</summary>
    public string? Nonce { get; init; }

    /// <summary>The id of the key that made it.</summary>
    public string? Key { get; init; }

    /// <summary>Nobody signs in with it any more; whoever is signed in already stays so, as a stranger's wrong codes must throw nobody
    /// out of a meeting.</summary>
    public bool IsLocked { get; init; }

    /// <summary>Since somebody last signed in with it.</summary>
    public int WrongCodes { get; init; }

    /// <summary>The same, by where they came from.</summary>
    public ImmutableDictionary<string, int> WrongFrom { get; init; } = [];

    /// <summary>From where nobody signs in with it any more.</summary>
    public ImmutableHashSet<string> LockedFor { get; init; } = [];

    /// <summary>All wrong codes from known addresses, ever: how hard it is tried.</summary>
    public int Tries { get; init; }

    /// <summary>Tried so often, from however many addresses, that codes asked for from here on are too long to guess.</summary>
    public DateTimeOffset? TriedHardAt { get; init; }

    /// <summary>It opens nothing any more, for whoever is signed in either.</summary>
    public bool IsRevoked { get; init; }

    /// <summary>When somebody last signed in with it.</summary>
    public DateTimeOffset? OpenedAt { get; init; }

    public bool IsLockedFor(string from) => IsLocked || LockedFor.Contains(from);

    // As many wrong codes of six digits as four addresses may type.
    private const int Hard = 20;

    internal PersonalLink Counted(string? from, DateTimeOffset at) => from is null
        ? this with { WrongCodes = WrongCodes + 1 }
        : this with
        {
            WrongCodes = WrongCodes + 1,
            WrongFrom = WrongFrom.SetItem(from, WrongFrom.GetValueOrDefault(from) + 1),
            Tries = Tries + 1,
            TriedHardAt = TriedHardAt ?? (Tries + 1 >= Hard ? at : null),
        };
}

/// <summary>Somebody signed in on a device.</summary>
/// <param name="Id">SHA-256 of what the browser shows.</param>
internal sealed record PageSession(string Id, string TokenHash, ParticipantId Participant);

/// <summary>A document that one person may fetch once.</summary>
internal sealed record OpenOffer(
    ParticipantId Participant, PersonId Person, MeetingId Meeting, int Version, DateTimeOffset Until, string? Session)
{
    /// <summary>Which document it is, where it is another than the minutes.</summary>
    public string? Paper { get; init; }

    /// <summary>Whose that document is; of a list over cases, which.</summary>
    public string? About { get; init; }

    /// <summary>The addresses of theirs that Teams vouched for when it was offered.</summary>
    public Rules.ValueList<string>? Vouched { get; init; }
}

/// <param name="Number">From 1 within the case.</param>
/// <param name="IsAnswered">The chair had a new link sent since.</param>
internal sealed record LinkAlarm(int Number, ParticipantId Participant, Shut Why, DateTimeOffset At, bool IsAnswered = false);
