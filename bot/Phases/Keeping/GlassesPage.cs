namespace StrategyBot.Phases.Keeping;

/// <summary>Which auditors read a case, when and why (P17): for the data protection officer and information governance.</summary>
internal sealed class GlassesPage : IPage<CaseForm>
{
    public const string Title = "Read by auditors";

    // As many as a card holds with the longest reasons; the access log has each reading.
    private const int MostShown = 20;

    public static PartId Id => new("keeping/glasses");

    public static Capability Needs => Capability.KnowGlass;

    public static PartButton Button(Case @case) => Id.Button(Title, CaseForm.Of(@case));

    public Drawn Draw(FormPage page, CaseForm asked) => new(Title,
    [
        new TextBlock(page.Whole.Keeping.Glasses.Count == 0 ? "No auditor has read this case."
            : "The newest first. What each of them opened stands in the access log."),
        .. page.Whole.Keeping.Glasses.Reverse().Take(MostShown).SelectMany(glass => (IEnumerable<CardElement>)
        [
            new PlainText($"{GlassRule.Name(page.Whole, glass)}, {page.Words.When(glass.Said.At)} to {page.Words.When(glass.Until)}")
            {
                Weight = TextWeight.Bolder,
                Separator = true,
            },
            new PlainText($"{WordTables.GlassCause.InForm(glass.Said.Fact.Cause)}: {glass.Said.Fact.Why}"),
        ]),
    ]);
}
