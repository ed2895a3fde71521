namespace StrategyBot.Phases.Family;

/// <summary>The family's copies of the interim safety plan: one for each person, in words typed for them (P33, P34).</summary>
internal static class FamilyPhase
{
    public static Phase List { get; } = new("family")
    {
        Kinds = kinds => kinds
            .Add<FamilyReaderSaid>("family-reader-said")
            .Add<FamilyWordsTyped>("family-words-typed")
            .Add<FamilyRowTyped>("family-row-typed")
            .Add<FamilyRowLeftOut>("family-row-left-out")
            .Add<FamilyCopyGiven>("family-copy-given")
            .Add<FamilyCopyNotShared>("family-copy-not-shared"),
        Parts = parts => parts
            .Page<CopiesOwedPage, CaseForm>()
            .Page<FamilyCopyPage, FamilyCopyPage.Form>()
            .Page<AsGivenPage, AsGivenPage.Form>()
            .Form<FamilyReaderPart, FamilyReaderPart.Form>()
            .Form<FamilyWordsPart, FamilyWordsPart.Form>()
            .Form<FamilyRowPart, FamilyRowPart.Form>()
            .Act<LeaveFamilyRowOut, LeaveFamilyRowOut.Form>()
            .Form<CopyGivenPart, CopyGivenPart.Form>()
            .Form<NotSharedPart, NotSharedPart.Form>(),
        // It hands out a link of its own for each press, which no part does.
        Verbs = verbs => verbs.Add<OfferFamilyPaper, OfferFamilyPaper.Form>(),
        Services = services => services.AddSingleton<IPaper, FamilyFile>(),
        Entries = FamilyHub.Entries,
        Status = FamilyHub.Status,
    };
}
