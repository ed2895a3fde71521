namespace StrategyBot.Phases.Deputising;

/// <summary>Somebody else has it: leave, sickness, another worker.</summary>
internal sealed class DeputyPlacePart(PhaseList phases) : IPart<DeputyPlacePart.Form>
{
    public const string Title = "Hand a part over: leave, sickness, new worker";

    public sealed record Form(
        string Case, string? Whom = null, string? Deputy = null, DateOnly? From = null, DateOnly? Until = null, string? Words = null)
        : ICaseForm;

    public static PartId Id => new("deputising/deputy");

    public static Capability Needs => Capability.SeeCase;

    public static IReadOnlyList<string> Keys => ["whom"];

    public static PartButton Button(Case @case, ParticipantId whom) => Id.Button(Title, new Form(@case.Ref.Value, whom.Value));

    public Refusal? Bars(FormPage page, Form asked) => DeputyRule.Whose(page.Whole, page.Me).Count > 0 ? null : new NotYourPart();

    public Drawn Draw(FormPage page, Form asked)
    {
        var whose = DeputyRule.Whose(page.Whole, page.Me);
        var whom = whose.FirstOrDefault(person => person.Id.Value == asked.Whom) ?? whose.FirstOrDefault(person => person.Id == page.Me.Id);
        var stands = DeputyRule.Find(page.Case, whom?.Id.Value) is { Stands: true } place ? place.Said.Fact : null;
        return new(Title,
        [
            PersonChoice.Of("whom", "Whose part?", whose, whom?.Id.Value),
            .. whom is null ? [] : DeputyPage.Open(page.Whole, phases, whom.Id).Select(line => new TextBlock(line) { IsSubtle = true }),
            PersonChoice.Of("deputy", "Who takes it over?", DeputyRule.People(page.Whole).Where(person => person.Id != whom?.Id),
                stands?.Deputy.Value),
            .. Rest(page, stands),
        ])
        {
            Preselected = stands is null ? ["whom", "from"] : ["whom"],
            Saves = [new("Hand it over")],
            Beside =
            [
                .. whom is null ? [] : new[] { NewDeputyPart.Button(page.Case, whom.Id).Send() },
                .. stands is null ? [] : new[] { EndDeputy.Button(page.Case, stands.Whom).Send() },
            ],
        };
    }

    public Decision Decide(FormPage page, Form typed) => DeputyRule.Say(page.Whole, page.Me,
        new(typed.Whom, typed.Deputy, From: typed.From, Until: typed.Until, Words: typed.Words), page.Words.LocalDate(page.Now));

    public Echo Saved(FormPage page, Kept<Form> kept) => Said(page, kept.Facts);

    /// <summary>From when to when, and what they need to know.</summary>
    internal static IEnumerable<CardElement> Rest(FormPage page, DeputySaid? stands) =>
    [
        new DateInput("from", "From which day?") { Value = stands?.From ?? page.Words.LocalDate(page.Now) },
        new DateInput("until", "To which day? Leave it out if it is for good") { Value = stands?.Until },
        new TextInput("words", "What do they need to know?")
        {
            IsMultiline = true,
            MaxLength = FormCard.LongText,
            Value = stands?.Words,
        },
    ];

    internal static Echo Said(FormPage page, IReadOnlyList<Fact> facts) => new(facts.OfType<DeputySaid>().FirstOrDefault() is { } said
        ? $"{Shortened.Name(page.Whole.Find(said.Deputy)?.Name ?? "somebody else")} takes it over {DeputyRule.When(said, page.Words)}, "
            + "is told, and is asked to say so"
        : "who takes it over");
}

/// <summary>The same for somebody who is not on the case yet.</summary>
internal sealed class NewDeputyPart : IPart<NewDeputyPart.Form>
{
    private const string Title = "Somebody who is not on the case yet";

    public sealed record Form(
        string Case, string? Whom = null, string? Name = null, string? Mail = null, string? Phone = null, DateOnly? From = null,
        DateOnly? Until = null, string? Words = null) : ICaseForm;

    public static PartId Id => new("deputising/new-deputy");

    public static Capability Needs => Capability.SeeCase;

    public static IReadOnlyList<string> Keys => ["whom"];

    public static PartButton Button(Case @case, ParticipantId whom) => Id.Button(Title, new Form(@case.Ref.Value, whom.Value));

    public Refusal? Bars(FormPage page, Form asked) =>
        DeputyRule.Whose(page.Whole, page.Me).Any(person => person.Id.Value == asked.Whom) ? null : new NotYourPart();

    public Drawn Draw(FormPage page, Form asked) => new(Title,
    [
        new TextBlock(CardText.Plain($"For {Shortened.Name(page.Case.Find(new ParticipantId(asked.Whom ?? ""))?.Name ?? "")}.")),
        new TextInput("name", "Name") { MaxLength = FormCard.Line },
        new TextInput("mail", "Mail address, of our own organisation") { MaxLength = FormCard.Line },
        new TextInput("phone", "Telephone") { MaxLength = FormCard.Line },
        .. DeputyPlacePart.Rest(page, null),
    ])
    {
        Preselected = ["from"],
        Saves = [new("Hand it over")],
    };

    public Decision Decide(FormPage page, Form typed) => DeputyRule.Say(page.Whole, page.Me,
        new(typed.Whom, null, typed.Name ?? "", typed.Mail, typed.Phone, typed.From, typed.Until, typed.Words),
        page.Words.LocalDate(page.Now));

    public Echo Saved(FormPage page, Kept<Form> kept) => DeputyPlacePart.Said(page, kept.Facts);
}
