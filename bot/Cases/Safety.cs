using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json.Serialization;

namespace StrategyBot.Cases;

/// <summary>Where each child is safe (P4), who holds a child (R53), and when the interim safety plan is reviewed.</summary>
internal sealed record Safety
{
    public ImmutableDictionary<ChildId, Decided<PositionRecorded>> Positions { get; init; } = [];

    /// <summary>Confirmed safe after the last position was recorded.</summary>
    public ImmutableDictionary<ChildId, Decided<ChildConfirmedSafe>> Confirmed { get; init; } = [];

    /// <summary>Agreements that were withdrawn and not given anew: the child's position is open again (P31).</summary>
    public ImmutableDictionary<ChildId, Decided<ConsentWithdrawn>> Withdrawn { get; init; } = [];

    /// <summary>Each time that somebody said that a child is in danger, oldest first.</summary>
    [JsonIgnore]
    public ImmutableList<Danger> Dangers { get; init; } = [];

    /// <summary>Each time that the case was handed over, oldest first.</summary>
    [JsonIgnore]
    public ImmutableList<Handover> Handovers { get; init; } = [];

    /// <summary>Those that nobody has taken on yet; said again to the same, the last alone.</summary>
    [JsonIgnore]
    public IEnumerable<Handover> OpenHandovers =>
        Handovers.Where(one => one.IsOpen).GroupBy(one => one.Given.Fact.Whom).Select(same => same.Last());

    /// <summary>Each time that somebody saw a child or tried to, oldest first (P29).</summary>
    [JsonIgnore]
    public ImmutableList<Decided<ChildVisited>> Visits { get; init; } = [];

    /// <summary>What legal advice came to, oldest first.</summary>
    [JsonIgnore]
    public ImmutableList<Decided<LegalAdviceTaken>> Advice { get; init; } = [];

    /// <summary>Each time that contact with the family was held, or held on, oldest first (P5).</summary>
    [JsonIgnore]
    public ImmutableList<Decided<ContactHeld>> Held { get; init; } = [];

    /// <summary>Each time that it was lifted.</summary>
    [JsonIgnore]
    public ImmutableList<Decided<ContactHoldLifted>> Lifted { get; init; } = [];

    /// <summary>Bail and court conditions as they were said, those that were varied or have ended too, oldest first (P32).</summary>
    [JsonIgnore]
    public ImmutableList<Decided<BailSaid>> Bail { get; init; } = [];

    /// <summary>Each time that they ended.</summary>
    [JsonIgnore]
    public ImmutableList<Decided<BailEnded>> BailOver { get; init; } = [];

    /// <summary>Who holds each child until the outcome is known; a child with no entry was not asked about.</summary>
    public ImmutableDictionary<ChildId, Decided<HolderNamed>> Holders { get; init; } = [];

    /// <summary>Each time that a place which holds a child was rung, oldest first (P35).</summary>
    public ImmutableList<Decided<HolderRung>> Rung { get; init; } = [];

    /// <summary>The last time that the place was rung which holds this child now.</summary>
    public Decided<HolderRung>? RungFor(ChildId child) => Holders.GetValueOrDefault(child) is { } held
        ? Rung.FindLast(rung => rung.Fact.Child == child && rung.Seq > held.Seq) : null;

    public Decided<NoSafetyPlanNeeded>? NoneNeeded { get; init; }

    /// <summary>When the plan is reviewed, with what that took the place of.</summary>
    [JsonIgnore]
    public Decided<SafetyReviewSet>? Review { get; init; }

    /// <summary>Each time that it was reviewed, in the order in which that was said (R83).</summary>
    [JsonIgnore]
    public ImmutableList<Decided<SafetyReviewHeld>> Reviews { get; init; } = [];

    public DateOnly? ReviewOn => Review?.Fact.On;

    /// <summary>Each review, oldest first, whichever meeting's form said so: the plan is the case's (design §3.1).</summary>
    public static IReadOnlyList<Decided<SafetyReviewHeld>> ReviewsOf(Case @case) =>
        [.. @case.Meetings.SelectMany(meeting => meeting.Safety.Reviews).OrderBy(review => review.Seq)];

