
namespace StrategyBot.Phases.Convening;

/// <summary>The children and adults that are named so far, and the ways to the next one (P1).</summary>
internal sealed class PeoplePage : IPage<CaseForm>
{
    // So that the list stays under the size of a card however many there are.
    private const int MostShown = 40;

    public static PartId Id => new(PartIds.People);

    public static Capability Needs => Capability.Arrange;

    public Refusal? Bars(FormPage page, CaseForm asked) => CircumstancesRule.WhyFirst(page.Case);

    public Drawn Draw(FormPage page, CaseForm asked)
    {
        var (@case, named) = (page.Case, Named(page.Case, page.Words).ToList());
        return ConveningDrawing.Of(page, Step.People,
        [
            new TextBlock("The agencies check their records for everybody named here. Each form is saved on its own.") { IsSubtle = true },
            named.Count == 0
                ? new TextBlock("Nobody is named yet.")
                : new ChoiceSetInput("person", "Named so far; choose one to correct", [.. named.Take(MostShown)])
                {
                    Style = ChoiceSetStyle.Expanded,
                    Value = named[0].Value,
                },
            new ActionSet(
                PersonPart.Id.Send("Add a child", new PersonPart.Form(@case.Ref.Value, New: PersonPart.Child)),
                PersonPart.Id.Send("Add an unborn child", new PersonPart.Form(@case.Ref.Value, New: PersonPart.Unborn)),
                PersonPart.Id.Send("Add an adult", new PersonPart.Form(@case.Ref.Value, New: PersonPart.Adult))),
            .. @case.TakenOff.Where(off => off.Back is null).SelectMany(off => TakenOff(page, off)),
        ]) with
        {
            Beside =
            [
                .. named.Count == 0 ? (IReadOnlyList<CardAction>)[] :
                [
                    Actions.Send("Correct the chosen one", PersonPart.Id.Open, asked),
                    @case.Meeting.IsConvened
                        ? WhoToCheck.Send(@case)
                        : Step.SocialWorker.Part(@case).Send("Next: the social worker", asked),
                ],
                .. ConveningDrawing.Around(page, Step.People),
            ],
        };
    }

    /// <summary>By their number: their name may be somebody else's child's.</summary>
    private static IEnumerable<CardElement> TakenOff(FormPage page, TakenOffChild off) =>
    [
        new TextBlock(CardText.Plain($"{off.Child.Number} was taken off, {page.Words.When(off.Said.At)}, by "
            + $"{page.Case.Find(off.Said.By)?.Name ?? "somebody"}: {WordTables.ChildOffCause.InList(off.Said.Fact.Cause)}"
            + $"{(off.Said.Fact.Other is { } other ? $", {other}" : "")}."))
        {
            IsSubtle = true,
        },
        .. page.Me.Agency == Agency.SocialCare
            ? (IReadOnlyList<CardElement>)[new ActionSet(PutChildBack.Button(page.Case, off.Child))] : [],
    ];

    private static IEnumerable<Choice> Named(Case @case, Words words) =>
    [
        .. @case.Children.Select(child =>
            Offer($"{child.Number}: {Shortened.Name(child.Details.Name)}{Born(child.Details, words)}", child.Id.Value)),
        .. @case.Adults.Select(adult => Offer($"Adult: {Shortened.Name(adult.Details.Name)}{Relation(adult.Details)}", adult.Id.Value)),
    ];

    private static Choice Offer(string title, string id) => new(title, id);

    private static string Born(ChildDetails child, Words words) => child.BornOrDue is { } on
        ? $", {(child.Unborn ? "due" : "born")} {words.Date(on)}"
        : child.Unborn ? ", unborn" : "";

    private static string Relation(AdultDetails adult) => adult.Relation.Length > 0 ? $", {Shortened.Name(adult.Relation)}" : "";
}

/// <summary>One child, born or not yet, or one adult of the household or close to it (P1): new, or corrected.</summary>
internal sealed class PersonPart : IPart<PersonPart.Form>
{
    public const string Child = "child", Unborn = "unborn", Adult = "adult";

