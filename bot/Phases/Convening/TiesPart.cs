using StrategyBot.Rules;

namespace StrategyBot.Phases.Convening;

/// <summary>Who has parental responsibility, and with which surgery a child or an adult is: asked when it is known, and nothing waits for
/// it.</summary>
internal sealed class TiesPart : IPart<TiesPart.Form>
{
    public const string OfAdult = "Parental responsibility and GP", OfChild = "GP";

    public sealed record Form(
        string Case, string? Person = null, ParentalResponsibility? Responsible = null, IReadOnlyList<string>? For = null,
        string? Gp = null) : ICaseForm;

    public static PartId Id => new("convening/ties");

    public static Capability Needs => Capability.Arrange;

    public static IEnumerable<CardAction> Beside(FormPage page, string? person) =>
        page.Case.Find(new ChildId(person ?? "")) is not null
            ? [Id.Send($"{OfChild} …", new Form(page.Case.Ref.Value, person))]
        : Find(page.Case, person) is not null ? [Id.Send($"{OfAdult} …", new Form(page.Case.Ref.Value, person))]
        : [];

    public Refusal? Bars(FormPage page, Form asked) =>
        page.Case.Find(new ChildId(asked.Person ?? "")) is null && Find(page.Case, asked.Person) is null ? new NoSuchPerson() : null;

    public Drawn Draw(FormPage page, Form asked)
    {
        var adult = Find(page.Case, asked.Person);
        var child = page.Case.Find(new ChildId(asked.Person ?? ""));
        return new(adult is null ? OfChild : OfAdult,
        [
            new PlainText(adult is null ? $"{child!.Number}: {Shortened.Name(child.Details.Name)}"
                : Shortened.Name(adult.Details.Name)),
            .. adult is null ? (IReadOnlyList<CardElement>)[] : AskResponsible(page.Case, adult.Details),
            // It is near the address: asked of those alone who may know that.
            .. (adult?.Address ?? child!.Address).Audience.Admits(page.Me.Agency)
                ? (IReadOnlyList<CardElement>)[ConveningDrawing.Line("gp", "GP surgery", adult?.Details.Gp ?? child?.Details.Gp ?? "")]
                : [],
        ])
        {
            Leaving = [PeoplePage.Id.Send("Back to the list", CaseForm.Of(page.Case))],
        };
    }

    public Decision Decide(FormPage page, Form typed)
    {
        var adult = Find(page.Whole, typed.Person);
        var gp = AsTyped.Line(typed.Gp) is { Length: > 0 } surgery ? surgery : null;
        if (adult is null)
        {
            var child = page.Whole.Find(new ChildId(typed.Person!))!;
            var of = child.Details with { Gp = child.Address.Audience.Admits(page.Me.Agency) ? gp : child.Details.Gp };
            return of == child.Details ? Decision.Already
                : new ChildNamed(of) { Child = child.Id, Audience = child.Address.Audience };
        }

        return TiesRule.Adult(page.Whole, adult, typed.Responsible, typed.For ?? [],
            adult.Address.Audience.Admits(page.Me.Agency) ? gp : adult.Details.Gp);
    }

    public Echo Saved(FormPage page, Kept<Form> kept) => new(Find(page.Case, kept.Typed.Person) is { } adult
        ? $"parental responsibility and GP of {Shortened.Name(adult.Details.Name)}"
        : $"GP of {page.Case.Find(new ChildId(kept.Typed.Person!))!.Number}");

    public PartButton? Next(FormPage page, Kept<Form> kept) => Step.People.Button(page.Case);

    private static IReadOnlyList<CardElement> AskResponsible(Case @case, AdultDetails stands) =>
    [
        Choices.Radios("responsible", "Do they have parental responsibility?", WordTables.ParentalResponsibility, stands.Responsible,
            TiesRule.NotOffered(@case)),
        .. @case.Children.Count < 2 ? (IReadOnlyList<CardElement>)[] :
        [
            new ChoiceSetInput("for", "If for some: for whom?",
                [.. @case.Children.Select(child => new Choice($"{child.Number}: {Shortened.Name(child.Details.Name)}", child.Id.Value))])
            {
                IsMultiSelect = true,
                Value = string.Join(',', (stands.ResponsibleFor ?? []).Select(child => child.Value)),
            },
        ],
    ];

    private static Adult? Find(Case @case, string? person) => @case.Adults.FirstOrDefault(adult => adult.Id.Value == person);
}

/// <summary>The rules of parental responsibility. Pure.</summary>
internal static class TiesRule
{
    /// <summary>One child is not some of several.</summary>
    public static IReadOnlyList<ParentalResponsibility> NotOffered(Case @case) =>
        @case.Children.Count < 2 ? [ParentalResponsibility.ForSome] : [];

    /// <param name="whom">Ids of children.</param>
    public static Decision Adult(
        Case @case, Adult adult, ParentalResponsibility? responsible, IReadOnlyList<string> whom, string? gp)
    {
        var isForSome = responsible == ParentalResponsibility.ForSome;
        var children = isForSome
            ? @case.Children.Where(child => whom.Contains(child.Id.Value)).Select(child => child.Id).ToValueList() : null;
        var details = adult.Details with { Responsible = responsible, ResponsibleFor = children, Gp = gp };
        return new Unsaid().If(isForSome && children!.Count == 0, "for", "Tick for which children.").Why is { } missing ? missing
            : details == adult.Details ? Decision.Already
            : new AdultNamed(adult.Id, details) { Audience = adult.Address.Audience };
    }
}
