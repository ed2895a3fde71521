using StrategyBot.Rules.Procedures;

namespace StrategyBot.Documents;

/// <summary>What the document says besides its paragraphs: whose copy of which version it is.</summary>
/// <param name="Reference">With its check word; it stands on every page.</param>
/// <param name="Mark">How far this paper may be relied on.</param>
/// <param name="Version">0: the draft.</param>
/// <param name="Reader">Whose copy it is.</param>
internal sealed record MinutesPaper(string Reference, MinutesMark Mark, int Version, string Reader)
{
    /// <summary>Who approved it and when, as a sentence.</summary>
    public string Approved { get; init; } = "";

    /// <summary>Which version it takes the place of, and why, as a sentence.</summary>
    public string Replaces { get; init; } = "";

    /// <summary>Authority and service, above the title.</summary>
    public string Authority { get; init; } = "";

    /// <summary>Of the whole paper.</summary>
    public string Classification { get; init; } = "";

    /// <summary>Who may see it, on every page.</summary>
    public string Handling { get; init; } = "";

    /// <summary>What the reader does with it.</summary>
    public string Keep { get; init; } = "";

    /// <summary>What this authority calls the plan (R63).</summary>
    public string Plan { get; init; } = "Safety plan";

    /// <summary>The blocks that come first; the others follow as they usually stand.</summary>
    public IReadOnlyList<PaperBlock> Order { get; init; } = [];

    /// <summary>What this authority calls blocks (R64, R67).</summary>
    public IReadOnlyList<BlockTitle> Titles { get; init; } = [];

    /// <summary>Of which child alone it is, where it is one's file that it goes on (P9): its number.</summary>
    public string ExtractOf { get; init; } = "";

    /// <summary>What an extract lacks, as a sentence with a space behind it.</summary>
    public string Extract { get; init; } = "";

    /// <summary>The meeting's day, on which a time stands alone.</summary>
    public DateOnly? On { get; init; }

    /// <summary>What was said later is marked so (R26).</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>When its file was made, for Word: as it was approved.</summary>
    public DateTimeOffset? MadeAt { get; init; }

    /// <summary>By paragraph, as <see cref="MinutesNumbers"/> gives them; those of the plan's rows too.</summary>
    public IReadOnlyDictionary<string, string> Numbers { get; init; } = new Dictionary<string, string>();

    /// <summary>The version before it, cut to the same reader.</summary>
    public IReadOnlyList<MinutesParagraph> Before { get; init; } = [];

    /// <summary>Whether the owners took their rows on (R93), as sentences.</summary>
    public string Accepted { get; init; } = "";

    /// <summary>Parts of the meeting that some left, and the names of who heard each.</summary>
    public IReadOnlyList<(Restriction Part, string Heard)> Restricted { get; init; } = [];

    /// <summary>By when the conference is held (R94), as a sentence.</summary>
    public string HoldBy { get; init; } = "";

    /// <summary>Whom to ring about the enquiry, as a sentence.</summary>
    public string Ring { get; init; } = "";

    /// <summary>What, by when, and when it was done.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Limits { get; init; } = [];

    /// <summary>Of which versions <see cref="Distribution"/> says when they came.</summary>
    public IReadOnlyList<string> DistributionOf { get; init; } = [];

    /// <summary>To whom, how, and when each version came.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Distribution { get; init; } = [];

    /// <summary>Number, by whom and when, what changed and why.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Versions { get; init; } = [];

    /// <summary>On every page, beside its number.</summary>
    public string Footer => $"{Reference} · {Name} · Copy for {Reader}";

    public string Title => $"{Reference}, {Name}";

    public string Name => (Version == 0 ? "Minutes, draft" : $"Minutes version {Version}")
        + (ExtractOf.Length == 0 ? "" : $", extract for {ExtractOf}");

    public string Called(PaperBlock block, string usual) => Titles.FirstOrDefault(one => one.Block == block)?.Title ?? usual;
}
