using StrategyBot.Documents;
using StrategyBot.Rules;

namespace StrategyBot.Phases.Family;

/// <summary>One copy as it will be read, and the way to each part of it.</summary>
internal sealed class FamilyCopyPage(Letterhead letterhead) : IPage<FamilyCopyPage.Form>
{
    public const string Title = "A family copy";

    private const int ShortRow = 60;

    /// <param name="Reader">An adult's or a child's id, <c>other-1</c>, or <c>other</c> for somebody who has none yet.</param>
    public sealed record Form(string Case, string? Reader = null) : ICaseForm;

    public static PartId Id => new("family/copy");

    public static Capability Needs => Capability.FillForm;

    public static PartButton Button(Case @case, string reader) => Id.Button(Title, new Form(@case.Ref.Value, reader));

    public Refusal? Bars(FormPage page, Form asked) => Bar(page, asked.Reader);

    /// <summary>Nobody sees a form, a preview or a button of somebody with whom contact is held (P5).</summary>
    /// <param name="isBegun">It needs a copy that says whom it is for.</param>
    public static Refusal? Bar(FormPage page, string? reader, bool isBegun = false) =>
        !FamilyRule.MayMake(page.Me) || !FamilyRule.HasPlan(page.Case)
            || !(reader == FamilyCopy.Other ? !isBegun : FamilyRule.IsKnown(page.Case, reader, page.Words.LocalDate(page.Now)))
            || (isBegun && CopyOwed.Find(page.Case, reader!).For is null) ? new NotYourPart()
        : FamilyRule.Held(page.Whole, reader!, reader == FamilyCopy.Other ? "" : CopyOwed.Find(page.Case, reader!).Name(page.Case));

    public PartButton? Instead(FormPage page, Form asked) => CopyOwed.Find(page.Case, asked.Reader!).For is null
        ? FamilyReaderPart.Button(page.Case, asked.Reader!)
        : null;

    public Drawn Draw(FormPage page, Form asked)
    {
        var (@case, copy) = (page.Case, CopyOwed.Find(page.Case, asked.Reader!));
        var missing = FamilyFile.WhyNot(page.View, copy.Reader);
        var rows = Rows(@case, copy);
        return new(Title,
        [
            .. copy.LastGiven is { } given
                ? (IReadOnlyList<CardElement>)[new PlainText(CopiesOwedPage.GivenLine(page, given)) { IsSubtle = true }] : [],
            .. CopyOwed.Outdated(@case, copy) is { } why
                ? (IReadOnlyList<CardElement>)[Bold($"What was given is out of date: {why}. A new one is owed.")] : [],
            .. missing is null ? (IReadOnlyList<CardElement>)[] : [Bold(missing.Say(page.Words))],
            .. FamilyRule.NamesHeld(page.Whole, copy).Select(name =>
                Bold($"It names {name}, with whom contact is held: whoever reads it may tell them. Ask the police first.")),
            .. FamilyRule.Abbreviations(copy).ToList() is { Count: > 0 } letters
                ? (IReadOnlyList<CardElement>)[Bold($"Say it in whole words: {string.Join(", ", letters)}.")] : [],
            .. copy.Words?.Fact.On is { } day && FamilyRule.ReviewOn(@case) is { } review && day != review
                ? (IReadOnlyList<CardElement>)[Bold($"It says another day of review than the plan: {page.Words.Date(review)}.")] : [],
            .. Preview(FamilyPaper.Of(@case, copy, letterhead, SafetyPlan.VersionNow(@case), page.Now, page.Words)),
            .. Hidden(@case, copy.Reader) is > 0 and var hidden
                ? (IReadOnlyList<CardElement>)[new TextBlock(
                    $"{hidden} {(hidden == 1 ? "row of the plan is" : "rows of the plan are")} marked for some agencies only, "
                        + "and can't be chosen.") { IsSubtle = true, Separator = true }] : [],
            .. rows.Count == 0 ? (IReadOnlyList<CardElement>)[]
                : [new ChoiceSetInput("row", "Which row of the plan?", rows) { Value = rows[0].Value, Separator = true }],
        ])
        {
            Beside =
            [
                FamilyReaderPart.Button(@case, copy.Reader).Send(), FamilyWordsPart.Button(@case, copy.Reader).Send(),
                .. rows.Count == 0 ? (IReadOnlyList<CardAction>)[]
                    : [Actions.Send("Type the chosen row for them", FamilyRowPart.Id.Open, asked)],
                .. missing is not null ? (IReadOnlyList<CardAction>)[]
                    : [OfferFamilyPaper.Button(@case, copy.Reader), CopyGivenPart.Button(@case, copy.Reader).Send()],
            ],
        };
    }

    /// <summary>Those of the plan that may be told, the ones that aren't in the copy first, and then those of the copy.</summary>
    private static IReadOnlyList<Choice> Rows(Case @case, FamilyCopy copy) =>
    [
        .. RowRules.Of(@case, ActionKind.SafetyPlan).Where(row => FamilyRule.MayTell(row, copy.Reader))
            .OrderBy(row => copy.Rows.Exists(typed => typed.Fact.Action == row.Id))
            .Select(row => new Choice(
                $"{(copy.Rows.Exists(typed => typed.Fact.Action == row.Id) ? "Once more" : "From the plan")}: "
                    + Shortened.To(ShortRow, row.Fact.What), row.Id.Value)),
        .. copy.Rows.Select((row, at) =>
            new Choice($"Change row {at + 1}: {Shortened.To(ShortRow, row.Fact.What)}", $"row-{row.Fact.Row}")),
    ];

    private static int Hidden(Case @case, string reader) =>
        RowRules.Of(@case, ActionKind.SafetyPlan).Count(row => !FamilyRule.MayTell(row, reader));

    /// <summary>As the paper says it, without its form.</summary>
    public static IEnumerable<CardElement> Preview(FamilyPaper paper)
    {
        foreach (var block in paper.Blocks)
        {
            if (block is FamilyPaper.Rows { Cells: var cells })
            {
                foreach (var row in cells)
                {
                    yield return new PlainText($"{row[0]}: {row[1]} ({row[2]})");
                }
            }
            else if (block is FamilyPaper.Line { Shape: not FamilyPaper.Shape.Sign } line && line.Text().Trim().Length > 0)
            {
                var isHead = line.Shape is FamilyPaper.Shape.Heading or FamilyPaper.Shape.Title;
                yield return new PlainText(line.Text())
                {
                    Weight = isHead || line.Spans.All(span => span.IsBold) ? TextWeight.Bolder : TextWeight.Default,
                    Separator = isHead,
                };
            }
        }
    }

    private static TextBlock Bold(string sentence) => new(CardText.Plain(sentence)) { Weight = TextWeight.Bolder };
}
