namespace StrategyBot.Phases.Planning;

/// <summary>The interim safety plan, as the manager reads it before authorising the enquiry (R66).</summary>
internal sealed class AuthorisationPage : IPage<CaseForm>
{
    public const string Title = "Authorise the enquiry";

    // As many as a manager reads before a tick; the plan itself has them all.
    private const int MostRows = 15;

    public static PartId Id => new("planning/open-authorisation");

    public static Capability Needs => Capability.ReadContent;

    public static PartButton Button(Case @case) => Id.Button(Title, CaseForm.Of(@case));

    public Drawn Draw(FormPage page, CaseForm asked)
    {
        var rows = RowRules.Of(page.Case, ActionKind.SafetyPlan).ToList();
        var authorised = page.Case.Meeting.Plan.Authorised;
        return new(Title,
        [
            new TextBlock("I am satisfied that the interim safety plan is appropriate and robust."),
            .. rows.Take(MostRows).SelectMany(row => (IReadOnlyList<CardElement>)
            [
                new PlainText(Shortened.To(FormCard.Line, row.Fact.What)) { Weight = TextWeight.Bolder },
                new TextBlock(CardText.Plain(Shortened.To(FormCard.Line, RowDrawing.OwnerAndTime(page.Case, row, page.Words))))
                {
                    IsSubtle = true,
                    Size = TextSize.Small,
                },
            ]),
            .. rows.Count > MostRows ? (IReadOnlyList<CardElement>)[new TextBlock($"And {rows.Count - MostRows} more.")] : [],
            .. rows.Count > 0 ? (IReadOnlyList<CardElement>)[]
                : page.Case.Meeting.Safety.NoneNeeded is { } none
                    ? [new TextBlock("No interim safety plan is needed, because:"), new PlainText(none.Fact.Because)]
                    : [new TextBlock("There is no row of the interim safety plan yet, and no reason why none is needed.")],
            .. authorised is null ? (IReadOnlyList<CardElement>)[]
                : [new TextBlock(
                    $"Authorised {page.Words.Time(authorised.At)} by {CardText.Plain(page.Case.Find(authorised.By)?.Described ?? "")}")],
            .. NotYetAuthorisedPart.Lines(page.Case, page.Words),
            .. ChangeSince.SinceAuthorised(page.Whole) is { } change
                ? (IReadOnlyList<CardElement>)
                    [new TextBlock($"The plan was changed {page.Words.When(change.At)}. It is not yet authorised since the change.")
                    {
                        Weight = TextWeight.Bolder,
                    }]
                : [],
        ])
        {
            Beside = !AgreementRule.IsAuthorised(page.Whole) && AgreementRule.MayAuthorise(page.Me)
                ? [Authorise.Button(page.Case), NotYetAuthorisedPart.Button(page.Case).Send()] : [],
        };
    }
}

/// <summary>The manager is satisfied that the interim safety plan is appropriate and robust (R66).</summary>
internal sealed class Authorise : IAct<CaseForm>
{
    public static string Verb => "planning/authorise";

    public static Capability Needs => Capability.ReadContent;

    public static SubmitAction Button(Case @case) => Actions.Send("Authorise", Verb, CaseForm.Of(@case));

    public Decision Decide(FormPage page, CaseForm pressed) => AgreementRule.Authorise(page.Whole, page.Me);

    public Echo Saved(FormPage page, Kept<CaseForm> kept) => new("the section 47 enquiry is authorised");

    public PartButton? Ends(FormPage page, CaseForm pressed) => AuthorisationPage.Button(page.Case);

    public PartButton Back(FormPage page, CaseForm pressed) => AuthorisationPage.Button(page.Case);
}