    /// <param name="isIssued">The minutes were approved before.</param>
    public static Safety Evolve(Safety safety, Entry entry, SafeguardingFact fact, bool isIssued) => fact switch
    {
        PositionRecorded e =>
            safety with
            {
                Positions = safety.Positions.SetItem(e.Child!.Value, new(e, entry.By, entry.At) { Seq = entry.Seq }),
                Confirmed = safety.Confirmed.Remove(e.Child.Value),
                // Another footing, or the agreement said anew.
                Withdrawn = safety.Positions.GetValueOrDefault(e.Child.Value)?.Fact is { } before
                    && (before.Basis, before.AgreedBy, before.AskedBy) == (e.Basis, e.AgreedBy, e.AskedBy)
                        ? safety.Withdrawn
                        : safety.Withdrawn.Remove(e.Child.Value),
            },
        ConsentWithdrawn e => safety with
        {
            Withdrawn = safety.Withdrawn.SetItem(e.Child!.Value, new(e, entry.By, entry.At) { Seq = entry.Seq }),
            Confirmed = safety.Confirmed.Remove(e.Child.Value),
        },
        DangerRaised e => safety with { Dangers = safety.Dangers.Add(new(new(e, entry.By, entry.At) { Seq = entry.Seq }, null)) },
        DangerAnswered e => safety with
        {
            Dangers = [.. safety.Dangers.Select(danger => danger.Raised.Seq == e.Raised
                ? danger with { Answered = new(e, entry.By, entry.At) { Before = danger.Answered, Seq = entry.Seq } }
                : danger)],
        },
        HandoverGiven e => safety with { Handovers = safety.Handovers.Add(new(new(e, entry.By, entry.At) { Seq = entry.Seq })) },
        HandoverAccepted e => safety.Of(e.Given, one => one with { Accepted = new(e, entry.By, entry.At) { Seq = entry.Seq } }),
        HandoverTakenBack e => safety.Of(e.Given, one => one with { Back = new(e, entry.By, entry.At) { Seq = entry.Seq } }),
        ChildVisited e => safety with { Visits = safety.Visits.Add(new(e, entry.By, entry.At) { Seq = entry.Seq }) },
        LegalAdviceTaken e => safety with { Advice = safety.Advice.Add(new(e, entry.By, entry.At) { Seq = entry.Seq }) },
        ContactHeld e => safety with { Held = safety.Held.Add(new(e, entry.By, entry.At) { Seq = entry.Seq }) },
        ContactHoldLifted e => safety with { Lifted = safety.Lifted.Add(new(e, entry.By, entry.At) { Seq = entry.Seq }) },
        BailSaid e => safety with { Bail = safety.Bail.Add(new(e, entry.By, entry.At) { Seq = entry.Seq }) },
        BailEnded e => safety with { BailOver = safety.BailOver.Add(new(e, entry.By, entry.At) { Seq = entry.Seq }) },
        ChildConfirmedSafe e => safety with { Confirmed = safety.Confirmed.SetItem(e.Child!.Value, new(e, entry.By, entry.At)) },
        HolderNamed e => safety with
        {
            Holders = safety.Holders.SetItem(e.Child!.Value, new(e, entry.By, entry.At) { Seq = entry.Seq }),
        },
        HolderRung e => safety with { Rung = safety.Rung.Add(new(e, entry.By, entry.At) { Seq = entry.Seq }) },
        SafetyReviewHeld e => safety with { Reviews = safety.Reviews.Add(new(e, entry.By, entry.At) { Seq = entry.Seq }) },
        NoSafetyPlanNeeded { Because: "" } when !entry.IsWithheld => safety with { NoneNeeded = null },
        NoSafetyPlanNeeded e => safety with { NoneNeeded = new(e, entry.By, entry.At) },
        SafetyReviewSet e => safety with
        {
            Review = Decided<SafetyReviewSet>.After(safety.Review, entry, e, e.Change, isIssued && safety.Review is not null),
        },
        _ => throw new UnreachableException($"Safety.Evolve does not know {fact.GetType().Name}."),
    };

    private Safety Of(int given, Func<Handover, Handover> becomes) =>
        this with { Handovers = [.. Handovers.Select(one => one.Given.Seq == given ? becomes(one) : one)] };
}

/// <summary>A danger that somebody raised.</summary>
/// <param name="Answered">Who acts on it, as it was said last; <c>null</c> while nobody does.</param>
internal sealed record Danger(Decided<DangerRaised> Raised, Decided<DangerAnswered>? Answered)
{
    /// <summary>Whom it is of: <c>Child 1</c>, or all.</summary>
    public string Whose(Case @case) => Raised.Fact.Child is { } id && @case.Find(id) is { } child ? child.Number : "The children";
}
