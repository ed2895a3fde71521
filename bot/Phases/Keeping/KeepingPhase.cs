using StrategyBot.Records.Backups;

namespace StrategyBot.Phases.Keeping;

/// <summary>The keeping of the record itself: what went to the wrong place, words that are sealed, holds (P16, P17).</summary>
internal static class KeepingPhase
{
    public static Phase List { get; } = new("keeping")
    {
        Kinds = kinds => kinds
            .Add<MisplacedSaid>("misplaced-said")
            .Add<MisplacedAnswered>("misplaced-answered")
            .Add<WordsSealed>("words-sealed")
            .Add<WordsGone>("words-gone")
            .Add<MinutesKept>("minutes-kept")
            .Add<RecordHeld>("record-held")
            .Add<RecordReleased>("record-released")
            .Add<RecordRestored>("record-restored")
            .Add<RecordExpired>("record-expired")
            .Add<TracesDeleted>("traces-deleted")
            .Add<GlassBroken>("glass-broken")
            .Add<GlassClosed>("glass-closed"),
        Parts = parts => parts
            .Form<MisplacedPart, MisplacedPart.Form>()
            .Page<ReceivedPage, ReceivedPage.Form>()
            .Form<MisplacedAnswerPart, MisplacedAnswerPart.Form>()
            .Page<FindWordsPage, FindWordsPage.Form>()
            .Form<SealPart, SealPart.Form>()
            .Form<HoldRecordPart, HoldRecordPart.Form>()
            .Form<ReleaseRecordPart, ReleaseRecordPart.Form>()
            .Act<DeleteRecord, CaseForm>()
            .Form<BreakGlassPart, BreakGlassPart.Form>()
            .Page<GlassesPage, CaseForm>()
            .Act<CloseGlass, CaseForm>(),
        Commands = commands => commands.Add<GovernCommand>().Add<BreakGlassCommand>(),
        Duties = duties => duties
            .Add<TellMisplacedDuty, int>()
            .Add<SealWordsDuty, int>()
            .Add<TellSealedDuty, int>()
            .Add<TellRestoredDuty, int>()
            .Add<WarnOfDeletionDuty>()
            .Add<TimeOverDuty>()
            .Add<ExpireRecordDuty>()
            .Add<DeleteCardDuty, PostedCard>()
            .Add<DeleteLettersDuty>()
            .Add<DeleteEventDuty, string>()
            .Add<TellGlassDuty, int>()
            .Clock<MisplacedClock>(),
        Services = services => services.AddSingleton<WithdrawnAgain>(at => (@case, entries, gone) =>
            gone.Cause is null ? RetentionRule.Again(@case, gone)
                : SealRule.Again(@case, entries, gone, at.GetRequiredService<Words>())),
        Entries = KeepingHub.Entries,
        Status = KeepingHub.Status,
    };
}
