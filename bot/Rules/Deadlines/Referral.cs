using StrategyBot.Rules.Procedures;

namespace StrategyBot.Rules.Deadlines;

/// <summary>A yes-or-no question on which a limit hangs. No answer counts as the answer that protects;
/// a No counts only with a name and a reason (P2).</summary>
internal sealed record LimitAnswer
{
    private LimitAnswer(bool? yes, string by, string reason) => (IsYes, By, Reason) = (yes, by, reason);

    public static LimitAnswer Unanswered { get; } = new(null, "", "");

    public static LimitAnswer Yes { get; } = new(true, "", "");

    public bool? IsYes { get; }

    public string By { get; }

    public string Reason { get; }

    /// <summary>Whether the longer limit may be used.</summary>
    public bool StandsAsNo => IsYes == false && !string.IsNullOrWhiteSpace(By) && !string.IsNullOrWhiteSpace(Reason);

    public static LimitAnswer No(string by, string reason) => new(false, by, reason);
}

internal enum ProtectiveAction
{
    PoliceProtection,
    EmergencyOrder,
    Removal,
    Other,
}

/// <param name="Kind">What was done.</param>
/// <param name="At">When; null for an order that is still being sought, or where the time isn't known.</param>
internal sealed record ImmediateAction(ProtectiveAction Kind, DateTimeOffset? At);

/// <summary>A child with a plan elsewhere has moved in (R4).</summary>
/// <param name="OtherAuthority">Who made the plan.</param>
/// <param name="OtherKeepsResponsibility">Null while nobody has said.</param>
/// <param name="ConfirmedBy">Who there said so; without a name and a time the duty to convene stands.</param>
/// <param name="ConfirmedAt">When they said so.</param>
internal sealed record TransferIn(string OtherAuthority, bool? OtherKeepsResponsibility, string? ConfirmedBy, DateTimeOffset? ConfirmedAt)
{
    public static Citation Source { get; } =
        new("004", "Bedford guide", "unless the other authority is to retain responsibility for the case", "R4");

    public bool Confirmed => OtherKeepsResponsibility == true && !string.IsNullOrWhiteSpace(ConfirmedBy) && ConfirmedAt is not null;
}

/// <summary>What is known at convene that decides by when the meeting must be held (R17–R24).</summary>
/// <param name="ConcernIdentifiedAt">The general, complex and staff limits start here.</param>
/// <param name="ReferralReceivedAt">The same-day limits start here.</param>
internal sealed record Referral(DateTimeOffset ConcernIdentifiedAt, DateTimeOffset ReferralReceivedAt)
{
    /// <summary>The first question (P2): serious injury or neglect, an injury to a baby, protection already used?</summary>
    public LimitAnswer Urgent { get; init; } = LimitAnswer.Unanswered;

    /// <summary>Ids of the parts of the first question that were answered with yes.</summary>
    public ValueList<string> UrgentParts { get; init; } = [];

    public ImmediateAction? ImmediateAction { get; init; }

    public bool PenetrativeSexualAbuse { get; init; }

    /// <summary>Whether the meeting must be the same day to secure forensic evidence (R20).</summary>
    public LimitAnswer ForensicEvidence { get; init; } = LimitAnswer.Unanswered;

    /// <summary>Fabricated or induced illness, organised abuse (R22).</summary>
    public bool Complex { get; init; }

    /// <summary>Allegations against people who work with children (R23).</summary>
    public bool Staff { get; init; }

    /// <summary>Whether the child needs protection at once; null counts as yes, so that five days are never taken by
    /// silence (R22, R23).</summary>
    public bool? ImmediateProtectionNeeded { get; init; }

    public TransferIn? TransferIn { get; init; }
}
