using StrategyBot.Rules;

namespace StrategyBot.Documents;

/// <summary>Children and adults of the family and household, a row each. An address that is held back stands by itself, for those whom its
/// marking names.</summary>
internal static class FamilyParagraphs
{
    /// <summary>Which column the address has.</summary>
    public const int Address = 2;

    private const string Confidential = "Confidential", NotKnown = "Not known yet";

    public static IReadOnlyList<string> Columns { get; } = ["Name", "Relation, birth", "Address", "School"];

    public static IEnumerable<MinutesParagraph> Of(Case @case, Words words)
    {
        var section = new Section(@case, "Family and household");
        return
        [
            .. @case.Children.SelectMany(child => Person(section, child.Id.Value,
                child.Details.Name.Length > 0 ? child.Details.Name : child.Number,
                child.Details.BornOrDue is { } on ? $"Child, {(child.Details.Unborn ? "due" : "born")} {words.Date(on)}"
                    : "Child, birth not known yet",
                child.Details.Address, child.Address, child.Details.School.Length > 0 ? child.Details.School : NotKnown)),
            .. @case.Adults.SelectMany(adult => Person(section, adult.Id.Value,
                adult.Details.Name.Length > 0 ? adult.Details.Name : NotKnown,
                (adult.Details.Relation.Length > 0 ? adult.Details.Relation : "Relation not known yet")
                    + (adult.Details.Born is { } on ? $", born {words.Date(on)}" : ", birth not known yet"),
                adult.Details.Address, adult.Address, "Not applicable")),
        ];
    }

    private static IEnumerable<MinutesParagraph> Person(
        Section section, string id, string name, string relation, string address, AddressFor whom, string school)
    {
        ValueList<string> cells = [name, relation, whom.IsConfidential ? Confidential : address.Length > 0 ? address : NotKnown, school];
        yield return section.Plain($"family/{id}", FactWords.Lines(Columns.Zip(cells))) with { Rows = [cells] };
        if (whom.IsConfidential && address.Length > 0)
        {
            yield return section.Plain($"family/{id}/address", address) with { Audience = whom.Audience };
        }
    }
}
