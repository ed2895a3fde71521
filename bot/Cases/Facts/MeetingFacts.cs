using System.Text.Json.Serialization;
using StrategyBot.Rules;

namespace StrategyBot.Cases.Facts;

internal sealed record MeetingStarted(Via Via) : AttendanceFact;

/// <summary>The confidentiality statement was read out.</summary>
internal sealed record ConfidentialityRead : AttendanceFact;

/// <summary>Another chair (P8); earlier decisions keep their author.</summary>
internal sealed record ChairTaken(ParticipantId Participant, string Reason) : AttendanceFact
{
    public override Fact Withheld() => this with { Reason = "" };
}

/// <summary>The meeting is over: the minutes clock starts (R88, P7).</summary>
internal sealed record MeetingEnded(Via Via) : AttendanceFact;

/// <summary>It was not over: everybody had dropped out of the call, or End was pressed too soon.</summary>
internal sealed record MeetingResumed(Via Via) : AttendanceFact
{
    /// <summary>Why it goes on; <c>null</c> where the end is taken back at once, by a call that begins anew, and in facts of before.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ResumeCause? Cause { get; init; }

    /// <summary>The same in words.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Why { get; init; }

    public override Fact Withheld() => this with { Why = Why is null ? null : "" };
}

/// <summary>Why a meeting that was ended goes on.</summary>
internal enum ResumeCause
{
    EndedByMistake,

    CameBack,

    Other,
}

/// <summary>The read-back before the end (P15).</summary>
internal sealed record ReadBackAnswered(ParticipantId Participant, bool Agreed, string Objection) : AttendanceFact
{
    public override Fact Withheld() => this with { Objection = "" };
}

/// <summary>Nobody has to say again what these mandatory parts were; the named list stays on the record (P7).</summary>
internal sealed record GapsListed(ValueList<string> Gaps, DateTimeOffset DueAt) : AttendanceFact
{
    public override Fact Withheld() => this with { Gaps = [] };
}

/// <summary>The mandatory parts are answered, or the chair gave a reason for going without.</summary>
internal sealed record RecordCompleted(string OverrideReason) : AttendanceFact
{
    /// <summary>Parts were open: said apart from why, which may be for few. <c>null</c> in facts of before, which tell it by the reason.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? WithGaps { get; init; }

    public override Fact Withheld() => this with { OverrideReason = "" };
}
