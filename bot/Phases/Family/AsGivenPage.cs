using StrategyBot.Documents;
using StrategyBot.Rules;

namespace StrategyBot.Phases.Family;

/// <summary>What somebody was given, word for word, the last first.</summary>
internal sealed class AsGivenPage(Letterhead letterhead) : IPage<AsGivenPage.Form>
{
    public const string Title = "What was given";

    public sealed record Form(string Case, string? Reader = null, int Page = 1) : ICaseForm;

    public static PartId Id => new("family/as-given");

    public static Capability Needs => Capability.FillForm;

    public Refusal? Bars(FormPage page, Form asked) => FamilyCopyPage.Bar(page, asked.Reader, isBegun: true)
        ?? (CopyOwed.Find(page.Case, asked.Reader!).LastGiven is null ? new CannotBe("Nothing was given to them yet.") : null);

    public Drawn Draw(FormPage page, Form asked)
    {
        var copy = CopyOwed.Find(page.Case, asked.Reader!);
        var shown = new Paged<GivenCopy>(Math.Clamp(asked.Page, 1, copy.Given.Count), copy.Given.Count, [.. copy.Given.Reverse()]);
        var given = shown.Items[shown.Number - 1];
        // As it was drawn then: with what was typed before it was given.
        var paper = FamilyPaper.Of(page.Case, given.AsGiven with { Given = [given] }, letterhead, given.Said.Fact.PlanVersion, given.At,
            page.Words);
        return new(Title,
        [
            new PlainText(CopiesOwedPage.GivenLine(page, given)) { Weight = TextWeight.Bolder },
            .. shown.Line,
            .. FamilyCopyPage.Preview(paper),
        ])
        {
            Beside =
            [
                .. shown.Turns((title, number) => Id.Send(title, asked with { Page = number })),
                FamilyCopyPage.Button(page.Case, copy.Reader).Send(),
            ],
        };
    }
}
