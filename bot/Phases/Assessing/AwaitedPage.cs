namespace StrategyBot.Phases.Assessing;

/// <summary>Everything that the meeting awaits: what, from whom, expected when (P14).</summary>
internal sealed class AwaitedPage : IPage<CaseForm>
{
    public const string Title = "Awaited answers";

    // So many with a button each stay under the limit of a card.
    private const int Most = 12;

    public static PartId Id => new("assessing/awaited-list");

    public static Capability Needs => Capability.FillForm;

    public static PartButton Button(Case @case) => Id.Button(Title, CaseForm.Of(@case));

    public Drawn Draw(FormPage page, CaseForm asked)
    {
        var awaited = Awaited.Of(page.Whole);
        return new(Title,
        [
            new TextBlock(awaited.Count == 0 ? "Nothing is awaited." : "Nobody knows these yet. Each is asked for until it is there."),
            .. awaited.OrderBy(one => one.DueAt).Take(Most).SelectMany(one => (IReadOnlyList<CardElement>)
            [
                new PlainText(one.Heading.Title) { Weight = TextWeight.Bolder, Separator = true },
                new PlainText((one.DueAt < page.Now ? "Overdue. " : "") + AwaitedRule.Say(one, page.Words)),
                new ActionSet(AwaitedPart.Button(page.Case, one.Heading).Send()),
            ]),
            .. awaited.Count > Most
                ? (IReadOnlyList<CardElement>)[new TextBlock($"And {awaited.Count - Most} more.") { IsSubtle = true }] : [],
        ]);
    }
}