    /// <param name="Person">Whom to correct.</param>
    /// <param name="New">Whom to add instead.</param>
    /// <param name="On">A child's date of birth, or the day on which a baby is due.</param>
    /// <param name="Born">An adult's.</param>
    /// <param name="LivesWith">Whoever of the case has the same address.</param>
    public sealed record Form(
        string Case,
        string? Person = null,
        string? New = null,
        string? Name = null,
        string? Aliases = null,
        DateOnly? On = null,
        DateOnly? Born = null,
        string? Relation = null,
        string? Address = null,
        string? School = null,
        string? NhsNumber = null,
        string? Marking = null,
        string? LivesWith = null) : ICaseForm;

    private const string AsksWho = "Who may know this address? If it is confidential, choose only those who need it";

    public static PartId Id => new("convening/person");

    public static Capability Needs => Capability.Arrange;

    public Refusal? Bars(FormPage page, Form asked) => Of(page.Case, asked) is null ? new NoSuchPerson() : null;

    public Drawn Draw(FormPage page, Form asked)
    {
        var (title, inputs) = Of(page.Case, asked) switch
        {
            ChildDetails child => (child.Unborn ? "Unborn child" : "Child", Ask(child)),
            AdultDetails adult => ("Adult", Ask(adult)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        return ConveningDrawing.Of(page, Step.People,
        [
            .. inputs,
            .. MarkingInput.Beside(page, Of(page.Case, asked), Of(page.Whole, asked), AddressOf(page.Case, asked)?.Audience, AsksWho),
        ]) with
        {
            Title = title,
            Saves =
            [
                new("Save"),
                .. asked.New is not null && Household(page.Case) is { } with
                    ? (IReadOnlyList<Save>)[new($"Save: lives with {with.Name}", new { LivesWith = with.Id })] : [],
            ],
            Beside =
            [
                PeoplePage.Id.Send("Back to the list", CaseForm.Of(page.Case)),
                .. IdentifiersPart.Beside(page.Case, asked.Person),
                .. TiesPart.Beside(page, asked.Person),
                .. CodesPart.Beside(page, asked.Person),
                .. asked.New is null && !page.Case.Meeting.IsConvened
                    ? (IReadOnlyList<CardAction>)[TakePersonOff.Button(page.Case, asked)]
                    : [],
                .. page.Me.Agency == Agency.SocialCare && page.Whole.Meetings.Any(meeting => meeting.IsConvened)
                    && ChildOffRule.Find(page.Case, asked.Person) is { } named
                    ? (IReadOnlyList<CardAction>)[ChildOffPart.Button(page.Case, named).Send()]
                    : [],
            ],
            Preselected = asked.New is null ? [] : [MarkingInput.Id],
        };
    }

    public Decision Decide(FormPage page, Form typed) =>
        MarkingInput.Said(page, typed.Marking, AddressOf(page.Whole, typed)?.Audience, typed.Address) is { } readers
            ? Named(page, typed with { Address = Where(page.Whole, typed) }, readers)
            : MarkingInput.NotSaid;

    private static Decision Named(FormPage page, Form typed, Readers readers) => Of(page.Whole, typed) switch
    {
        ChildDetails { Unborn: var unborn } => PersonRule.Child(page.Whole, typed, unborn, page.Now, page.Words, readers),
        _ => PersonRule.Adult(page.Whole, typed, page.Now, page.Words, readers),
    };

    public Echo Saved(FormPage page, Kept<Form> kept) => new(Shortened.Name(AsTyped.Line(kept.Typed.Name)))
    {
        Notes =
        [
            .. kept.Typed.New is null or Adult ? []
                : kept.Facts.OfType<ChildNamed>()
                    .Select(named => new ActionSet([.. IdentifiersPart.Beside(page.Case, named.Child!.Value.Value)])),
        ],
    };

    public PartButton? Next(FormPage page, Kept<Form> kept) => Step.People.Button(page.Case);

    /// <summary>What is typed goes before the one that a button says.</summary>
    private static string? Where(Case @case, Form typed) =>
        typed is { New: not null, LivesWith: { } id } && AsTyped.Line(typed.Address).Length == 0
        ? Addresses(@case).FirstOrDefault(one => one.Id == id).Address
        : typed.Address;

    /// <summary>Whom it is about, as they stand. Nobody lives where another does because nobody said otherwise.</summary>
    private static object? Of(Case @case, Form asked) => asked.New switch
    {
        Child or Unborn => new ChildDetails("", "", null, asked.New == Unborn, "", "", ""),
        Adult => new AdultDetails("", "", null, "", ""),
        // Other agencies don't have the codes, and are asked the same.
        _ => @case.Children.FirstOrDefault(child => child.Id.Value == asked.Person)?.Details.WithoutCodes()
            ?? (object?)@case.Adults.FirstOrDefault(adult => adult.Id.Value == asked.Person)?.Details,
    };

    private static IReadOnlyList<CardElement> Ask(ChildDetails child) =>
    [
        ConveningDrawing.Line("name", child.Unborn ? "Name, for example “Baby of” and the mother's name" : "Name", child.Name),
        ConveningDrawing.Line("aliases", "Other names", child.Aliases),
        new DateInput("on", child.Unborn ? "Due date" : "Date of birth") { Value = child.BornOrDue },
        ConveningDrawing.Line("address", "Address", child.Address),
        ConveningDrawing.Line("school", child.Unborn ? "Maternity hospital or midwife" : "School or nursery", child.School),
    ];

    private static IReadOnlyList<CardElement> Ask(AdultDetails adult) =>
    [
        ConveningDrawing.Line("name", "Name", adult.Name),
        ConveningDrawing.Line("aliases", "Other names", adult.Aliases),
        new DateInput("born", "Date of birth") { Value = adult.Born },
        ConveningDrawing.Line("relation", "Relation to the children", adult.Relation),
        ConveningDrawing.Line("address", "Address", adult.Address),
    ];

    private static AddressFor? AddressOf(Case @case, Form asked) => asked.New is not null ? null
        : @case.Children.FirstOrDefault(child => child.Id.Value == asked.Person)?.Address
            ?? @case.Adults.FirstOrDefault(adult => adult.Id.Value == asked.Person)?.Address;

    /// <summary>Most of a household live at one address.</summary>
    private static (string Id, string Name)? Household(Case @case) =>
        Addresses(@case).FirstOrDefault() is { Id: not null } one ? (one.Id, one.Name) : null;

    /// <summary>Never one that is kept from some.</summary>
    private static IEnumerable<(string Id, string Name, string Address)> Addresses(Case @case) =>
    [
        .. @case.Children.Where(child => child is { Details.Address.Length: > 0, Address.IsConfidential: false })
            .Select(child => (child.Id.Value, child.Number, child.Details.Address)),
        .. @case.Adults.Where(adult => adult is { Details.Address.Length: > 0, Address.IsConfidential: false })
            .Select(adult => (adult.Id.Value, Shortened.Name(adult.Details.Name), adult.Details.Address)),
    ];
}

/// <summary>Takes a child or an adult off who was put on by mistake.</summary>
internal sealed class TakePersonOff : IAct<PersonPart.Form>
{
    public static string Verb => "convening/take-person-off";

    public static Capability Needs => Capability.Arrange;

    public static SubmitAction Button(Case @case, PersonPart.Form about) =>
        Actions.Send("Take off the list", Verb, new PersonPart.Form(@case.Ref.Value, about.Person)) with
        {
            AssociatedInputs = AssociatedInputs.None,
        };

    public Decision Decide(FormPage page, PersonPart.Form pressed) => PersonRule.TakeOff(page.Whole, pressed.Person ?? "");

    public Echo Saved(FormPage page, Kept<PersonPart.Form> kept) => new("taken off the list");

    public PartButton? Next(FormPage page, Kept<PersonPart.Form> kept) => Step.People.Button(page.Case);

    public PartButton? Back(FormPage page, PersonPart.Form pressed) => Step.People.Button(page.Case);
}
