using System.Text.Json.Serialization;

namespace StrategyBot.Cases.Facts;

/// <summary>One entry of an agency's information (R26); several make its block.</summary>
/// <param name="Part">From 1, where a long text was split into entries; 0 where it was not.</param>
internal sealed record InformationGiven(ParticipantId Participant, Agency Agency, string Text, int Part) : AssessingFact
{
    public override Fact Withheld() => this with { Text = "" };
}

/// <summary>An author corrected one entry of their own; the earlier words stay in the history.</summary>
internal sealed record InformationCorrected(int Entry, string Text) : AssessingFact
{
    public override Fact Withheld() => this with { Text = "" };
}

/// <summary>Taken back by whoever wrote it, for example by undo; the words stay in the record.</summary>
internal sealed record InformationWithdrawn(int Entry) : AssessingFact;

/// <summary>The chair put an entry under a heading too (P14): it stays where it is, as its author has it.</summary>
/// <param name="Entry">Its number; 0 where it is a written update.</param>
internal sealed record InformationPlaced(int Entry, string Heading) : AssessingFact
{
    /// <summary>Whose written update it is.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ParticipantId? Update { get; init; }

    /// <summary>The one sentence of it that was meant, letter for letter; <c>null</c> for all of it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Sentence { get; init; }

    /// <summary>It is taken away from there.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? IsTakenAway { get; init; }

    public override Fact Withheld() => Sentence is null ? this : this with { Sentence = null };
}
