namespace StrategyBot.Cases;

/// <summary>The children in need census's codes (R136): recorded for social care's own returns, and told to nobody else.</summary>
internal static class CensusCodes
{
    private const string NoDisability = "NONE";

    public static IReadOnlyList<(string Code, string Label)> Ethnicities { get; } =
    [
        ("WBRI", "White British"), ("WIRI", "White Irish"), ("WIRT", "Traveller of Irish heritage"), ("WROM", "Gypsy or Roma"),
        ("WOTH", "Any other White background"), ("MWBC", "White and Black Caribbean"), ("MWBA", "White and Black African"),
        ("MWAS", "White and Asian"), ("MOTH", "Any other mixed background"), ("AIND", "Indian"), ("APKN", "Pakistani"),
        ("ABAN", "Bangladeshi"), ("AOTH", "Any other Asian background"), ("BCRB", "Black Caribbean"), ("BAFR", "Black African"),
        ("BOTH", "Any other Black background"), ("CHNE", "Chinese"), ("OOTH", "Any other ethnic group"), ("REFU", "Refused to say"),
        ("NOBT", "Not obtained yet"),
    ];

    public static IReadOnlyList<(string Code, string Label)> Disabilities { get; } =
    [
        (NoDisability, "No disability"), ("MOB", "Mobility"), ("HAND", "Hand function"), ("PC", "Personal care"), ("INC", "Incontinence"),
        ("COMM", "Communication"), ("LD", "Learning"), ("HEAR", "Hearing"), ("VIS", "Vision"), ("BEH", "Behaviour"),
        ("CON", "Consciousness"), ("AUT", "Autism"), ("DDA", "Another disability"),
    ];

    /// <summary>Why an episode is closed.</summary>
    public static IReadOnlyList<(string Code, string Label)> Closures { get; } =
    [
        ("RC1", "Adopted"), (Died, "Died"), ("RC3", "Child arrangements order"), ("RC4", "Special guardianship order"),
        ("RC5", "Another authority has the case"), ("RC6", "Adult social services have it"),
        ("RC7", "Services ceased, also no longer needed"),
        (NoFurtherAction, "Closed after assessment, no further action"), (EarlyHelp, "Closed after assessment, referred to early help"),
    ];

    /// <summary>One of <see cref="Closures"/>.</summary>
    public const string Died = "RC2", NoFurtherAction = "RC8", EarlyHelp = "RC9";

    /// <summary>A category of harm, by its id in the assessment; <c>null</c> for none of them.</summary>
    public static string? Category(string id) => id switch
    {
        "neglect" => "NEG",
        "physical" => "PHY",
        "sexual" => "SAB",
        "emotional" => "EMO",
        _ => null,
    };

    /// <summary>Every code under which a plan can stand.</summary>
    public static IReadOnlyList<string> Categories { get; } = ["NEG", "PHY", "SAB", "EMO", "MUL"];

    /// <summary><em>No disability</em> stands alone.</summary>
    public static bool Contradict(IReadOnlyCollection<string> disabilities) =>
        disabilities.Count > 1 && disabilities.Contains(NoDisability);
}
