namespace StrategyBot.Oversight;

/// <summary>By what a service's measures are told apart (returns §5, 11).</summary>
internal enum GroupKind
{
    Age,
    Ethnicity,
    Disability,
    Area,
}

/// <summary>The groups that a child is of: age, ethnicity in the census's five and disability, one letter each. Pure.</summary>
internal static class ChildGroups
{
    // Of a case that was deleted.
    private const char Gone = '-';

    // The census's codes begin with the group that they are of; Chinese is of the Asian one.
    private static readonly (char Letter, string Name)[] Ages =
    [
        ('u', "Unborn"), ('0', "Under 1"), ('1', "1 to 4"), ('5', "5 to 9"), ('t', "10 to 15"), ('s', "16 and 17"), ('?', "Not known"),
    ];

    private static readonly (char Letter, string Name)[] Ethnicities =
    [
        ('W', "White"), ('M', "Mixed"), ('A', "Asian"), ('B', "Black"), ('O', "Other"), ('?', "Not recorded"), (Gone, "Record deleted"),
    ];

    private static readonly (char Letter, string Name)[] Disabilities =
        [('y', "Disabled"), ('n', "Not disabled"), ('?', "Not recorded"), (Gone, "Record deleted")];

    /// <param name="on">At the meeting, or whenever its month is told by.</param>
    public static string Code(Child child, DateOnly on) => new([Age(child, on), Ethnicity(child), Disability(child)]);

    /// <summary>Ethnicity and disability go with the record; how old they were names nobody.</summary>
    public static string OfAGoneCase(string code) => new([code[0], Gone, Gone]);

    /// <summary>Each group of a kind, and how its children are known by their code.</summary>
    public static IEnumerable<(string Name, Func<string, bool> Has)> Of(GroupKind kind) => kind switch
    {
        GroupKind.Age => Named(Ages, 0),
        GroupKind.Ethnicity => Named(Ethnicities, 1),
        _ => Named(Disabilities, 2),
    };

    private static IEnumerable<(string Name, Func<string, bool> Has)> Named((char Letter, string Name)[] groups, int at) =>
        groups.Select(one => (one.Name, (Func<string, bool>)(code => code[at] == one.Letter)));

    private static char Age(Child child, DateOnly on) => child.Details switch
    {
        { Unborn: true } => 'u',
        { BornOrDue: { } born } => born > on ? 'u'
            : born.AddYears(1) > on ? '0'
            : born.AddYears(5) > on ? '1'
            : born.AddYears(10) > on ? '5'
            : born.AddYears(16) > on ? 't'
            : 's',
        _ => '?',
    };

    private static char Ethnicity(Child child) => child.Details.Ethnicity switch
    {
        null or "REFU" or "NOBT" => '?',
        "CHNE" => 'A',
        // BOTH is Black, MOTH mixed, WOTH White.
        var code => code[0],
    };

    private static char Disability(Child child) => child.Details.Disabilities is not { Count: > 0 } codes ? '?'
        : codes.Contains("NONE") ? 'n' : 'y';
}
