using StrategyBot.Rules;

namespace StrategyBot.Phases.Convening;

/// <summary>The numbers that services know a child by, the sex and the postcode (R136); what isn't known, with why.
/// None of it stands in a chat, a subject or an address.</summary>
internal sealed class IdentifiersPart : IPart<IdentifiersPart.Form>
{
    private const string Title = "Sex, postcode and numbers", Nhs = "nhsNumber";

    public sealed record Form(
        string Case, string? Person = null, Sex? Sex = null, string? Postcode = null, string? Authority = null, string? Pupil = null,
        string? Why = null, string? NhsNumber = null) : ICaseForm;

    public static PartId Id => new(PartIds.Identifiers);

    public static Capability Needs => Capability.Arrange;

    public static IEnumerable<CardAction> Beside(Case @case, string? person) =>
        Find(@case, person) is null ? [] : [Id.Send($"{Title} …", new Form(@case.Ref.Value, person))];

    public Refusal? Bars(FormPage page, Form asked) => Find(page.Case, asked.Person) is null ? new NoSuchPerson() : null;

    public Drawn Draw(FormPage page, Form asked)
    {
        var child = Find(page.Case, asked.Person)!;
        var details = child.Details;
        return new(Title,
        [
            new PlainText($"{child.Number}: {Shortened.Name(details.Name)}"),
            Choices.Radios("sex", "Sex", WordTables.Sex, details.Sex),
            // Told to whoever may know the address, and asked of nobody else.
            .. child.Address.Audience.Admits(page.Me.Agency)
                ? (IReadOnlyList<CardElement>)[ConveningDrawing.Line("postcode", "Postcode", details.Postcode ?? "")]
                : [],
            ConveningDrawing.Line(Nhs, $"{(details.Unborn ? "The mother's NHS number" : "NHS number")}, if known", details.NhsNumber) with
            {
                MaxLength = 20,
            },
            ConveningDrawing.Line("authority", "The authority's number for the child", details.Find(Identifier.Authority) ?? ""),
            ConveningDrawing.Line("pupil", "Unique pupil number", details.Find(Identifier.Pupil) ?? ""),
            ConveningDrawing.Line("why", "If one of them isn't known: why",
                details.Identifiers?.FirstOrDefault(one => one.WhyUnknown.Length > 0)?.WhyUnknown ?? ""),
        ])
        {
            Leaving = [PeoplePage.Id.Send("Back to the list", CaseForm.Of(page.Case))],
        };
    }

    public Decision Decide(FormPage page, Form typed)
    {
        var child = Find(page.Whole, typed.Person)!;
        var (why, nhs) = (AsTyped.Line(typed.Why), NhsNumber.Digits(typed.NhsNumber));
        if (NhsNumber.IsWrong(nhs))
        {
            return PersonRule.NoNhsNumber;
        }

        var given = new[]
        {
            (Scheme: Identifier.Nhs, Value: nhs), (Scheme: Identifier.Authority, Value: AsTyped.Line(typed.Authority)),
            (Scheme: Identifier.Pupil, Value: AsTyped.Line(typed.Pupil)),
        };
        var known = given.Where(one => one.Value.Length == 0 ? why.Length > 0 : one.Scheme != Identifier.Nhs)
            .Select(one => new Identifier(one.Scheme, one.Value, one.Value.Length == 0 ? why : "")).ToValueList();
        var details = child.Details with
        {
            Sex = typed.Sex,
            NhsNumber = nhs,
            Postcode = !child.Address.Audience.Admits(page.Me.Agency) ? child.Details.Postcode
                : AsTyped.Line(typed.Postcode) is { Length: > 0 } postcode ? postcode
                : null,
            Identifiers = known.Count > 0 ? known : null,
        };
        return details == child.Details ? Decision.Already
            : new ChildNamed(details) { Child = child.Id, Audience = child.Address.Audience };
    }

    public Echo Saved(FormPage page, Kept<Form> kept) => new($"sex, postcode and numbers of {Find(page.Case, kept.Typed.Person)!.Number}");

    public PartButton? Next(FormPage page, Kept<Form> kept) => Step.People.Button(page.Case);

    private static Child? Find(Case @case, string? person) => @case.Children.FirstOrDefault(child => child.Id.Value == person);
}
