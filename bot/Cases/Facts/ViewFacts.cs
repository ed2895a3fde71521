using System.Text.Json.Serialization;

namespace StrategyBot.Cases.Facts;

/// <summary>P3: is there reasonable cause to suspect …? Never asked as a threshold.</summary>
public enum ReasonableCause
{
    Yes,
    No,
    CannotSayYet,
}

/// <summary>An agency's view on one child (R40, P3, P25).</summary>
internal sealed record ViewGiven(ParticipantId Participant, ReasonableCause View, string Rationale) : AssessingFact
{
    /// <summary>0 to 10, where the procedure asks for it (R39).</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Scale { get; init; }

    public override Fact Withheld() => this with { Rationale = "", Scale = null };
}

/// <summary>What someone does whose view differs from the decision (P18).</summary>
internal enum Stance
{
    GoWithDecision,
    RecordDifferentView,
    Escalate,
}

internal sealed record StanceTaken(ParticipantId Participant, Stance Stance, string Reason) : AssessingFact
{
    public override Fact Withheld() => this with { Reason = "" };
}

/// <summary>The chair showed the views before all core agencies had answered (P25).</summary>
internal sealed record ViewsRevealed : AssessingFact;
