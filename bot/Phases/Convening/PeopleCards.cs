using StrategyBot.Cases;
using StrategyBot.Forms;
using StrategyBot.Protocols.Cards;
using StrategyBot.Rules.Wording;

namespace StrategyBot.Phases.Convening;

/// <summary>The children and adults that are named so far, and the ways to the next one (P1).</summary>
internal static class PeopleCard
{
    // So that the list stays under the size of a card however many there are.
    private const int MostShown = 40;

    public static AdaptiveCard For(Page page)
    {
        var named = Named(page).ToList();
        return page.List(Step.People.Title(),
            [
                new TextBlock("The agencies check their records for everybody named here. Each form is saved on its own.") { IsSubtle = true },
                .. named.Count == 0
                    ? (IReadOnlyList<CardElement>)[new TextBlock("Nobody is named yet.")]
                    : [new ChoiceSetInput("person", "Named so far; choose one to correct", [.. named.Take(MostShown)]) { Style = ChoiceSetStyle.Expanded, Value = named[0].Value }],
            ],
            [
                OpenPerson.AddChild(page.Case),
                OpenPerson.AddUnborn(page.Case),
                OpenPerson.AddAdult(page.Case),
                .. named.Count == 0 ? (IReadOnlyList<CardAction>)[] : [OpenPerson.Correct(page.Case), GoOn(page)],
            ]);
    }

    private static SubmitAction GoOn(Page page) => page.Case.Meeting.IsConvened
        ? WhoToCheck.Send(page.Case)
        : OpenStep.Send(page.Case, Step.SocialWorker, "Next: the social worker");

    private static IEnumerable<Choice> Named(Page page) =>
    [
        .. page.Case.Children.Select(child => new Choice(CardText.Plain($"{child.Number}: {Shortened.Name(child.Details.Name)}{Born(child.Details, page.Words)}"), child.Id.Value)),
        .. page.Case.Adults.Select(adult => new Choice(CardText.Plain($"Adult: {Shortened.Name(adult.Details.Name)}{(adult.Details.Relation.Length > 0 ? $", {Shortened.Name(adult.Details.Relation)}" : "")}"), adult.Id.Value)),
    ];

    private static string Born(ChildDetails child, Words words) => child.BornOrDue is { } on ? $", {(child.Unborn ? "due" : "born")} {words.Date(on)}" : child.Unborn ? ", unborn" : "";
}

/// <summary>One child, or one baby not yet born.</summary>
internal static class ChildCard
{
    public static AdaptiveCard For(Page page, ChildId? id, TypedChild typed) => page.Form(
        typed.Unborn ? "Unborn child" : "Child",
        [
            new TextInput("name", typed.Unborn ? "Name, for example “Baby of” and the mother's name" : "Name") { MaxLength = FormCard.Line, Value = typed.Name },
            new TextInput("aliases", "Other names") { MaxLength = FormCard.Line, Value = typed.Aliases },
            new DateInput("on", typed.Unborn ? "Due date" : "Date of birth") { Value = typed.On },
            new TextInput("address", "Address") { MaxLength = FormCard.Line, Value = typed.Address },
            new TextInput("school", typed.Unborn ? "Maternity hospital or midwife" : "School or nursery") { MaxLength = FormCard.Line, Value = typed.School },
            new TextInput("nhsNumber", typed.Unborn ? "The mother's NHS number, if known" : "NHS number, if known") { MaxLength = 20, Value = typed.NhsNumber },
        ],
        SaveChild.Button(page.Case, id, typed.Unborn));

    public static TypedChild Stands(ChildDetails child) => new(child.Name, child.Aliases, child.BornOrDue, child.Unborn, child.Address, child.School, child.NhsNumber);
}

/// <summary>One adult of the household, or close to it.</summary>
internal static class AdultCard
{
    public static AdaptiveCard For(Page page, AdultId? id, TypedAdult typed) => page.Form(
        "Adult",
        [
            new TextInput("name", "Name") { MaxLength = FormCard.Line, Value = typed.Name },
            new TextInput("aliases", "Other names") { MaxLength = FormCard.Line, Value = typed.Aliases },
            new DateInput("born", "Date of birth") { Value = typed.Born },
            new TextInput("relation", "Relation to the children") { MaxLength = FormCard.Line, Value = typed.Relation },
            new TextInput("address", "Address") { MaxLength = FormCard.Line, Value = typed.Address },
        ],
        SaveAdult.Button(page.Case, id));

    public static TypedAdult Stands(AdultDetails adult) => new(adult.Name, adult.Aliases, adult.Born, adult.Relation, adult.Address);
}
