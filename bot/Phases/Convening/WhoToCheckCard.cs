using StrategyBot.Cases;
using StrategyBot.Protocols.Cards;
using StrategyBot.Rules.Wording;
using CardFact = StrategyBot.Protocols.Cards.Fact;
using StrategyBot.Forms;

namespace StrategyBot.Phases.Convening;

/// <summary>Whose records each agency checks before the meeting (P1). Never on a posted card.</summary>
internal static class WhoToCheckCard
{
    // As many, with every line full, stay under the size of a card.
    private const int MostOnPage = 5;

    public static AdaptiveCard For(Page page, int number)
    {
        var all = page.Case.Children.Select(child => Say(child, page.Words)).Concat(page.Case.Adults.Select(adult => Say(adult, page.Words))).ToList();
        var pages = Math.Max(1, (all.Count + MostOnPage - 1) / MostOnPage);
        var shown = Math.Clamp(number, 0, pages - 1);
        return FormCard.Of($"Who to check: {page.Case.Id} {page.Case.CheckWord}", null,
            [
                new TextBlock("Check your agency's records for everybody here before the meeting. That you opened this is noted.") { IsSubtle = true },
                .. all.Count == 0 ? (IReadOnlyList<CardElement>)[new TextBlock("Nobody is named yet.")] : all.Skip(shown * MostOnPage).Take(MostOnPage).SelectMany(person => person),
                .. pages > 1 ? (IReadOnlyList<CardElement>)[new TextBlock($"Page {shown + 1} of {pages}") { IsSubtle = true }] : [],
            ],
            [
                .. shown + 1 < pages ? (IReadOnlyList<CardAction>)[OpenWhoToCheck.Send(page.Case, "More", shown + 1)] : [],
                .. page.View.Reader.May(Capability.Arrange) ? (IReadOnlyList<CardAction>)[OpenStep.Send(page.Case, Step.People, "Add or correct")] : [],
            ]);
    }

    private static IReadOnlyList<CardElement> Say(Child child, Words words) => Lines($"{child.Number}: {child.Details.Name}",
        ("Other names", child.Details.Aliases),
        (child.Details.Unborn ? "Due" : "Born", child.Details.BornOrDue is { } on ? words.Date(on) : "not known"),
        ("Address", child.Details.Address),
        (child.Details.Unborn ? "Maternity care" : "School", child.Details.School),
        (child.Details.Unborn ? "Mother's NHS number" : "NHS number", child.Details.NhsNumber));

    private static IReadOnlyList<CardElement> Say(Adult adult, Words words) => Lines($"Adult: {adult.Details.Name}",
        ("Other names", adult.Details.Aliases),
        ("Born", adult.Details.Born is { } on ? words.Date(on) : "not known"),
        ("Relation", adult.Details.Relation),
        ("Address", adult.Details.Address));

    private static IReadOnlyList<CardElement> Lines(string title, params IEnumerable<(string Title, string Value)> lines) =>
    [
        new TextBlock(CardText.Plain(title)) { Weight = TextWeight.Bolder, Separator = true },
        new FactSet([.. lines.Where(line => line.Value.Length > 0).Select(line => new CardFact(line.Title, CardText.Plain(line.Value)))]),
    ];
}
