using StrategyBot.Documents;

namespace StrategyBot.Phases.Minuting;

/// <summary>Lists what was said to be wrong and what came of it: everything for the chair, one's own for anybody else (P15).</summary>
internal sealed class ObjectionsPage : IPage<ObjectionsPage.Form>
{
    private const int Line = 100;

    private const string Withheld = "Marked for other readers.";

    public sealed record Form(string Case, int Page = 1) : ICaseForm;

    public static PartId Id => new("minuting/objections");

    public static Capability Needs => Capability.ReadMinutes;

    public static PartButton Button(Case @case, bool leads) => Id.Button(TitleFor(leads), new Form(@case.Ref.Value));

    public static SubmitAction AllButton(Case @case) => Id.Send("All of them", new Form(@case.Ref.Value));

    public static string TitleFor(bool leads) => leads ? "What is said to be wrong" : "What you said is wrong";

    /// <summary>What this reader sees in the list.</summary>
    public static IReadOnlyList<Objection> Of(CaseView view) =>
        [.. view.Case.Meeting.Minutes.Objections.Where(objection => objection.By == view.Reader.Id || view.Reader.May(Capability.Lead))];

    public Drawn Draw(FormPage page, Form asked)
    {
        var leads = page.Me.May(Capability.Lead);
        var all = Of(page.View).OrderBy(objection => objection.Answer is not null).ThenByDescending(objection => objection.Number);
        var pages = LongText.Pages(all, objection => string.Concat(Listed(page, objection)) + Named(page, objection));
        var shown = LongText.Page(pages, asked.Page);
        var open = leads ? shown.Items.Where(objection => objection.Answer is null).ToList() : [];
        return new(TitleFor(leads),
        [
            .. shown.Line,
            .. shown.Items.Count == 0
                ? (IReadOnlyList<CardElement>)[new TextBlock("Nothing.")]
                : shown.Items.SelectMany(objection => Elements([.. Listed(page, objection)])),
            .. open.Count == 0 ? (IReadOnlyList<CardElement>)[] : [Choose(page, open)],
        ])
        {
            Beside =
            [
                .. open.Count == 0 ? (IReadOnlyList<CardAction>)[] : [ObjectionAnswerPart.ChosenButton(page.Case)],
                .. leads && open.Count == 0 && page.Case.Meeting.Minutes.Pending.Any()
                    ? (IReadOnlyList<CardAction>)[ApprovalPart.Button(page.Whole, MinutesDraft.Of(page.Whole))] : [],
                .. shown.Turns((title, number) => Id.Send(title, new Form(page.Case.Ref.Value, number))),
            ],
        };
    }

    /// <summary>How it stands, in a line.</summary>
    public static string Say(Case @case, Objection objection, Words words) => objection switch
    {
        { IsByAuthor: true } => "their own words, put right; they go out with the next version",
        { Answer: { } answer } => $"{WordTables.ObjectionOutcome.InList(answer.Fact.Outcome)} {words.When(answer.At)}",
        _ => $"not answered yet; due by {ObjectionRule.Limit(@case, objection).SayRule(words)}",
    };

    /// <summary>Where and who, what, how it stands, and why.</summary>
    private static IEnumerable<string> Listed(FormPage page, Objection objection)
    {
        yield return $"{ObjectionRule.SectionOf(page.Whole, objection)} – {page.Case.Find(objection.By)?.Described}";
        yield return objection.Text.Length == 0 ? Withheld : Shortened.To(Line, objection.Text);
        yield return $"{page.Words.When(objection.At)}: {Say(page.Whole, objection, page.Words)}";
        if (objection.Answer?.Fact.Reason is { Length: > 0 } reason)
        {
            yield return $"Why: {Shortened.To(Line, reason)}";
        }
    }

    private static IEnumerable<CardElement> Elements(IReadOnlyList<string> listed) =>
    [
        new PlainText(listed[0]) { Weight = TextWeight.Bolder },
        new PlainText(listed[1]),
        new TextBlock(CardText.Plain(listed[2])) { IsSubtle = true },
        .. listed.Skip(3).Select(why => new PlainText(why)),
    ];

    private static string Named(FormPage page, Objection objection) =>
        Shortened.To(70, $"{ObjectionRule.SectionOf(page.Whole, objection)} – {page.Case.Find(objection.By)?.Name}");

    private static ChoiceSetInput Choose(FormPage page, List<Objection> open) =>
        new("objection", "Which one?", [.. open.Select(objection => new Choice(Named(page, objection), $"{objection.Number}"))])
        {
            Value = $"{open[0].Number}",
            Separator = true,
        };
}
