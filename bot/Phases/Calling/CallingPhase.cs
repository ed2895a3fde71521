namespace StrategyBot.Phases.Calling;

/// <summary>What a called meeting sets going outside: its event, its chat, the bot in it, the invitations.</summary>
internal static class CallingPhase
{
    /// <summary>Nothing is owed for moments before the first release.</summary>
    internal static DateTimeOffset Since { get; } = new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>When it is too late for whatever brings people into the meeting.</summary>
    internal static DateTimeOffset Over(Case @case) => @case.Meeting.Attendance.EndedAt
        ?? (@case.HappenedAlready
            ? @case.Meeting.Room.CalledAt.AddDays(1)
            : @case.Meeting.Room.Convened?.EndsAt ?? DateTimeOffset.MinValue);

    /// <summary>Who is asked, and where: what a refused invitation may hang on.</summary>
    internal static string Listed(Case @case) => string.Join(' ', @case.Invited.Select(person => $"{person.Id.Value}={person.Mail}"));

    public static Phase List { get; } = new("calling")
    {
        Kinds = kinds => kinds
            .Add<EventCreated>("event-created")
            .Add<ChatFound>("chat-found")
            .Add<AppInstalled>("app-installed")
            .Add<ChatReachable>("chat-reachable"),
        Duties = duties => duties
            .Add<CreateEventDuty>()
            .Add<MoveEventDuty>()
            .Add<RenameEventDuty>()
            .Add<MendEventDuty>()
            .Add<InviteAlsoDuty>()
            .Add<UninviteDuty>()
            .Add<FindChatDuty>()
            .Add<HardenMeetingDuty>()
            .Add<InstallAppDuty>()
            .Add<PinPanelDuty>()
            .Add<AssumeReachableDuty>()
            .Add<InviteDuty>()
            .Add<TellMovedDuty>()
            .Add<CancelEventDuty, CancelledMeeting>()
            .Add<TellCancelledDuty, CancelledMeeting>()
            .Add<TellPeopleToCheckDuty>()
            .Add<TellJoinedDuty>(),
        Notices = notices => notices.Add<NoteChat>(),
        Status = CallingHub.Status,
    };
}
