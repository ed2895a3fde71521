namespace StrategyBot.Phases.Safeguarding;

/// <summary>One that stands: varied, lifted, no further action, each a tap.</summary>
internal sealed class BailPage : IPage<BailPage.Form>
{
    /// <param name="Said">Its number.</param>
    public sealed record Form(string Case, int Said = 0) : ICaseForm;

    public static PartId Id => new("safeguarding/bail-stands");

    public static Capability Needs => Capability.Act;

    public static PartButton Button(Case @case, Bail bail) => Id.Button(BailPart.Title, new Form(@case.Ref.Value, bail.Said.Seq));

    public Refusal? Bars(FormPage page, Form asked) =>
        ContactHoldRule.May(page.Whole, page.Me) && Bail.Find(page.Whole, asked.Said) is not null ? null : new NotYourPart();

    public Drawn Draw(FormPage page, Form asked)
    {
        var bail = Bail.Find(page.Case, asked.Said)!;
        return new(BailPart.Title,
        [
            .. BailDrawing.Lines(page.Case, bail, page.Me, page.Words),
            new TextBlock(bail switch
            {
                { IsVaried: true } => "These were varied since.",
                { Ended: { } ended } => $"It stands no more: {WordTables.BailEnd.InList(ended.Fact.How)}, {page.Words.When(ended.At)}.",
                _ => "What stands now?",
            }),
        ])
        {
            Beside = bail.Stands ? Answers(page.Case, bail) : [],
        };
    }

    /// <summary>What somebody may say of it.</summary>
    public static IReadOnlyList<SubmitAction> Answers(Case @case, Bail bail) =>
        [BailPart.Vary(@case, bail).Send(), .. BailEndPart.Buttons(@case, bail).Select(button => button.Send())];
}
