using System.Text.Json.Nodes;

namespace StrategyBot.Phases.Convening;

/// <summary>Convening the meeting, a step at a time: the first question, why, by when, who, and when.</summary>
internal static class ConveningPhase
{
    public static Phase List { get; } = new("convening")
    {
        Kinds = kinds => kinds
            .Add<CaseOpened>("case-opened")
            .Add<UrgencyAnswered>("urgency-answered")
            .Add<CircumstancesGiven>("circumstances-given")
            .Add<TransferInSaid>("transfer-in-said")
            .Add<ChildNamed>("child-named")
            .Add<AdultNamed>("adult-named")
            .Add<ParticipantAdded>("participant-added")
            .Add<ParticipantRemoved>("participant-removed")
            .Add<PersonRecognised>("person-recognised")
            .Add<BindingUndone>("binding-undone")
            .Add<PersonTakenOff>("person-taken-off")
            .Add<ChildTakenOff>("child-taken-off")
            .Add<ChildTakenBack>("child-taken-back")
            .Add<WhereaboutsSaid>("whereabouts-said")
            .Add<PlaceRung>("place-rung")
            .Add<WhatNowSaid>("what-now-said")
            .Add<CaseCancelled>("case-cancelled")
            .Add<NoMeetingDecided>("no-meeting-decided")
            .Add<TimeChosen>("time-chosen")
            .Add<MeetingConvened>("meeting-convened")
            .Add<ChairExplained>("chair-explained")
            .Add<MeetingMoved>("meeting-moved")
            .Add<MeetingOpened>("meeting-opened")
            .Add<MeetingNotNeeded>("meeting-not-needed")
            .Add<MeetingCancelled>("meeting-cancelled")
            .Add<FurtherMeetingReviewed>("further-meeting-reviewed")
            .Add<MeetingLateExplained>("meeting-late-explained"),
        Parts = parts => parts
            .Form<UrgencyPart, UrgencyPart.Form>()
            .Page<NowPage, CaseForm>()
            .Form<WhereNowPart, WhereNowPart.Form>()
            .Form<RingPart, RingPart.Form>()
            .Form<NightPart, NightPart.Form>()
            .Form<DeskPart, DeskPart.Form>()
            .Form<WhyPart, WhyPart.Form>()
            .Form<FeaturesPart, FeaturesPart.Form>()
            .Form<ImmediateActionPart, ImmediateActionPart.Form>()
            .Form<LongerLimitPart, LongerLimitPart.Form>()
            .Form<SettingPart, SettingPart.Form>()
            .Form<AuthorityPart, AuthorityPart.Form>()
            .Form<TransferInPart, TransferInPart.Form>()
            .Page<PeoplePage, CaseForm>()
            .Form<PersonPart, PersonPart.Form>()
            .Form<IdentifiersPart, IdentifiersPart.Form>()
            .Form<CodesPart, CodesPart.Form>()
            .Form<TiesPart, TiesPart.Form>()
            .Act<TakePersonOff, PersonPart.Form>()
            .Form<ChildOffPart, ChildOffPart.Form>()
            .Act<PutChildBack, PersonPart.Form>()
            .Form<SocialWorkerPart, SocialWorkerPart.Form>()
            .Form<InviteesPart, InviteesPart.Form>()
            .Form<ByHandPart, ByHandPart.Form>()
            .Form<TakeOffPart, TakeOffPart.Form>()
            .Form<TimePart, TimePart.Form>()
            .Page<CheckPage, CaseForm>()
            .Act<CallMeeting, CallMeeting.Form>()
            .Page<ClosingPage, CaseForm>()
            .Form<CancelPart, CancelPart.Form>()
            .Form<NoMeetingPart, NoMeetingPart.Form>()
            .Form<AnotherMeetingPart, AnotherMeetingPart.Form>()
            .Form<MeetingNotNeededPart, MeetingNotNeededPart.Form>()
            .Form<CancelMeetingPart, CancelMeetingPart.Form>()
            .Form<FurtherReviewPart, FurtherReviewPart.Form>()
            .Form<MovePart, MovePart.Form>()
            .Form<LatePart, LatePart.Form>()
            .Form<ChairReasonPart, ChairReasonPart.Form>()
            .Page<KnownByAddressPage, CaseForm>()
            .Act<NotThem, BindingForm>()
            .Former("convening/answer-urgent", UrgencyPart.Id.Save)
            .Former("convening/save-child", sent => SavePerson(sent, PersonPart.Child))
            .Former("convening/save-adult", sent => SavePerson(sent, PersonPart.Adult))
            .Former("convening/take-off", TakeOffPart.Id.Save)
            .Former("convening/convene", TimePart.Id.Save)
            .Former("convening/move", MovePart.Id.Save),
        Verbs = verbs => verbs
            .Add<ConveneAnother, ConveneAnother.Form>()
            .Add<FirstQuestion, FirstQuestion.Form>()
            .Add<GoOnConvening, GoOnConvening.Form>(),
        Commands = commands => commands.Add<ConveneCommand>(),
        Duties = duties => duties.Add<TellBoundDuty, (int Bound, bool IsToChair)>().Add<TellLateDuty>()
            .Add<TellChildOffDuty, (int Seq, bool IsBack)>()
            .Clock<HoldByClock>().Clock<FurtherMeetingClock>().Clock<FurtherReviewClock>().Clock<WhereaboutsClock>(),
        Services = services => services.AddSingleton<CaseStart>().AddSingleton<LastKnownPartners>().AddSingleton<ConvenerGroup>(),
        Entries = ConveningHub.Entries,
        Gaps = ConveningHub.Gaps,
        Status = ConveningHub.Status,
        Reasons = ConveningHub.Reasons,
        Dues = ConveningHub.Dues,
        Steps = ConveningHub.Steps,
    };

    /// <summary>Children and adults had forms of their own once.</summary>
    private static string SavePerson(JsonObject sent, string kind)
    {
        if (sent[kind]?.ToString() is { Length: > 0 } person)
        {
            sent["person"] = person;
        }
        else
        {
            sent["new"] = sent["unborn"]?.ToString() == "true" ? PersonPart.Unborn : kind;
        }

        return PersonPart.Id.Save;
    }
}
