using System.Text.Json.Serialization;

namespace StrategyBot.Cases.Facts;

/// <summary>Facts of Part 2: decisions per child, actions and what became of them.</summary>
internal abstract record PlanningFact : Fact, IOfMeeting;

/// <summary>The one overall contingency (R41).</summary>
internal sealed record ContingencyAgreed(string Text) : PlanningFact
{
    /// <summary>Why, once the meeting was over; <c>null</c> where the meeting itself did it, and in facts of before it was asked.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PlanChange? Change { get; init; }

    public override Fact Withheld() => this with { Text = "", Change = Change?.Withheld() };
}

/// <summary>The manager is satisfied that the interim safety plan is appropriate and robust (R66).</summary>
internal sealed record AuthorisedToStart : PlanningFact
{
    /// <summary>The number of what they had read of the plan; <c>null</c> of an earlier release: what stood then.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Read { get; init; }
}

/// <summary>The manager isn't satisfied yet, because (R66). It holds nothing else up (P30).</summary>
internal sealed record AuthorisationHeldBack(string Because) : PlanningFact
{
    public override Fact Withheld() => this with { Because = "" };
}

/// <summary>What follows from a decision isn't done here, because (R141, P38): it is offered no more.</summary>
/// <param name="Offered">As <see cref="OfferedAction.Key"/> names it.</param>
/// <param name="What">As it was offered.</param>
internal sealed record OfferNotNeeded(string Offered, string What, string Because) : PlanningFact
{
    public override Fact Withheld() => this with { What = "", Because = "" };
}

/// <summary>The first of the three taps: what must happen now goes out now (P7, R53, R90).</summary>
internal sealed record ImmediatePlanAgreed : PlanningFact;

/// <summary>Who holds a child says that they know the outcome (R53).</summary>
internal sealed record OutcomeAcknowledged(ParticipantId Participant) : PlanningFact
{
    /// <summary>What they had read, as <see cref="Telling"/> counts it; <c>null</c> of an earlier release: what stood then.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Number { get; init; }
}
