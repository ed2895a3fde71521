namespace StrategyBot.Phases.Planning;

/// <summary>The interim safety plan, as the manager reads it before authorising the enquiry (R66).</summary>
internal sealed class AuthorisationPage : IPage<AuthorisationPage.Form>
{
    public const string Title = "Authorise the enquiry";

    /// <param name="Page">From 1: of a long plan the last page alone has the tick.</param>
    public sealed record Form(string Case, int Page = 1) : ICaseForm;

    public static PartId Id => new("planning/open-authorisation");

    public static Capability Needs => Capability.ReadContent;

    public static PartButton Button(Case @case) => Id.Button(Title, new Form(@case.Ref.Value));

    public Drawn Draw(FormPage page, Form asked)
    {
        var rows = RowRules.Of(page.Case, ActionKind.SafetyPlan).ToList();
        var pages = LongText.Pages(rows, row => RowDrawing.What(page.Case, row) + Say(page, row));
        var shown = LongText.Page(pages, asked.Page);
        var authorised = page.Case.Meeting.Plan.Authorised;
        return new(Title,
        [
            new TextBlock("I am satisfied that the interim safety plan is appropriate and robust."),
            .. shown.Line,
            .. shown.Items.SelectMany(row => (IReadOnlyList<CardElement>)
            [
                new PlainText(RowDrawing.What(page.Case, row)) { Weight = TextWeight.Bolder },
                new PlainText(Say(page, row)) { IsSubtle = true },
            ]),
            .. Support(page),
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
            Beside =
            [
                .. shown.Turns((title, number) => Id.Send(title, new Form(page.Case.Ref.Value, number))),
                .. !AgreementRule.IsAuthorised(page.Whole) && AgreementRule.MayAuthorise(page.Me)
                    ? asked.Page >= pages.Count
                        ? (IReadOnlyList<CardAction>)[Authorise.Button(page.Whole), NotYetAuthorisedPart.Button(page.Case).Send()]
                        : [NotYetAuthorisedPart.Button(page.Case).Send()]
                    : [],
            ],
        };
    }

    /// <summary>Who does it by when, and what nobody has said of it.</summary>
    private static string Say(FormPage page, PlannedAction row) => string.Join("\n", new[]
    {
        RowDrawing.OwnerAndTime(page.Case, row, page.Words),
        row.Fact.Known is { Length: > 0 } known ? $"How we will know: {known}" : "",
        row.Fact.IfThisFails.Length > 0 ? $"If it fails: {row.Fact.IfThisFails}" : "",
        RowDrawing.Unsaid(row) is { Length: > 0 } unsaid ? $"Not said yet: {unsaid}." : "",
    }.Where(line => line.Length > 0));

    private static IEnumerable<CardElement> Support(FormPage page)
    {
        if (page.Case.Meeting.SafetyPlan.Support is { Fact: var support })
        {
            yield return new PlainText(support.Needed == YesNo.Yes ? $"Services and support until then: {support.What}"
                : $"No services are needed now: {support.What}");
        }
    }
}

/// <summary>The manager is satisfied that the interim safety plan is appropriate and robust (R66).</summary>
internal sealed class Authorise : IAct<Authorise.Form>
{
    /// <param name="Read">The number of the plan that was shown.</param>
    public sealed record Form(string Case, int? Read = null) : ICaseForm;

    public static string Verb => "planning/authorise";

    public static Capability Needs => Capability.ReadContent;

    public static SubmitAction Button(Case @case) =>
        Actions.Send("Authorise", Verb, new Form(@case.Ref.Value, AgreementRule.PlanNumber(@case)));

    public Decision Decide(FormPage page, Form pressed) => AgreementRule.Authorise(page.Whole, page.Me, pressed.Read);

    public Echo Saved(FormPage page, Kept<Form> kept) => new("the section 47 enquiry is authorised");

    public PartButton? Ends(FormPage page, Form pressed) => AuthorisationPage.Button(page.Case);

    public PartButton Back(FormPage page, Form pressed) => AuthorisationPage.Button(page.Case);
}
