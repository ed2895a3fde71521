namespace StrategyBot.Phases.Keeping;

/// <summary>Information governance says what came of a report: the 72 hours end with it (P16).</summary>
internal sealed class MisplacedAnswerPart : IPart<MisplacedAnswerPart.Form>
{
    public const string Title = "What came of the report";

    public sealed record Form(
        string Case, int? Report = null, YesNo? Commissioner = null, DateOnly? Day = null, string? Why = null) : ICaseForm;

    public static PartId Id => new("keeping/misplaced-answer");

    public static Capability Needs => Capability.ReadContent;

    public static IReadOnlyList<string> Keys => ["report"];

    public static PartButton Button(Case @case, MisplacedReport report) => Id.Button(Title, new Form(@case.Ref.Value, report.Said.Seq));

    public Refusal? Bars(FormPage page, Form asked) => !Governance.MayAnswer(page.Whole, page.Me) ? new NotYourPart()
        : MisplacedRule.Find(page.Whole, asked.Report) is null ? new CannotBe("There is no such report on this case.") : null;

    public Drawn Draw(FormPage page, Form asked)
    {
        var report = MisplacedRule.Find(page.Whole, asked.Report)!;
        var stands = report.Answer?.Fact;
        return new(Title,
        [
            .. MisplacedLines.Of(page.Whole, report, page.Words).Select(line => new PlainText(line)),
            .. MisplacedRule.Find(page.Case, asked.Report)?.Said.Fact.What is { Length: > 0 } what
                ? (IReadOnlyList<CardElement>)[new PlainText(what)] : [],
            Choices.Radios("commissioner", "Was the Information Commissioner told?", WordTables.YesNo, stands?.Commissioner),
            new DateInput("day", "If so: on which day? Leave it out for today") { Value = stands?.On },
            new TextInput("why", "If not: why not. What else was done, and who was told")
            {
                IsMultiline = true,
                MaxLength = FormCard.LongText,
                Value = stands?.Why,
            },
        ])
        {
            Beside = [ReceivedPage.Button(page.Case, report).Send(), FindWordsPage.Button(page.Case).Send()],
        };
    }

    public Decision Decide(FormPage page, Form typed) => MisplacedRule.Answer(page.Whole, typed, page.Now, page.Words);

    public Echo Saved(FormPage page, Kept<Form> kept) => new("the report is answered, and the 72 hours have ended");
}

/// <summary>How a report stands, in lines without any of what it is about. Pure.</summary>
internal static class MisplacedLines
{
    public static IEnumerable<string> Of(Case @case, MisplacedReport report, Words words)
    {
        var said = report.Said;
        yield return $"{WordTables.Misplaced.InForm(said.Fact.Kind)}. Noticed {words.When(report.NoticedAt)}, said by "
            + $"{@case.Find(said.By)?.Described ?? "somebody"}.";
        if (said.Fact.Who.Count > 0)
        {
            yield return $"The case was closed to {string.Join(", ", said.Fact.Who.Select(id => @case.Find(id)?.Name ?? "somebody"))} "
                + $"{words.When(said.At)}.";
        }

        yield return report.Answer is { } answer
            ? answer.Fact.Commissioner == YesNo.Yes
                ? $"The Information Commissioner was told on {words.Date(answer.Fact.On ?? words.LocalDate(answer.At))}."
                : $"The Information Commissioner was not told: decided {words.When(answer.At)}."
            : $"The Information Commissioner is told by {words.When(report.NoticedAt + MisplacedRule.Limit)}, or it is said why not.";
    }
}
