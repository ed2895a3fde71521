using System.Text.Json.Serialization;

namespace StrategyBot.Cases.Facts;

/// <summary>What kind of change it is that the plan went through.</summary>
internal enum PlanChangeKind
{
    /// <summary>Other words for the same: nobody is told again.</summary>
    Wording,

    /// <summary>It was written down wrongly: the minutes are put right with the plan.</summary>
    Mistake,

    /// <summary>A significant event (R86).</summary>
    Event,

    /// <summary>A review of the plan (R83, R84).</summary>
    Review,

    /// <summary>It was agreed otherwise after the meeting.</summary>
    Agreed,
}

/// <summary>Why the plan is another than the meeting left it (design §3.1).</summary>
internal sealed record PlanChange(PlanChangeKind Kind, string Why)
{
    /// <summary>What the meeting agreed is the same, and is said better.</summary>
    [JsonIgnore]
    public bool IsCorrection => Kind is PlanChangeKind.Wording or PlanChangeKind.Mistake;

    public PlanChange Withheld() => this with { Why = "" };
}
