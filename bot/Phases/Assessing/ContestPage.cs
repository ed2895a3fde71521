namespace StrategyBot.Phases.Assessing;

/// <summary>The answers that contest each other, one heading at a time (design §5.4). Closing it keeps all of them.</summary>
internal sealed class ContestPage : IPage<ContestPage.Form>
{
    // A card has five buttons (design §5.7), one for each answer.
    private const int MostButtons = 5;

    public sealed record Form(string Case, string? Heading = null) : ICaseForm;

    public static PartId Id => new("assessing/contest");

    public static Capability Needs => Capability.FillForm;

    public static PartButton Button(Case @case, Heading heading) => Id.Button(heading.Title, new Form(@case.Ref.Value, heading.Id));

    public static SubmitAction Send(Case @case, Heading heading) =>
        Id.Send($"Compare: {heading.Title}", new Form(@case.Ref.Value, heading.Id));

    public string? Reading(Form asked) => Find(asked.Heading)?.Id;

    public Refusal? Bars(FormPage page, Form asked) => Find(asked.Heading) is null ? new NoSuchCase() : null;

    public Drawn Draw(FormPage page, Form asked)
    {
        var heading = Find(asked.Heading)!;
        var state = page.Case.Meeting.Assessment.Of(heading.Id);
        var standing = state.Standing.Where(given => HeadingsRule.MayRead(page.Me, given)).TakeLast(MostButtons).ToList();
        // One person's two answers have one name: then they are numbered.
        var number = standing.DistinctBy(given => given.By).Count() == standing.Count
            ? (Func<GivenAnswer, string>)(_ => "")
            : given => $"{standing.IndexOf(given) + 1}. ";
        return new(heading.Title,
        [
            new TextBlock(state.IsContested
                ? "These answers were given without sight of each other. All are kept; the chair chooses which stands."
                : "One answer stands here now."),
            .. standing.SelectMany(given => (IReadOnlyList<CardElement>)
            [
                new TextBlock($"{number(given)}{CardText.Plain(HeadingsPart.AuthorOf(page.Case, given))}, {page.Words.Time(given.At)}")
                {
                    Weight = TextWeight.Bolder,
                    Separator = true,
                },
                new PlainText(AnswerWords.Say(heading, given.Answer)),
            ]),
        ])
        {
            Beside = state.IsContested && page.Me.May(Capability.Lead)
                ? [.. standing.Select(given => SettleContest.Button(page.Case, heading, given, number(given)))]
                : [],
        };
    }

    public static Heading? Find(string? heading) => Headings.Find(heading ?? "");
}

/// <summary>The chair lets one of the contested answers stand; the others stay in the history.</summary>
internal sealed class SettleContest : IAct<SettleContest.Form>
{
    /// <param name="Chosen">The version of the answer.</param>
    public sealed record Form(string Case, string? Heading = null, int? Chosen = null) : ICaseForm;

    public static string Verb => "assessing/settle";

    public static Capability Needs => Capability.Lead;

    public static SubmitAction Button(Case @case, Heading heading, GivenAnswer given, string number) =>
        Actions.Send($"Let stand: {number}{@case.Find(given.By)?.Name ?? "this one"}", Verb,
            new Form(@case.Ref.Value, heading.Id, given.Seq));

    public Decision Decide(FormPage page, Form pressed) => HeadingsRule.Settle(page.Whole, pressed.Heading ?? "", pressed.Chosen ?? 0);

    public Echo Saved(FormPage page, Kept<Form> kept) =>
        new($"{ContestPage.Find(kept.Typed.Heading)!.Title} stands as you chose; what else was answered stays in the history");

    public PartButton? Back(FormPage page, Form pressed) =>
        ContestPage.Find(pressed.Heading) is { } heading ? ContestPage.Button(page.Case, heading) : null;
}
