namespace StrategyBot.Cases;

/// <summary>What changes the limit, as facts record it (R20–R23). Recorded, so never renamed.</summary>
internal static class Features
{
    public const string SexualAbuse = "sexual-abuse";
    public const string Complex = "complex";
    public const string Staff = "staff";

    public const string Forensic = "forensic";
    public const string ForensicNotNeeded = "forensic-not-needed";

    public const string ProtectionNeeded = "protection-needed";
    public const string ProtectionNotNeeded = "protection-not-needed";

    public const string PoliceProtection = "police-protection";
    public const string EmergencyOrder = "emergency-order";
    public const string Removal = "removal";
    public const string OtherAction = "other-action";

    /// <summary>Of the circumstances: a child with a plan elsewhere moves in.</summary>
    public const string TransferIn = "transfer-in";

    /// <summary>An enquiry was begun before anybody could meet (R21).</summary>
    public const string EmergencyEnquiry = "emergency-enquiry";

    /// <summary>The child lives in an area that isn't ours.</summary>
    public const string AnotherAuthority = "another-authority";

    /// <summary>What the referral is about.</summary>
    public static IReadOnlyList<(string Id, string Text)> About { get; } =
    [
        (SexualAbuse, "Penetrative sexual abuse is alleged"),
        (Complex, "Fabricated or induced illness, or organised abuse"),
        (Staff, "An allegation against someone who works with children"),
    ];

    /// <summary>What was done at once.</summary>
    public static IReadOnlyList<(string Id, string Text)> Actions { get; } =
    [
        (PoliceProtection, "Police protection"),
        (EmergencyOrder, "Emergency order, made or sought"),
        (Removal, "Removal from home"),
        (EmergencyEnquiry, "A section 47 enquiry, begun in an emergency"),
        (OtherAction, "Other immediate action"),
    ];

    public static bool Has(this CircumstancesGiven given, string feature) => given.Features.Contains(feature);

    /// <summary>Whether a further question decides which limit holds: forensic evidence (R20) or protection needed
    /// at once (R22, R23).</summary>
    public static bool AskFurther(this CircumstancesGiven given) => given.Has(SexualAbuse) || given.MayBeLonger();

    public static bool MayBeLonger(this CircumstancesGiven given) => given.Has(Complex) || given.Has(Staff);
}
