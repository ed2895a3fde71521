using StrategyBot.Rules;

namespace StrategyBot.Documents;

/// <summary>Children and adults of the family and household, a row each. An address that is held back stands by itself, for those whom its
/// marking names, with the surgery that is near it.</summary>
internal static class FamilyParagraphs
{
    private const string Confidential = "Confidential", NotKnown = "Not known yet", NotApplicable = "Not applicable", Surgery = "GP: ";

    // As versions of earlier releases have them.
    private static readonly string[] Before = ["Name", "Relation, birth", "Address", "School"];

    public static IReadOnlyList<string> Columns { get; } =
        ["Name", "Relation, birth", "Parental responsibility", "Address", "School or GP"];

    /// <summary>Of a row of this release or of an earlier one.</summary>
    public static IReadOnlyList<string> ColumnsOf(int cells) => cells == Columns.Count ? Columns : Before;

    /// <summary>Which column the address has.</summary>
    public static int AddressOf(int cells) => cells - 2;

    /// <summary>With what nobody was asked then, where rows of both stand in one table.</summary>
    public static IReadOnlyList<string> Whole(IReadOnlyList<string> cells) => cells.Count == Columns.Count ? cells
        : [.. cells.Take(2), MinutesDraft.NothingRecorded, .. cells.Skip(2)];

    public static IEnumerable<MinutesParagraph> Of(Case @case, Words words)
    {
        var section = new Section(@case, "Family and household");
        return
        [
            .. @case.Children.SelectMany(child => Person(section, child.Id.Value,
                child.Details.Name.Length > 0 ? child.Details.Name : child.Number,
                child.Details.BornOrDue is { } on ? $"Child, {(child.Details.Unborn ? "due" : "born")} {words.Date(on)}"
                    : "Child, birth not known yet",
                NotApplicable, child.Details.Address, child.Address, child.Details.School, child.Details.Gp)),
            .. @case.Adults.SelectMany(adult => Person(section, adult.Id.Value,
                adult.Details.Name.Length > 0 ? adult.Details.Name : NotKnown,
                (adult.Details.Relation.Length > 0 ? adult.Details.Relation : "Relation not known yet")
                    + (adult.Details.Born is { } on ? $", born {words.Date(on)}" : ", birth not known yet"),
                Responsible(@case, adult.Details), adult.Details.Address, adult.Address, "", adult.Details.Gp)),
        ];
    }

    private static string Responsible(Case @case, AdultDetails adult)
    {
        var (said, some) = (adult.Responsible is { } one ? WordTables.ParentalResponsibility.InMinutes(one) : NotKnown,
            @case.Children.Where(child => adult.ResponsibleFor?.Contains(child.Id) == true)
                .Select(child => child.Details.Name.Length > 0 ? child.Details.Name : child.Number).ToList());
        return adult.Responsible switch
        {
            ParentalResponsibility.ForAll => @case.Children.Count switch { 1 => said, 2 => $"{said}, both", _ => $"{said}, all" },
            // Those may have been taken off the case.
            ParentalResponsibility.ForSome => some.Count == 0 ? "No child of this case" : $"{said} {string.Join(", ", some)}",
            _ => said,
        };
    }

    private static IEnumerable<MinutesParagraph> Person(
        Section section, string id, string name, string relation, string responsible, string address, AddressFor whom, string school,
        string? gp)
    {
        var seen = string.Join("; ", new[] { school, whom.IsConfidential && gp is not null ? "GP confidential" : gp ?? "" }
            .Where(part => part.Length > 0));
        ValueList<string> cells =
        [
            name, relation, responsible, whom.IsConfidential ? Confidential : address.Length > 0 ? address : NotKnown,
            seen.Length > 0 ? seen : NotKnown,
        ];
        yield return section.Plain($"family/{id}", FactWords.Lines(Columns.Zip(cells))) with { Rows = [cells] };
        var apart = string.Join("; ", new[] { address, gp is null ? "" : Surgery + gp }.Where(part => part.Length > 0));
        if (whom.IsConfidential && apart.Length > 0)
        {
            yield return section.Plain($"family/{id}/address", apart) with { Audience = whom.Audience };
        }
    }
}
