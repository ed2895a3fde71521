namespace StrategyBot.Phases.CaseSystem;

/// <summary>Into the authority's own case system: what is copied by hand, what goes as a file, and the returns' own checks (P23, R140).
/// </summary>
internal static class CaseSystemPhase
{
    public static Phase List { get; } = new("case-system")
    {
        Kinds = kinds => kinds.Add<CaseSystemSaid>("case-system-said").Add<CaseSystemMore>("case-system-more"),
        Parts = parts => parts
            .Page<CopyPage, CopyPage.Form>()
            .Page<ReturnChecksPage, CopyPage.Form>()
            .Form<CaseSystemSaidPart, CaseSystemSaidPart.Form>()
            .Form<CaseSystemMorePart, CaseSystemMorePart.Form>(),
        // It hands out a link of its own for each press, which no part does.
        Verbs = verbs => verbs.Add<OfferRecordFile, OfferRecordFile.Form>(),
        Services = services => services.AddSingleton<IPaper, RecordFile>(),
        Entries = CaseSystemHub.Entries,
        Copies = CaseSystemHub.Copies,
    };
}
