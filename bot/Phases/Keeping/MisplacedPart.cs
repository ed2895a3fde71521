namespace StrategyBot.Phases.Keeping;

/// <summary>Anybody who reads says that something is about another family, or reached somebody whom it was not for (P16).</summary>
internal sealed class MisplacedPart : IPart<MisplacedPart.Form>
{
    public const string Title = "Wrong family, or wrong person";

    public sealed record Form(
        string Case, Misplaced? Kind = null, string? Who = null, string? What = null, DateOnly? Day = null, TimeOnly? Time = null)
        : ICaseForm;

    public static PartId Id => new("keeping/misplaced");

    public static Capability Needs => Capability.ReadContent;

    public static IReadOnlyList<IReadOnlyList<string>> Together => [["day", "time"]];

    public static PartButton Button(Case @case) => Id.Button(Title, new Form(@case.Ref.Value));

    public Drawn Draw(FormPage page, Form asked) => new(Title,
    [
        new TextBlock("Information governance and the chair are told now. What is written stays until information governance seals it."),
        Choices.Radios("kind", "What is wrong?", WordTables.Misplaced, null),
        PersonChoice.Several("who", "Whom was it not for? The case closes to them now", MisplacedRule.Offered(page.Whole, page.Me)),
        new TextInput("what", "Where does it stand, or how did it reach them? Not what it says")
        {
            IsMultiline = true,
            MaxLength = FormCard.LongText,
        },
        new DateInput("day", "On which day was it noticed? Leave it out for today"),
        new TimeInput("time", "At what time? Leave it out for now"),
    ])
    {
        Saves = [new("Tell them now")],
    };

    public Decision Decide(FormPage page, Form typed) => MisplacedRule.Say(page.Whole, page.Me, typed, page.Now, page.Words);

    public Echo Saved(FormPage page, Kept<Form> kept) => new(
        (Governance.Of(page.Whole).Count > 0 ? "information governance and the chair are told now" : "the chair is told now")
            + (kept.Facts.OfType<LinksRevoked>().Count() is var shut and > 0
                ? $", and the case is closed to {(shut == 1 ? "one person" : $"{shut} people")}" : ""));
}
