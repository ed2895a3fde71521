using System.Text.Json.Serialization;

namespace StrategyBot.Cases.Facts;

/// <summary>What stands of a child in the authority's case system and nowhere here, for its returns (R140). For social care alone.
/// </summary>
/// <param name="ReferredOn">When the referral came that the episode began with.</param>
/// <param name="NoAction">Whether that referral ended with no further action.</param>
/// <param name="AssessedOn">When its last assessment began.</param>
/// <param name="EarlierPlans">How many child protection plans the child had before.</param>
/// <param name="ClosedOn">When it was closed; <c>null</c>: it is open.</param>
internal sealed record CaseSystemSaid(DateOnly? ReferredOn, YesNo? NoAction, DateOnly? AssessedOn, int? EarlierPlans, DateOnly? ClosedOn)
    : ConveningFact
{
    /// <summary>Why it was closed, by the census's code.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Closure { get; init; }
}

/// <summary>What else of a child stands there: a death, and a plan for a child in need. For social care alone.</summary>
/// <param name="DiedOn"><c>null</c>: the child lives.</param>
/// <param name="NeedPlan">Whether there is, or was, one.</param>
/// <param name="NeedPlanFrom">Of the latest.</param>
/// <param name="NeedPlanTo"><c>null</c>: it is open.</param>
internal sealed record CaseSystemMore(DateOnly? DiedOn, YesNo? NeedPlan, DateOnly? NeedPlanFrom, DateOnly? NeedPlanTo) : ConveningFact;
