using System.Text.Json.Serialization;

namespace StrategyBot.Cases.Facts;

/// <summary>Whether what came in after the meeting changes its plan (P14).</summary>
internal enum NewsAnswer
{
    PlanStands,
    PlanChanges,
    MeetAgain,
}

/// <summary>Chair or manager looked at what came in after the meeting.</summary>
/// <param name="UpTo">The number of the last fact that they were shown.</param>
internal sealed record LateNewsAnswered(int UpTo, NewsAnswer Answer, string Reason) : AssessingFact
{
    public override Fact Withheld() => this with { Reason = "" };
}

/// <summary>What was done about a disagreement that somebody escalated (R59, P18); its child stands in the envelope.</summary>
/// <param name="Participant">Whose view differs.</param>
/// <param name="Step">Who was asked, and what they said.</param>
internal sealed record EscalationStepTaken(ParticipantId Participant, string Step, bool IsSettled) : AssessingFact
{
    /// <summary>By when it is to be settled, as the chair sets it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? DueAt { get; init; }

    public override Fact Withheld() => this with { Step = "" };
}
