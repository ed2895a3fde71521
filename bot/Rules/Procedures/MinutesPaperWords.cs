using System.Text.Json.Serialization;

namespace StrategyBot.Rules.Procedures;

/// <summary>What the document of the minutes says that an authority may say otherwise: what is left out is as usual.</summary>
internal sealed record MinutesPaperWords
{
    /// <summary>Authority and service, above the title.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Authority { get; init; }

    /// <summary>The classification of the whole paper, on every page.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Classification { get; init; }

    /// <summary>Who may see it, on every page.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Handling { get; init; }

    /// <summary>What its reader does with it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Keep { get; init; }

    /// <summary>A PDF goes beside Word's document.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? Pdf { get; init; }

    /// <summary>The blocks that stand first, in this order; <c>null</c>: as is usual.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ValueList<PaperBlock>? Order { get; init; }

    /// <summary>What blocks are called; <c>null</c>: as is usual.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ValueList<BlockTitle>? Titles { get; init; }

    /// <summary>Where the procedure says nothing of it. Its name is each authority's own.</summary>
    public static MinutesPaperWords Usual { get; } = new()
    {
        Authority = "Children’s social care",
        Classification = "OFFICIAL-SENSITIVE",
        Handling = "Professionals at this meeting only",
        Keep = "Keep it on your safeguarding file. Do not forward it or show it to the family. If asked for it, ask the chair.",
    };
}

/// <summary>What of the document of the minutes stands together.</summary>
internal enum PaperBlock
{
    /// <summary>The children's.</summary>
    Words,

    /// <summary>Where each child is.</summary>
    Places,

    Hold,
    Decisions,
    Plan,
    Contingency,
    Family,
    Attendance,

    /// <summary>Both, with disagreement and what came after.</summary>
    Parts,

    Limits,
    Distribution,
    Versions,
}

internal sealed record BlockTitle(PaperBlock Block, string Title);
