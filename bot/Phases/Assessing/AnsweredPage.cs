namespace StrategyBot.Phases.Assessing;

/// <summary>What the police, health or the social worker answered, for the chair: all of it stands by one tap, or one is changed (P21).
/// </summary>
internal sealed class AnsweredPage : IPage<AnsweredPage.Form>
{
    // With the one that confirms, a card has five buttons.
    private const int MostBlocks = 4;

    // As many answers as there are decisions of one agency fit a card so.
    private const int LongestShown = 700;

    public sealed record Form(string Case, WhoFills? Whose = null) : ICaseForm;

    public static PartId Id => new(PartIds.Answered);

    public static Capability Needs => Capability.Lead;

    public static PartButton Button(Case @case, WhoFills whose) => Id.Button(Title(whose), new Form(@case.Ref.Value, whose));

    public static string Title(WhoFills whose) => whose switch
    {
        WhoFills.Police => "What the police answered",
        WhoFills.Health => "What health answered",
        _ => "What the social worker answered",
    };

    public string? Reading(Form asked) => asked.Whose is { } whose ? WordTables.ValueOf(whose) : null;

    public Refusal? Bars(FormPage page, Form asked) => asked.Whose is { } whose && AskedOf.Others.Contains(whose) ? null : new NoSuchCase();

    public Drawn Draw(FormPage page, Form asked)
    {
        var whose = asked.Whose!.Value;
        var answers = AnsweredRule.Of(page.Case, page.Me, whose);
        var confirmed = page.Case.Meeting.Assessment.Confirmed;
        return new(Title(whose),
        [
            .. answers.Count == 0 ? (IReadOnlyList<CardElement>)[new TextBlock("Nothing is answered yet that you confirm.")] : [],
            .. answers.SelectMany(one => (IReadOnlyList<CardElement>)
            [
                new TextBlock(one.Heading.Title) { Weight = TextWeight.Bolder, Separator = true },
                new PlainText(Shortened.To(LongestShown, AnswerWords.Say(one.Heading, one.Given.Answer))),
                new TextBlock(CardText.Plain(
                    $"{HeadingsPart.AuthorOf(page.Case, one.Given)} · {page.Words.Time(one.Given.At)} · {one.Given.Audience.Say(page.Case)}"
                        + (confirmed.ContainsKey(one.Given.Seq) ? " · confirmed" : "")))
                {
                    IsSubtle = true,
                    Size = TextSize.Small,
                },
            ]),
        ])
        {
            Beside =
            [
                .. AnsweredRule.Open(page.Case, page.Me, whose) == 0 ? (IReadOnlyList<CardAction>)[]
                    : [ConfirmAnswers.Button(page.Case, whose, [.. answers.Select(one => one.Given.Seq)])],
                .. answers.Select(one => Change(page.Case, one.Heading)).DistinctBy(button => button.Title).Take(MostBlocks),
            ],
        };
    }

    private static SubmitAction Change(Case @case, Heading heading) => RowLists.Find(heading.Id) is null or { IsBesideWords: true }
        ? HeadingsPart.Id.Send(
            $"Change: {Headings.FindBlock(heading.Block)!.Title}", new HeadingsPart.Form(@case.Ref.Value, heading.Block))
        : ListPage.Id.Send($"Change: {heading.Title}", new ListPage.Form(@case.Ref.Value, heading.Id, All: true));
}

/// <summary>The chair lets all of it stand.</summary>
internal sealed class ConfirmAnswers : IAct<ConfirmAnswers.Form>
{
    /// <param name="Shown">The versions of the answers, as the page showed them.</param>
    public sealed record Form(string Case, WhoFills? Whose = null, IReadOnlyList<string>? Shown = null) : ICaseForm;

    public static string Verb => "assessing/confirm-answers";

    public static Capability Needs => Capability.Lead;

    public static SubmitAction Button(Case @case, WhoFills whose, IReadOnlyList<int> shown) => Actions.Send(
        "These stand", Verb, CaseForm.With(@case, new { Whose = whose, Shown = string.Join(',', shown) })) with
    {
        AssociatedInputs = AssociatedInputs.None,
    };

    public Decision Decide(FormPage page, Form pressed) => pressed.Whose is { } whose && AskedOf.Others.Contains(whose)
        ? AnsweredRule.Confirm(page.Whole, page.Me, whose,
            [.. (pressed.Shown ?? []).Select(one => int.TryParse(one, out var version) ? version : -1)])
        : new NoSuchCase();

    public Echo Saved(FormPage page, Kept<Form> kept)
    {
        var title = AnsweredPage.Title(kept.Typed.Whose!.Value);
        return new($"{char.ToLowerInvariant(title[0])}{title[1..]} stands");
    }

    public PartButton? Ends(FormPage page, Form pressed) => Back(page, pressed);

    public PartButton? Back(FormPage page, Form pressed) => pressed.Whose is { } whose ? AnsweredPage.Button(page.Case, whose) : null;
}
