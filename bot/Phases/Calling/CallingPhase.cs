namespace StrategyBot.Phases.Calling;

/// <summary>What a called meeting sets going outside: its event, its chat, the bot in it, the invitations.</summary>
internal static class CallingPhase
{
    /// <summary>Nothing is owed for moments before the first release.</summary>
    internal static DateTimeOffset Since { get; } = new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);

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
            .Add<InviteAlsoDuty>()
            .Add<UninviteDuty>()
            .Add<FindChatDuty>()
            .Add<HardenMeetingDuty>()
            .Add<InstallAppDuty>()
            .Add<AssumeReachableDuty>()
            .Add<InviteDuty>(),
        Notices = notices => notices.Add<NoteChat>(),
        Status = CallingHub.Status,
    };
}
