using System.Collections.Immutable;
using System.Diagnostics;

namespace StrategyBot.Cases;

/// <summary>When the meeting is, and the rooms it has outside: the event, the chat, the hub cards.</summary>
internal sealed record Room
{
    /// <summary>When it is to be, as long as it isn't called.</summary>
    public TimeChosen? Planned { get; init; }

    public PersonId? PlannedBy { get; init; }

    public MeetingConvened? Convened { get; init; }

    public DateTimeOffset? ConvenedAt { get; init; }

    /// <summary>From when what follows convening is owed; before all time where that entry's words are gone (P16).</summary>
    public DateTimeOffset CalledAt => ConvenedAt ?? DateTimeOffset.MinValue;

    /// <summary>Why this chair, where that was asked once it was called (R6).</summary>
    public Decided<ChairExplained>? ChairSaid { get; init; }

    /// <summary>Each time that it was moved, and why; oldest first.</summary>
    public ImmutableList<Decided<MeetingMoved>> Moved { get; init; } = [];

    public int Moves => Moved.Count;

    public DateTimeOffset? MovedAt => Moved.LastOrDefault()?.At;

    /// <summary>Why it was moved last.</summary>
    public string MovedBecause => Moved.LastOrDefault()?.Fact.Reason ?? "";

    /// <summary>The last reason that was given for being later than a limit.</summary>
    public SaidLate? Late { get; init; }

    public string? EventId { get; init; }

    /// <summary>Who was invited when the event was made.</summary>
    public ImmutableHashSet<ParticipantId> InvitedWithEvent { get; init; } = [];

    public ChatFound? Chat { get; init; }

    public bool AppInstalled { get; init; }

    public ChatReachable? Reachable { get; init; }

    /// <summary>Called for a time after its limit.</summary>
    public bool WasLate { get; init; }

    /// <summary>Each time that a manager looked at it before it is held, oldest first (R60).</summary>
    public ImmutableList<Decided<FurtherMeetingReviewed>> Reviewed { get; init; } = [];

    /// <summary>The hub card that stands in each place.</summary>
    public ImmutableDictionary<string, HubShown> Hubs { get; init; } = [];

    public static Room Evolve(Room room, Entry entry, ConveningFact fact) => fact switch
    {
        TimeChosen e => room with { Planned = e, PlannedBy = entry.By },
        MeetingConvened e => room with
        {
            Convened = e,
            ConvenedAt = room.ConvenedAt ?? entry.At,
            WasLate = e.StartsAt > e.HoldBy,
            // What was typed though it is in time is kept and explains nothing.
            Late = e.StartsAt > e.HoldBy && (e.LateReason.Length > 0 || e.LateCause is not null)
                ? new(e.HoldBy, e.StartsAt, e.LateCause, e.LateReason, entry.By, entry.At) { Audience = e.Audience }
                : room.Late,
        },
        ChairExplained e => room with { ChairSaid = new(e, entry.By, entry.At) },
        MeetingLateExplained e => room with
        {
            Late = new(e.HoldBy, e.StartsAt, e.Cause, e.Reason, entry.By, entry.At) { Audience = e.Audience },
        },
        MeetingMoved e => room with
        {
            Convened = room.Convened! with
            {
                StartsAt = e.StartsAt,
                EndsAt = e.EndsAt,
                HoldBy = e.HoldBy ?? room.Convened.HoldBy,
                HoldByRule = e.HoldByRule ?? room.Convened.HoldByRule,
            },
            Moved = room.Moved.Add(new(e, entry.By, entry.At)),
        },
        FurtherMeetingReviewed e => room with { Reviewed = room.Reviewed.Add(new(e, entry.By, entry.At) { Seq = entry.Seq }) },
        EventCreated e => room with { EventId = e.EventId, InvitedWithEvent = [.. e.Invitees] },
        ChatFound e => room with { Chat = e },
        Facts.AppInstalled => room with { AppInstalled = true },
        ChatReachable e => room with { Reachable = e },
        HubShown e => room with { Hubs = room.Hubs.SetItem(e.Place, e) },
        _ => throw new UnreachableException($"Room.Evolve does not know {fact.GetType().Name}."),
    };
}
