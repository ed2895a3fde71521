namespace StrategyBot.Phases.Family;

/// <summary>The copy was given: by whom, when and how. What was given is kept as it stands now (R81, P34).</summary>
internal sealed class CopyGivenPart : IPart<CopyGivenPart.Form>
{
    private const string Title = "Given to them";

    public sealed record Form(
        string Case, string? Reader = null, string? Giver = null, GivenHow? How = null, DateOnly? Day = null, TimeOnly? Time = null)
        : ICaseForm;

    public static PartId Id => new("family/given");

    public static Capability Needs => Capability.FillForm;

    public static IReadOnlyList<string> Keys => ["reader"];

    public static IReadOnlyList<IReadOnlyList<string>> Together => [["day", "time"]];

    public static PartButton Button(Case @case, string reader) => Id.Button(Title, new Form(@case.Ref.Value, reader));

    public Refusal? Bars(FormPage page, Form asked) => FamilyCopyPage.Bar(page, asked.Reader, isBegun: true)
        ?? FamilyFile.WhyNot(page.View, asked.Reader!);

    public Drawn Draw(FormPage page, Form asked)
    {
        var copy = CopyOwed.Find(page.Case, asked.Reader!);
        return new(Title,
        [
            new PlainText(copy.Name(page.Case)) { Weight = TextWeight.Bolder },
            .. copy.For!.Fact.Language is { Length: > 0 } language
                ? (IReadOnlyList<CardElement>)[new PlainText($"They asked for it in {language}. Nothing was translated here.")] : [],
            PersonChoice.AtAGlance("giver", "Who gave it?", page.Case.Participants.Where(person =>
                person.Agency == Agency.SocialCare && person.May(Capability.Act)), page.Me.Id.Value),
            Choices.Radios("how", "How was it given?", WordTables.GivenHow, GivenHow.ByHand),
            new DateInput("day", "On which day? Leave it out for today"),
            new TimeInput("time", "At what time? Leave it out for now"),
        ])
        {
            Preselected = ["giver", "how"],
        };
    }

    public Decision Decide(FormPage page, Form typed)
    {
        var giver = page.Whole.Participants.FirstOrDefault(person => person.Id.Value == typed.Giver)?.Id;
        Decision Given(DateTimeOffset? at) => FamilyRule.Given(page.Whole, page.Me, typed.Reader!, giver, typed.How, at, page.Now);
        return (typed.Day, typed.Time) switch
        {
            (null, null) => Given(null),
            ({ } day, null) when day == page.Words.LocalDate(page.Now) => Given(null),
            ({ }, null) => new CannotBe("Say at what time it was given.") { Field = "time" },
            (var day, { } time) => page.Words.OnTheClock(day ?? page.Words.LocalDate(page.Now), time, page.Now).Match(
                at => Given(at), why => new CannotBe(why) { Field = "time" }),
        };
    }

    public Echo Saved(FormPage page, Kept<Form> kept) => new($"{FamilyCopy.Number(kept.Typed.Reader!)}: the copy was given");

    public PartButton? Next(FormPage page, Kept<Form> kept) => CopiesOwedPage.Button(page.Case);
}
