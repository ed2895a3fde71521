using System.Text.Json.Serialization;

namespace StrategyBot.Cases.Facts;

/// <summary>A professional's judgement at a conference: is the threshold of significant harm met (paper 002)?</summary>
internal enum ThresholdView
{
    Met,
    NotMet,
    CannotSayYet,
}

/// <summary>What somebody thinks at a child's conference (R39, paper 002): a professional of the case, an adult of the family, or, where
/// neither is named, the child.</summary>
/// <param name="Conference">0 is the initial conference, 1 the first review.</param>
/// <param name="Threshold">Of a professional; the family is not asked for one.</param>
/// <param name="Words">Why; the family's own words.</param>
internal sealed record ConferenceViewSaid(
    int Conference, ParticipantId? Participant, AdultId? Adult, ThresholdView? Threshold, string Words) : ProtectionPlanFact
{
    /// <summary>0 to 10, where the procedure asks for it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Scale { get; init; }

    public override Fact Withheld() => this with { Threshold = null, Words = "", Scale = null };
}

/// <summary>How somebody challenges what a conference decided (paper 002, R122).</summary>
internal enum ChallengeWay
{
    Raise,
    Escalate,
}

/// <summary>A professional challenges what a conference decided on a child.</summary>
internal sealed record ConferenceChallenged(int Conference, ParticipantId Participant, ChallengeWay Way, string Words) : ProtectionPlanFact
{
    public override Fact Withheld() => this with { Words = "" };
}

/// <summary>What was done about a challenge.</summary>
/// <param name="DueOn">By when it is to be settled; <c>null</c> where nobody said.</param>
internal sealed record ChallengeStepTaken(int Conference, ParticipantId Participant, string Step, bool IsSettled, DateOnly? DueOn)
    : ProtectionPlanFact
{
    public override Fact Withheld() => this with { Step = "" };
}
