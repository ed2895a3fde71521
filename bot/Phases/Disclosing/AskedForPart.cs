namespace StrategyBot.Phases.Disclosing;

/// <summary>Somebody asks for the record: a child or an adult for their data, the police, a court (P19, P41).</summary>
internal sealed class AskedForPart : IPart<AskedForPart.Form>
{
    public const string Title = "Somebody asks for the record";

    public sealed record Form(
        string Case, WhoAsks? Asker = null, string? Whose = null, string? Who = null, string? What = null, DateOnly? Day = null,
        DateOnly? By = null) : ICaseForm;

    public static PartId Id => new("disclosing/asked");

    public static Capability Needs => Capability.KeepRecord;

    public static PartButton Button(Case @case) => Id.Button(Title, new Form(@case.Ref.Value));

    public Drawn Draw(FormPage page, Form asked) => new(Title,
    [
        new TextBlock("A child or an adult has an answer within a month, so the day on which it came counts."),
        Choices.Radios("asker", "Who asks, and for what?", WordTables.WhoAsks, null),
        new ChoiceSetInput("whose", "Whose data do they ask for?",
        [
            .. page.Case.Children.Select(child => child.Id.Value).Concat(page.Case.Adults.Select(adult => adult.Id.Value))
                .Select(id => new Choice(Shortened.To(FormCard.Line, page.Case.NameOf(id)), id)),
        ]),
        new TextInput("who", "Who asks: name, and what they are") { MaxLength = FormCard.Line },
        new TextInput("what", "What for, under which number") { IsMultiline = true, MaxLength = FormCard.LongText },
        new DateInput("day", "When did it come? Leave it out for today"),
        new DateInput("by", "Police or a court: by when?"),
    ])
    {
        Saves = [new("Write it down")],
    };

    public Decision Decide(FormPage page, Form typed) => RequestRule.Ask(page.Whole, typed, page.Now, page.Words);

    public Echo Saved(FormPage page, Kept<Form> kept) => new(
        page.Whole.Keeping.Requests is [.., { Answered: null } last] && RequestRule.Until(page.Whole, last) is { } until
            ? $"it is answered by {page.Words.Date(until)}" : "it waits for your answer");

    public PartButton? Next(FormPage page, Kept<Form> kept) =>
        page.Whole.Keeping.Requests is [.., { Answered: null } last] ? RequestPage.Button(page.Case, last) : null;
}
