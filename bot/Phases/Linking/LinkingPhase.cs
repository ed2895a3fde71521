namespace StrategyBot.Phases.Linking;

/// <summary>Cases of other children beside this one: the other child's own, a brother's or sister's (R3, R50).</summary>
internal static class LinkingPhase
{
    public static Phase List { get; } = new("linking")
    {
        Kinds = kinds => kinds
            .Add<CaseLinked>("case-linked")
            .Add<CaseUnlinked>("case-unlinked")
            .Add<NoOtherCaseSaid>("no-other-case-said"),
        Parts = parts => parts
            .Page<LinkedCasesPage, CaseForm>()
            .Form<LinkCasePart, LinkCasePart.Form>()
            .Form<UnlinkCasePart, UnlinkCasePart.Form>()
            .Form<NoOtherCasePart, NoOtherCasePart.Form>(),
        Duties = duties => duties.Add<LinkBackDuty, string>(),
        Entries = LinkingHub.Entries,
        Status = LinkingHub.Status,
    };
}
