namespace StrategyBot.Phases.Safeguarding;

/// <summary>A ward, a school or another place holds a child: it is rung before all others (P35).</summary>
internal sealed class HolderPlacePart : IPart<HolderPlacePart.Form>
{
    private const string Title = "A ward, a school or another place", NobodyOfIt = "none";

    public sealed record Form(
        string Case, string? Child = null, string? Place = null, string? Phone = null, string? Holder = null, string? Marking = null)
        : ICaseForm;

    public static PartId Id => new("safeguarding/holder-place");

    public static Capability Needs => Capability.FillForm;

    public static IReadOnlyList<string> Keys => ["child"];

    public static PartButton Button(Case @case, string? child = null) => Id.Button(Title, new Form(@case.Ref.Value, child));

    public Drawn Draw(FormPage page, Form asked)
    {
        var (stands, whole) = (Held(page.Case, asked.Child), Held(page.Whole, asked.Child));
        return new(Title,
        [
            new TextBlock("Which place holds the child until the outcome is known? It is rung first, and when its shift changes."),
            .. ChildChoice.For(page.Case, asked.Child),
            new TextInput("place", "Which place? “Ward 4, Northgate Hospital”")
            {
                MaxLength = FormCard.Line,
                Value = stands?.Place?.Name,
            },
            new TextInput("phone", "Its telephone number, day and night") { MaxLength = FormCard.Line, Value = stands?.Place?.Phone },
            new ChoiceSetInput("holder", "Is somebody from there on the case?",
                [new("Nobody", NobodyOfIt), .. page.Case.Invited.Select(person => new Choice(person.Described, person.Id.Value))])
            {
                Value = stands?.Holder?.Value ?? NobodyOfIt,
            },
            .. MarkingInput.Beside(page, stands, whole, stands?.Audience),
        ])
        {
            Preselected = stands is null ? ["holder", MarkingInput.Id] : [],
        };
    }

    public IReadOnlyList<Form> Each(FormPage page, Form typed) =>
        ChildChoice.Each(page.Case, typed.Child, typed, child => typed with { Child = child });

    public Decision Decide(FormPage page, Form typed) =>
        MarkingInput.Said(page, typed.Marking, Held(page.Whole, typed.Child)?.Audience, typed.Place, typed.Phone) is { } readers
            ? HolderPlaceRule.Name(page.Whole, ChildChoice.Read(page.Whole, typed.Child), typed.Place, typed.Phone,
                page.Whole.Invited.FirstOrDefault(person => person.Id.Value == typed.Holder), readers)
            : MarkingInput.NotSaid;

    public Echo Saved(FormPage page, Kept<Form> kept) =>
        new("who holds the child", new PlainText($"{(kept.Typed.Place ?? "").Trim()}, {(kept.Typed.Phone ?? "").Trim()}"));

    private static HolderNamed? Held(Case @case, string? child) => ChildChoice.Read(@case, child)
        .Select(one => @case.Meeting.Safety.Holders.GetValueOrDefault(one.Id)?.Fact).FirstOrDefault(held => held?.Place is not null);
}

/// <summary>The place that holds a child was rung: who answered, and when the shift changes there (P35).</summary>
internal sealed class HolderRungPart : IPart<HolderRungPart.Form>
{
    public const string Title = "Ring who holds the child";

    /// <param name="Number">What is on the form that they are told.</param>
    public sealed record Form(string Case, string? Child = null, int Number = 0, string? Who = null, TimeOnly? Shift = null) : ICaseForm;

    public static PartId Id => new(PartIds.HolderRung);

    public static Capability Needs => Capability.FillForm;

    public static IReadOnlyList<string> Keys => ["child", "number"];

    public static PartButton Button(Case @case, HolderPlace held) =>
        Id.Button(Title, new Form(@case.Ref.Value, held.First.Id.Value, held.Number(@case)));

    public Refusal? Bars(FormPage page, Form asked) => HolderPlace.Find(page.Case, asked.Child) is null ? HolderPlaceRule.Nobody : null;

    public Drawn Draw(FormPage page, Form asked)
    {
        var held = HolderPlace.Find(page.Case, asked.Child)!;
        var sheet = HolderSheet.Of(page.Case, held, page.Now, page.Words);
        return new(Title,
        [
            .. HoldLines.On(page.Case),
            new PlainText($"Ring {HolderPlace.Named(page.Case, held.Of.Fact)}") { Weight = TextWeight.Bolder },
            new TextBlock("Tell them this, and let them say it back:"),
            .. sheet.Told.Select(line => new PlainText(Shortened.To(FormCard.LongText, line))),
            .. held.Rung(page.Case) is { } rung
                ? (IReadOnlyList<CardElement>)[new PlainText(Said(rung, page.Words)) { IsSubtle = true }] : [],
            new TextInput("who", "Who answered? Name and role") { MaxLength = FormCard.Line },
            new TimeInput("shift", "When does the shift change there next? Leave it out where nobody changes")
            {
                Value = held.Rung(page.Case)?.Fact.Shift,
            },
        ])
        {
            Saves = [new("They know it")],
            Beside = [OfferHolderSheet.Button(page.Case, held)],
        };
    }

    public Decision Decide(FormPage page, Form typed) => HolderPlaceRule.Ring(page.Whole, typed.Child, typed.Who, typed.Shift, typed.Number,
        HolderPlace.Find(page.Whole, typed.Child)?.Of.Fact.Audience ?? Audience.Professionals);

    public Echo Saved(FormPage page, Kept<Form> kept) => new("who answered"
        + (HolderPlace.Find(page.Case, kept.Typed.Child)?.RingAt(page.Case) is { } next
            ? $". They are rung again {page.Words.When(next)}, when the shift changes" : ""));

    public static string Said(Decided<HolderRung> rung, Words words) =>
        $"Rung {words.When(rung.Fact.HappenedAt ?? rung.At)}{(rung.Fact.Who.Length > 0 ? $": {rung.Fact.Who}" : "")}";
}
