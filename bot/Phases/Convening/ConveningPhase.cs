using StrategyBot.Cases.Facts;

namespace StrategyBot.Phases.Convening;

/// <summary>Calling the meeting: the first question, why, who, whom to check, and when.</summary>
public static class ConveningPhase
{
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
            .Add<MeetingMoved>("meeting-moved"),
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
            .Add<MoveMeeting, MoveMeeting.Form>(),
        Commands = commands => commands.Add<ConveneCommand>(),
        Services = services => services.AddSingleton<Openings>().AddSingleton<Partners>().AddSingleton<Slots>().AddSingleton<Conveners>().AddSingleton<StepForms>(),
        Entries = ConveningParts.Entries,
        Gaps = ConveningParts.Gaps,
        Status = ConveningBoard.Lines,
        Dues = ConveningParts.Dues,
    };
}
