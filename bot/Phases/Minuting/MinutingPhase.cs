using StrategyBot.Cases.Facts;
using StrategyBot.Starting;

namespace StrategyBot.Phases.Minuting;

/// <summary>The minutes: drafted from the record, edited and approved by the chair, sent to every agency, entered on each child's record.</summary>
public static class MinutingPhase
{
    public static Phase List { get; } = new("minuting")
    {
        Kinds = kinds => kinds
            .Add<MinutesEdited>("minutes-edited")
            .Add<MinutesFrozen>("minutes-frozen")
            .Add<MinutesApproved>("minutes-approved")
            .Add<MinutesEntered>("minutes-entered")
            .Add<MinutesAcknowledged>("minutes-acknowledged")
            .Add<LatenessExplained>("lateness-explained")
            .Add<MinutesObjected>("minutes-objected")
            .Add<OwnWordsCorrected>("own-words-corrected")
            .Add<ObjectionAnswered>("objection-answered"),
        Verbs = verbs => verbs
            .Add<OpenDraft, OpenDraft.Form>()
            .Add<OpenEdit, OpenEdit.Form>()
            .Add<SaveEdit, SaveEdit.Form>()
            .Add<RestoreParagraph, RestoreParagraph.Form>()
            .Add<OpenApproval, OpenApproval.Form>()
            .Add<ApproveMinutes, ApproveMinutes.Form>()
            .Add<ReadMinutes, ReadMinutes.Form>()
            .Add<AcknowledgeMinutes, AcknowledgeMinutes.Form>()
            .Add<OpenWrong, OpenWrong.Form>()
            .Add<ObjectToMinutes, ObjectToMinutes.Form>()
            .Add<OpenObjections, OpenObjections.Form>()
            .Add<OpenObjection, OpenObjection.Form>()
            .Add<AnswerObjection, AnswerObjection.Form>()
            .Add<OpenEntering, OpenEntering.Form>()
            .Add<EnterMinutes, EnterMinutes.Form>()
            .Add<OpenDelivery, OpenDelivery.Form>()
            .Add<OfferDocument, OfferDocument.Form>(),
        Commands = commands => commands.Add<MinutesCommand>(),
        Duties = duties => duties
            .Add<TellDraftReady>()
            .Add<DistributeMinutes>()
            .Add<RemindOfMinutes>()
            .Add<TellObjection>()
            .Add<TellObjector>()
            .Add<RemindOfObjections>(),
        Services = services => services
            .AddSingleton(at => new DocumentLinks(at.GetRequiredService<PublicAddress>(), at.GetRequiredService<SharedSecret>(), TimeProvider.System)),
        Entries = MinutesOnHub.Entries,
        Status = MinutesOnHub.Status,
        Dues = MinutesOnHub.Dues,
    };
}
