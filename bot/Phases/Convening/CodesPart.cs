using StrategyBot.Rules;

namespace StrategyBot.Phases.Convening;

/// <summary>A child's ethnicity and disability by the census's codes (R136): for social care's returns alone; nothing waits for it.
/// </summary>
internal sealed class CodesPart : IPart<CodesPart.Form>
{
    private const string Title = "Ethnicity and disability";

    public sealed record Form(
        string Case, string? Person = null, string? Ethnicity = null, IReadOnlyList<string>? Disabilities = null) : ICaseForm;

    public static PartId Id => new("convening/codes");

    public static Capability Needs => Capability.Arrange;

    public static IEnumerable<CardAction> Beside(FormPage page, string? person) =>
        page.Me.Agency != Agency.SocialCare || Find(page.Case, person) is null ? []
        : [Id.Send($"{Title} …", new Form(page.Case.Ref.Value, person))];

    public Refusal? Bars(FormPage page, Form asked) => page.Me.Agency != Agency.SocialCare ? new NotYourPart()
        : Find(page.Case, asked.Person) is null ? new NoSuchPerson()
        : null;

    public Drawn Draw(FormPage page, Form asked)
    {
        var child = Find(page.Case, asked.Person)!;
        return new(Title,
        [
            new PlainText($"{child.Number}: {Shortened.Name(child.Details.Name)}"),
            new TextBlock("For the council's returns. No other agency sees it, and nothing waits for it.") { IsSubtle = true },
            new ChoiceSetInput("ethnicity", "Ethnicity", [.. CensusCodes.Ethnicities.Select(one => new Choice(one.Label, one.Code))])
            {
                Value = child.Details.Ethnicity,
            },
            new ChoiceSetInput("disabilities", "Disability", [.. CensusCodes.Disabilities.Select(one => new Choice(one.Label, one.Code))])
            {
                IsMultiSelect = true,
                Value = string.Join(',', child.Details.Disabilities ?? ValueList.Of<string>([])),
            },
        ])
        {
            Leaving = [PeoplePage.Id.Send("Back to the list", CaseForm.Of(page.Case))],
        };
    }

    public Decision Decide(FormPage page, Form typed)
    {
        var child = Find(page.Whole, typed.Person)!;
        var disabilities = (typed.Disabilities ?? []).Where(one => one.Length > 0).ToValueList();
        var details = child.Details with
        {
            Ethnicity = typed.Ethnicity is { Length: > 0 } code ? code : null,
            Disabilities = disabilities.Count > 0 ? disabilities : null,
        };
        return CensusCodes.Contradict(disabilities)
            ? new CannotBe("“No disability” can't stand beside another. Untick one of them.") { Field = "disabilities" }
            : details == child.Details ? Decision.Already
            : new ChildNamed(details) { Child = child.Id, Audience = child.Address.Audience };
    }

    public Echo Saved(FormPage page, Kept<Form> kept) => new($"ethnicity and disability of {Find(page.Case, kept.Typed.Person)!.Number}");

    public PartButton? Next(FormPage page, Kept<Form> kept) => Step.People.Button(page.Case);

    private static Child? Find(Case @case, string? person) => @case.Children.FirstOrDefault(child => child.Id.Value == person);
}
