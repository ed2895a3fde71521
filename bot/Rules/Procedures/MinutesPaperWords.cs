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

    /// <summary>Where the procedure says nothing of it. Its name is each authority's own.</summary>
    public static MinutesPaperWords Usual { get; } = new()
    {
        Authority = "Children’s social care",
        Classification = "OFFICIAL-SENSITIVE",
        Handling = "Professionals at this meeting only",
        Keep = "Keep it on your safeguarding file. Do not forward it or show it to the family. If asked for it, ask the chair.",
    };
}
