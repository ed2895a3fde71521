namespace StrategyBot.Phases.Disclosing;

/// <summary>The record given out: to whom it is about, to the police, to a court (P19, P41).</summary>
internal static class DisclosingPhase
{
    public static Phase List { get; } = new("disclosing")
    {
        Kinds = kinds => kinds
            .Add<RecordAsked>("record-asked")
            .Add<AnswerExtended>("answer-extended")
            .Add<AgenciesAsked>("agencies-asked")
            .Add<AgencyAnswered>("agency-answered")
            .Add<WordsDecided>("words-decided")
            .Add<RequestAnswered>("request-answered"),
        Parts = parts => parts
            .Form<AskedForPart, AskedForPart.Form>()
            .Page<RequestPage, RequestPage.Form>()
            .Form<AskAgenciesPart, AskAgenciesPart.Form>()
            .Form<AgencyWordsPart, AgencyWordsPart.Form>()
            .Form<DecideWordsPart, DecideWordsPart.Form>()
            .Form<ExtendPart, ExtendPart.Form>()
            .Form<AnswerRequestPart, AnswerRequestPart.Form>(),
        Commands = commands => commands.Add<ExportCommand>(),
        // They hand out a link of their own for each press, which no part does.
        Verbs = verbs => verbs.Add<OfferRecordCopy, OfferRecordCopy.Form>().Add<OfferCourtBundle, CaseForm>(),
        Services = services => services.AddSingleton<IPaper, RecordCopyFile>().AddSingleton<IPaper, CourtFile>(),
        Duties = duties => duties.Add<TellAgencyDuty, int>().Clock<RequestClock>(),
        Entries = DisclosingHub.Entries,
        Status = DisclosingHub.Status,
    };
}
