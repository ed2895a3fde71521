using StrategyBot.Conversations;
using StrategyBot.Graph;
using StrategyBot.Obligations;

namespace StrategyBot.Phases.Calling;

/// <summary>Finds the meeting's chat behind the invitation; Teams makes it some time after the event.</summary>
internal sealed class FindChatDuty(Invitations invitations, MeetingRooms rooms) : IDuty
{
    private static readonly TimeSpan NotThereYet = TimeSpan.FromSeconds(10);

    public static string Kind => "convening/find-chat";

    public static DateTimeOffset Since => CallingPhase.Since;

    public static string Says => "the way into the meeting's chat";

    public static IEnumerable<Owed> Owes(Case @case) => @case.Meeting.Room is { EventId: not null, ConvenedAt: not null } && @case.IsOnline
        ? [new(KeyOf(@case), @case.Meeting.Room.CalledAt) { WorthUntil = CallingPhase.Over(@case) }]
        : [];

    public static string KeyOf(Case @case) => $"{Kind}/{@case.Meeting.Id.Value}";

    public async Task<Performed> PerformAsync(Case @case, Owed owed, Attempt attempt, CancellationToken cancellationToken)
    {
        var state = await invitations.ReadAsync(@case.Meeting.Room.EventId!, cancellationToken);
        return state.JoinUrl is { } joinUrl && await rooms.FindByJoinUrlAsync(joinUrl, cancellationToken) is { } room
            ? new Performed.Delivered("graph", room.Id, new ChatFound(room.Id, room.ThreadId, joinUrl) { Meeting = @case.Meeting.Id })
            : new Performed.NotYet(NotThereYet);
    }
}

/// <summary>Closes the online meeting to strangers and recording, and lets whoever chairs admit people (P8).</summary>
internal sealed class HardenMeetingDuty(MeetingRooms rooms) : IDuty
{
    public static string Kind => "convening/harden";

    public static DateTimeOffset Since => CallingPhase.Since;

    public static string Says => "closing the meeting to strangers and recording";

    /// <summary>Again for another chair.</summary>
    public static IEnumerable<Owed> Owes(Case @case) => @case.Meeting.Room.Chat is not null
        ?
        [
            new($"{Kind}/{@case.Meeting.Id.Value}/{@case.Meeting.Chair.Value}", @case.Meeting.Room.CalledAt)
            {
                WorthUntil = CallingPhase.Over(@case),
            },
        ]
        : [];

    public async Task<Performed> PerformAsync(Case @case, Owed owed, Attempt attempt, CancellationToken cancellationToken)
    {
        var chair = @case.Chair;
        var organiser = chair is { Person: { } person, Mail.Length: > 0 }
            ? new MeetingChair(person.Value.Split('/')[^1], chair.Mail)
            : null;
        var holds = await rooms.HardenAsync(@case.Meeting.Room.Chat!.OnlineMeetingId, organiser, cancellationToken);
        var (recording, admits) = (holds.RecordingOff ? "off" : "on", holds.ChairIsCoOrganiser ? "admits" : "does-not-admit");
        if (holds.Lobby == Lobby.Open || !holds.RecordingOff)
        {
            // A policy takes up to an hour: asked again.
            return new Performed.GivenUp(RefusedEffect.StillOpen);
        }

        return new Performed.Delivered("graph", $"lobby-{holds.Lobby}, recording-{recording}, chair-{admits}");
    }
}

/// <summary>Puts the bot into the meeting's chat.</summary>
internal sealed class InstallAppDuty(ChatApp app) : IDuty
{
    public static string Kind => "convening/install-app";

    public static DateTimeOffset Since => CallingPhase.Since;

    public static string Says => "my place in the meeting's chat";

    public static IEnumerable<Owed> Owes(Case @case) => @case.Meeting.Room.Chat is not null
        ? [new(KeyOf(@case), @case.Meeting.Room.CalledAt) { WorthUntil = CallingPhase.Over(@case) }]
        : [];

    public static string KeyOf(Case @case) => $"{Kind}/{@case.Meeting.Id.Value}";

    public async Task<Performed> PerformAsync(Case @case, Owed owed, Attempt attempt, CancellationToken cancellationToken)
    {
        var thread = @case.Meeting.Room.Chat!.ThreadId;
        var installation = await app.InstallInChatAsync(thread, cancellationToken);
        return new Performed.Delivered(
            installation == Installation.Installed ? "installed" : "was-there",
            thread,
            new AppInstalled(thread) { Meeting = @case.Meeting.Id });
    }
}

/// <summary>Puts the panel beside the meeting, for chair, scribe and social worker; whoever has none has the card in the chat.</summary>
internal sealed class PinPanelDuty(ChatApp app) : IDuty
{
    public static string Kind => "calling/pin-panel";

    public static DateTimeOffset Since { get; } = new(2026, 11, 28, 0, 0, 0, TimeSpan.Zero);

    public static string Says => "the panel beside the meeting";

    /// <summary>Also into the chats of meetings that were called before there was a panel and are not over yet.</summary>
    public static IEnumerable<Owed> Owes(Case @case) =>
        @case.Meeting is { Room.AppInstalled: true, Attendance.EndedAt: null } && CallingPhase.Over(@case) is var over && over > Since
        ?
        [
            new($"{Kind}/{@case.Meeting.Id.Value}", @case.Meeting.Room.CalledAt is var called && called > Since ? called : Since)
            {
                WorthUntil = over,
            },
        ]
        : [];

    public async Task<Performed> PerformAsync(Case @case, Owed owed, Attempt attempt, CancellationToken cancellationToken)
    {
        var thread = @case.Meeting.Room.Chat!.ThreadId;
        var pinned = await app.PinPanelAsync(thread, cancellationToken);
        return new Performed.Delivered(pinned == Installation.Installed ? "pinned" : "was-there", thread);
    }
}

/// <summary>Where Teams never told that the bot is in the chat: the chat's own id leads there too (facts G3).</summary>
internal sealed class AssumeReachableDuty(TeamsSettings settings) : IDuty
{
    // Teams tells within seconds; its retries last a minute.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static string Kind => "convening/assume-reachable";

    public static DateTimeOffset Since => CallingPhase.Since;

    public static IEnumerable<Owed> Owes(Case @case) => @case.Meeting.Room is { AppInstalled: true, Reachable: null } room
        ? [new($"{Kind}/{@case.Meeting.Id.Value}", room.CalledAt + Patience)]
        : [];

    public Task<Performed> PerformAsync(Case @case, Owed owed, Attempt attempt, CancellationToken cancellationToken)
    {
        var thread = @case.Meeting.Room.Chat!.ThreadId;
        var reachable = new ChatReachable(thread, settings.ServiceUrl, null) { Meeting = @case.Meeting.Id };
        return Task.FromResult<Performed>(new Performed.Delivered("assumed", thread, reachable));
    }
}
