namespace StrategyBot.Phases.Family;

/// <summary>A manager says why somebody who is owed a copy gets none (R78, P34).</summary>
internal sealed class NotSharedPart : IPart<NotSharedPart.Form>
{
    private const string Title = "The plan is not shared";

    public sealed record Form(string Case, string? Reader = null, string? Because = null) : ICaseForm;

    public static PartId Id => new("family/not-shared");

    public static Capability Needs => Capability.Decide;

    public static IReadOnlyList<string> Keys => ["reader"];

    public Refusal? Bars(FormPage page, Form asked) => FamilyRule.MayDecide(page.Me) && FamilyRule.HasPlan(page.Case)
        && FamilyRule.IsKnown(page.Case, asked.Reader, page.Words.LocalDate(page.Now)) ? null : new NotYourPart();

    public Drawn Draw(FormPage page, Form asked)
    {
        var copy = CopyOwed.Find(page.Case, asked.Reader!);
        return new(Title,
        [
            new PlainText(copy.Name(page.Case)) { Weight = TextWeight.Bolder },
            new TextInput("because", "Why is it not shared with them, and how is the child safe without?")
            {
                IsMultiline = true,
                MaxLength = FormCard.LongText,
                Value = copy.NotShared?.Fact.Because,
            },
        ]);
    }

    public Decision Decide(FormPage page, Form typed) =>
        FamilyRule.NotShared(page.Whole, page.Me, typed.Reader!, typed.Because, page.Words.LocalDate(page.Now));

    public Echo Saved(FormPage page, Kept<Form> kept) => new($"{FamilyCopy.Number(kept.Typed.Reader!)}: not shared");

    public PartButton? Next(FormPage page, Kept<Form> kept) => CopiesOwedPage.Button(page.Case);
}
