using StrategyBot.Cases.Facts;

namespace StrategyBot.Phases.Convening;

/// <summary>Calling the meeting: the first question, why, who, whom to check, when, and the invitations.</summary>
public static class ConveningPhase
{
    /// <summary>Nothing is owed for moments before the first release.</summary>
    internal static DateTimeOffset Since { get; } = new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);

    public static Phase List { get; } = new("convening")
    {
        Kinds = kinds => kinds
            .Add<CaseOpened>("case-opened")
            .Add<UrgencyAnswered>("urgency-answered")
            .Add<CircumstancesGiven>("circumstances-given")
            .Add<ChildNamed>("child-named")
            .Add<AdultNamed>("adult-named")
            .Add<ParticipantAdded>("participant-added")
            .Add<ParticipantRemoved>("participant-removed")
            .Add<PersonRecognised>("person-recognised")
            .Add<MeetingConvened>("meeting-convened")
            .Add<MeetingMoved>("meeting-moved")
            .Add<EventCreated>("event-created")
            .Add<ChatFound>("chat-found")
            .Add<AppInstalled>("app-installed")
            .Add<ChatReachable>("chat-reachable"),
        Verbs = verbs => verbs
            .Add<Begin, Begin.Form>()
            .Add<OpenCase, OpenCase.Form>()
            .Add<OpenStep, OpenStep.Form>()
            .Add<AnswerUrgency, AnswerUrgency.Form>()
            .Add<SaveWhy, SaveWhy.Form>()
            .Add<SaveFeatures, SaveFeatures.Form>()
            .Add<SaveLimit, SaveLimit.Form>()
            .Add<SaveSetting, SaveSetting.Form>()
            .Add<OpenPerson, OpenPerson.Form>()
            .Add<SaveChild, SaveChild.Form>()
            .Add<SaveAdult, SaveAdult.Form>()
            .Add<SaveSocialWorker, SaveSocialWorker.Form>()
            .Add<SaveInvitees, SaveInvitees.Form>()
            .Add<OpenByHand, OpenByHand.Form>()
            .Add<SaveByHand, SaveByHand.Form>()
            .Add<OpenInvited, OpenInvited.Form>()
            .Add<TakeOff, TakeOff.Form>()
            .Add<ConveneMeeting, ConveneMeeting.Form>()
            .Add<MoveMeeting, MoveMeeting.Form>()
            .Add<OpenWhoToCheck, OpenWhoToCheck.Form>(),
        Commands = commands => commands.Add<ConveneCommand>(),
        Duties = duties => duties
            .Add<CreateEvent>()
            .Add<MoveEvent>()
            .Add<InviteAlso>()
            .Add<Uninvite>()
            .Add<FindChat>()
            .Add<HardenMeeting>()
            .Add<InstallApp>()
            .Add<AssumeReachable>()
            .Add<Invite>(),
        Notices = notices => notices.Add<NoteChat>(),
        Services = services => services.AddSingleton<Openings>().AddSingleton<Partners>().AddSingleton<Slots>().AddSingleton<Conveners>().AddSingleton<StepForms>(),
        Entries = ConveningParts.Entries,
        Gaps = ConveningParts.Gaps,
        Status = ConveningBoard.Lines,
        Dues = ConveningParts.Dues,
    };
}
