namespace StrategyBot.Panel;

/// <summary>What stands for a child or an adult while names are hidden: short, and told apart from the others of the case. Pure.</summary>
internal sealed class HiddenNames
{
    private const string Born = "(date of birth hidden)";

    private readonly Dictionary<ChildId, string> ofChildren = [];

    private HiddenNames() { }

    public static HiddenNames Of(Case @case, DateOnly on)
    {
        var labels = new HiddenNames();
        var several = @case.Children.GroupBy(child => Kind(child, on)).Where(kind => kind.Count() > 1).Select(kind => kind.Key).ToHashSet();
        foreach (var child in @case.Children)
        {
            var kind = several.Contains(Kind(child, on)) ? child.Number : Kind(child, on) ?? child.Number;
            labels.ofChildren[child.Id] = kind + Age(child, on);
        }

        return labels;
    }

    public string Of(Child child) => ofChildren[child.Id];

    /// <summary>Every text of the case that says who somebody is, with what stands for it; the longest first.</summary>
    public IEnumerable<Board.Name> Names(Case @case, Words words) =>
    [
        .. @case.Children.SelectMany(child => Of(child, child.Details, words))
            .Concat(@case.Adults.SelectMany(adult => Of(adult.Details, words)))
            .Where(name => name.Text.Length > 1)
            .DistinctBy(name => name.Text, StringComparer.OrdinalIgnoreCase)
            .OrderByDescending(name => name.Text.Length),
    ];

    private IEnumerable<Board.Name> Of(Child child, ChildDetails details, Words words)
    {
        var label = ofChildren[child.Id].Split(',')[0];
        return
        [
            // As the forms say it.
            new($"{child.Number}, {details.Name.Trim()}", label), new(child.Number, label),
            .. NamesIn(details.Name, label), .. NamesIn(details.Aliases, label),
            .. Folded(details.Address, "address"), .. Folded(details.Postcode ?? "", "postcode"),
            .. Folded(details.NhsNumber, "NHS number"), .. Dates(details.BornOrDue, words),
        ];
    }

    private static IEnumerable<Board.Name> Of(AdultDetails details, Words words)
    {
        var label = details.Relation.Length > 0 ? details.Relation : "Adult";
        return
        [
            .. NamesIn(details.Name, label), .. NamesIn(details.Aliases, label), .. Folded(details.Address, "address"),
            .. Dates(details.Born, words),
        ];
    }

    /// <summary>The whole name, and each part of it by itself.</summary>
    private static IEnumerable<Board.Name> NamesIn(string name, string label) =>
        name.Split([' ', ',', ';', '/', '(', ')', '-'], StringSplitOptions.RemoveEmptyEntries).Where(part => part.Length > 1)
            .Prepend(name.Trim()).Select(part => new Board.Name(part, label));

    private static IEnumerable<Board.Name> Folded(string text, string what) =>
        text.Trim().Length > 0 ? [new(text.Trim(), $"({what} hidden)")] : [];

    private static IEnumerable<Board.Name> Dates(DateOnly? on, Words words) =>
        on is { } day
        // As a sentence has it, and as a field does.
        ? [new(words.Date(day), Born), new(day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), Born)]
        : [];

    private static string? Kind(Child child, DateOnly on) =>
        child.Details.Unborn ? "Unborn baby" : child.Details.BornOrDue is { } born && born.AddYears(1) > on ? "Baby" : null;

    private static string Age(Child child, DateOnly on)
    {
        if (child.Details.Unborn || child.Details.BornOrDue is not { } born || born > on)
        {
            return "";
        }

        var months = ((on.Year - born.Year) * 12) + on.Month - born.Month - (on.Day < born.Day ? 1 : 0);
        return months >= 12 ? $", {months / 12}" : months == 1 ? ", 1 month" : $", {months} months";
    }
}
