using System.Text.Json.Serialization;
using StrategyBot.Rules;

namespace StrategyBot.Cases;

/// <summary>One paragraph of the minutes, with whose words it holds and who may read it.</summary>
/// <param name="Id">Stable within a version: the heading, agency, child or action it stands for.</param>
/// <param name="Section">The heading it is printed under.</param>
/// <param name="Text">The words.</param>
/// <param name="Author">Name and agency of whose words these are; empty where the bot put facts together.</param>
/// <param name="By">The author, who always reads their own words.</param>
/// <param name="Cells">The same words column by column, where it is a row of a table.</param>
internal sealed record MinutesParagraph(
    string Id, string Section, string Text, string Author, DateTimeOffset? At, Audience Audience, ParticipantId? By = null,
    ValueList<string>? Cells = null)
{
    /// <summary>The names of whom it may be shared with, as they were then (P33); <c>null</c> for nobody.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? MayTell { get; init; }

    /// <summary>What its columns are called, where it is a row of another table than the actions'. Not kept with a version.</summary>
    [JsonIgnore]
    public IReadOnlyList<string>? Columns { get; init; }

    /// <summary>The same words row by row, where the document has them in a table.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ValueList<ValueList<string>>? Rows { get; init; }

    /// <summary>By which the document refers to it, kept with the version that gave it; <c>null</c> of an earlier release, and where it has
    /// none. No part of the version's fingerprint: it says nothing.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Number { get; init; }

    /// <summary>For others than the reader: its words are gone, and it says whose and for whom they are. Not kept with a version.</summary>
    [JsonIgnore]
    public bool IsLeftOut { get; init; }

    /// <summary>When the record got it, where <see cref="At"/> says when it happened. Not kept with a version.</summary>
    [JsonIgnore]
    public DateTimeOffset? WrittenAt { get; init; }

    public bool IsFor(Participant reader) => Audience.Admits(reader, By == reader.Id);
}
