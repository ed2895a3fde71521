namespace StrategyBot.Phases.Family;

/// <summary>What we are worried about, in words for one reader, and when it is looked at again.</summary>
internal sealed class FamilyWordsPart : IPart<FamilyWordsPart.Form>
{
    private const string Title = "Worry and review";

    public sealed record Form(
        string Case, string? Reader = null, string? Worry = null, DateOnly? Day = null, TimeOnly? Time = null, string? With = null)
        : ICaseForm;

    public static PartId Id => new("family/words");

    public static Capability Needs => Capability.FillForm;

    public static IReadOnlyList<string> Keys => ["reader"];

    public static IReadOnlyList<IReadOnlyList<string>> Together => [["day", "time"]];

    public static PartButton Button(Case @case, string reader) => Id.Button(Title, new Form(@case.Ref.Value, reader));

    public Refusal? Bars(FormPage page, Form asked) => FamilyCopyPage.Bar(page, asked.Reader, isBegun: true);

    public Drawn Draw(FormPage page, Form asked)
    {
        var copy = CopyOwed.Find(page.Case, asked.Reader!);
        var stands = copy.Words?.Fact;
        return new(Title,
        [
            new PlainText(copy.Name(page.Case)) { Weight = TextWeight.Bolder },
            new TextBlock("Type it for this person: short words, what they may know, and nothing that others said in confidence. "
                + "Nobody has to answer for what another adult did."),
            new TextInput("worry", "What are we worried about?")
            {
                IsMultiline = true,
                MaxLength = FamilyRule.MostWorry,
                Value = stands?.Worry,
            },
            new DateInput("day", "On which day do we look at it again?")
            {
                Value = stands is null ? FamilyRule.ReviewOn(page.Case) : stands.On,
            },
            new TimeInput("time", "At what time? Leave it out if only the day is known") { Value = stands?.At },
            new TextInput("with", "With whom or where, as it is printed: “with you and Maureen”")
            {
                MaxLength = FormCard.Line,
                Value = stands?.With,
            },
        ])
        {
            Preselected = stands is null ? ["day"] : [],
        };
    }

    public Decision Decide(FormPage page, Form typed) => FamilyRule.Words(page.Whole, page.Me,
        new(typed.Reader!, typed.Worry ?? "", typed.Day, typed.Time, typed.With ?? ""), page.Words.LocalDate(page.Now));

    public Echo Saved(FormPage page, Kept<Form> kept) => new($"{FamilyCopy.Number(kept.Typed.Reader!)}: the worry, and the review");

    public PartButton? Next(FormPage page, Kept<Form> kept) => FamilyCopyPage.Button(page.Case, kept.Typed.Reader!);
}
