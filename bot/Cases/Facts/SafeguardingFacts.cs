using System.Text.Json.Serialization;

namespace StrategyBot.Cases.Facts;

/// <summary>Facts of where each child is safe, and of the interim safety plan.</summary>
internal abstract record SafeguardingFact : Fact, IOfMeeting;

/// <summary>On what footing the child is where they are (P4).</summary>
internal enum SafetyBasis
{
    ParentsAgree,
    PoliceProtection,
    Order,
    None,

    /// <summary>Half of the position is saved, and this is not in it yet.</summary>
    NotSaidYet,
}

/// <summary>Where one child is safe, until when that must be decided, and whom to ring (P4).</summary>
/// <param name="BasisFrom">When police protection began; it expires 72 clock hours later (P4 (k)).</param>
/// <param name="DecideBy">Runs on clock hours until the child is confirmed safe.</param>
internal sealed record PositionRecorded(
    string Where, string WithWhom, string Supervision, SafetyBasis Basis, DateTimeOffset? BasisFrom, DateTimeOffset? DecideBy,
    string IfTakenRing) : SafeguardingFact
{
    /// <summary>Only the day is known since when: the clock runs from its beginning until the time is confirmed.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? SinceToConfirm { get; init; }

    /// <summary><c> from Wed 25 Nov 2026, 10:00</c>, or the day alone; nothing where it isn't known.</summary>
    public string SaySince(string from, Words words) => BasisFrom is not { } at ? ""
        : SinceToConfirm == true ? $" {from} {words.Date(words.LocalDate(at))}, time to be confirmed"
        : $" {from} {words.When(at)}";

    public override Fact Withheld() => this with { Where = "", WithWhom = "", Supervision = "", IfTakenRing = "" };
}

/// <summary>Answers the decide-by of the position (P4).</summary>
internal sealed record ChildConfirmedSafe(string How) : SafeguardingFact
{
    public override Fact Withheld() => this with { How = "" };
}

/// <summary>An agency holds the child until it hears the outcome: it is told first (R53). <c>null</c> = nobody holds the child.</summary>
internal sealed record HolderNamed(ParticipantId? Holder) : SafeguardingFact;

/// <summary>Considered, and no interim safety plan is needed, because (R61).</summary>
internal sealed record NoSafetyPlanNeeded(string Because) : SafeguardingFact
{
    public override Fact Withheld() => this with { Because = "" };
}

/// <summary>When the interim safety plan is reviewed (R83).</summary>
internal sealed record SafetyReviewSet(DateOnly On) : SafeguardingFact
{
    /// <summary>Why, once the meeting was over; <c>null</c> where the meeting itself did it, and in facts of before it was asked.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PlanChange? Change { get; init; }

    public override Fact Withheld() => Change is null ? this : this with { Change = Change.Withheld() };
}
