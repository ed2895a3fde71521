namespace StrategyBot.Phases.Linking;

/// <summary>The cases beside this one, and the ways to one more (R3, R50).</summary>
internal sealed class LinkedCasesPage : IPage<CaseForm>
{
    public const string Title = "Cases of other children";

    public static PartId Id => new("linking/cases");

    public static Capability Needs => Capability.Arrange;

    public static PartButton Button(Case @case) => Id.Button(Title, CaseForm.Of(@case));

    public Refusal? Bars(FormPage page, CaseForm asked) => page.Me.Agency != Agency.SocialCare ? new NotYourPart() : null;

    public Drawn Draw(FormPage page, CaseForm asked)
    {
        var linked = page.Case.Linked;
        return new(Title,
        [
            new TextBlock("Each child's case stands by itself. It names another by its reference alone, also in the minutes."),
            .. !LinkedCases.IsAboutTwo(page.Case) ? (IReadOnlyList<CardElement>)[] :
            [
                new TextBlock("A child is alleged to have harmed a child: a conference is held on both.") { Weight = TextWeight.Bolder },
            ],
            .. linked.All.SelectMany(link => new CardElement[]
            {
                new TextBlock(CardText.Plain(LinkedCaseRule.Say(link.Key, link.Value.Fact))),
                new ActionSet(
                    new PartId(PartIds.MyPart).Send($"Open {link.Key}", new CaseForm(link.Key)),
                    UnlinkCasePart.Button(page.Case, link.Key).Send()),
            }),
            .. linked.None is not { } none ? (IReadOnlyList<CardElement>)[] :
            [
                new PlainText(Shortened.To(2 * FormCard.Line, $"No case of the other child: {none.Fact.Reason}")),
            ],
        ])
        {
            Beside =
            [
                LinkCasePart.Button(page.Case).Send(),
                Begin(page.Case, "Convene for a brother or sister", CaseLinkKind.Sibling),
                Begin(page.Case, "Convene for another child",
                    LinkedCases.IsAboutTwo(page.Case) ? CaseLinkKind.OtherChild : CaseLinkKind.AnotherChild),
                .. LinkedCases.IsAsked(page.Whole) ? new[] { NoOtherCasePart.Button(page.Case).Send() } : [],
            ],
        };
    }

    /// <summary>A case of their own begins with the first question, and is linked as soon as it stands.</summary>
    private static CardAction Begin(Case @case, string title, CaseLinkKind kind) =>
        Actions.Send(title, PartIds.ConveneAnother, new { LinkTo = @case.Id.Value, LinkAs = WordTables.ValueOf(kind) }) with
        {
            AssociatedInputs = AssociatedInputs.None,
        };
}
