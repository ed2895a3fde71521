using StrategyBot.Starting;

namespace StrategyBot.Phases.Minuting;

/// <summary>The minutes: drafted from the record, edited and approved by the chair, sent to every agency, entered on
/// each child's record.</summary>
internal static class MinutingPhase
{
    public static Phase List { get; } = new("minuting")
    {
        Kinds = kinds => kinds
            .Add<MinutesEdited>("minutes-edited")
            .Add<MinutesFrozen>("minutes-frozen")
            .Add<MinutesApproved>("minutes-approved")
            .Add<MinutesEntered>("minutes-entered")
            .Add<MinutesAcknowledged>("minutes-acknowledged")
            .Add<MinutesGiven>("minutes-given")
            .Add<MinutesDelegateNamed>("minutes-delegate-named")
            .Add<MinutesDelegateWithdrawn>("minutes-delegate-withdrawn")
            .Add<LatenessExplained>("lateness-explained")
            .Add<MinutesObjected>("minutes-objected")
            .Add<OwnWordsCorrected>("own-words-corrected")
            .Add<ObjectionAnswered>("objection-answered"),
        Parts = parts => parts
            .Page<DraftPage, DraftPage.Form>()
            .Form<ParagraphPart, ParagraphPart.Form>()
            .Act<RestoreParagraph, RestoreParagraph.Form>()
            .Form<ApprovalPart, ApprovalPart.Form>()
            .Form<DelegatePart, DelegatePart.Form>()
            .Act<WithdrawDelegate, WithdrawDelegate.Form>()
            .Page<IssuedMinutesPage, IssuedMinutesPage.Form>()
            .Act<AcknowledgeMinutes, AcknowledgeMinutes.Form>()
            .Form<ObjectionPart, ObjectionPart.Form>()
            .Page<ObjectionsPage, ObjectionsPage.Form>()
            .Form<ObjectionAnswerPart, ObjectionAnswerPart.Form>()
            .Form<EnteringPart, EnteringPart.Form>()
            .Page<DeliveryPage, DeliveryPage.Form>()
            .Form<GivenPart, GivenPart.Form>()
            .Former("minuting/approve", ApprovalPart.Id.Save)
            .Former("minuting/object", ObjectionPart.Id.Save)
            .Former("minuting/answer-objection", ObjectionAnswerPart.Id.Save)
            .Former("minuting/enter", EnteringPart.Id.Save),
        // It hands out a link of its own for each press, which no part does.
        Verbs = verbs => verbs.Add<OfferDocument, OfferDocument.Form>().Add<OfferExtract, OfferExtract.Form>()
            .Add<OfferToEnter, OfferToEnter.Form>(),
        Commands = commands => commands.Add<MinutesCommand>(),
        Duties = duties => duties
            .Add<TellDraftReadyDuty>()
            .Add<TellDelegateDuty>()
            .Add<TellDelegateBackDuty>()
            .Add<DistributeMinutesDuty>()
            .Add<AskToEnterDuty>()
            .Add<ChaseReaderDuty>()
            .Clock<UnreadMinutesClock>()
            .Add<RemindOfMinutesDuty, string>()
            .Clock<LateMinutesClock>()
            .Add<TellChairOfObjectionDuty, int>()
            .Add<TellAnswerToObjectionDuty, int>()
            .Add<RemindOfObjectionsDuty, string>()
            .Clock<LateObjectionClock>(),
        Services = services => services
            .AddSingleton<DocumentLinks>()
            .AddSingleton(at => FontFolder.Of(at.GetService<IConfiguration>()?[FontFolder.Setting],
                at.GetService<IHostEnvironment>()?.ContentRootPath ?? AppContext.BaseDirectory))
            .AddSingleton<MinutesPdf>()
            .AddSingleton<IPaper, ToEnterFile>()
            .AddSingleton<IPaper, ExtractFile>()
            .AddSingleton<IPaperLinks>(at => at.GetRequiredService<DocumentLinks>()),
        Entries = MinutingHub.Entries,
        Draft = DraftDocument.Of,
        Status = MinutingHub.Status,
        Reasons = MinutingHub.Reasons,
        Dues = MinutingHub.Dues,
        Steps = MinutingHub.Steps,
    };
}
