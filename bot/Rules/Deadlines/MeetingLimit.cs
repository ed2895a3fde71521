using StrategyBot.Rules.Procedures;

namespace StrategyBot.Rules.Deadlines;

/// <summary>One of the limits for holding the meeting as it falls for one referral.</summary>
/// <param name="Due">When it falls.</param>
/// <param name="WhyNot">Why it doesn't apply; null where it does.</param>
/// <param name="SameDay">Whether it ends with the day of the referral.</param>
/// <param name="Replaces">Whether it stands in the general limit's place.</param>
internal sealed record MeetingLimit(Deadline Due, string? WhyNot, bool SameDay = false, bool Replaces = false)
{
    /// <summary>Every limit that this referral brings up, applying or not, the most urgent rule first.
    /// One always applies: the general one or its replacement.</summary>
    public static IReadOnlyList<MeetingLimit> Of(Clocks clocks, ProcedureProfile profile, Referral referral)
    {
        MeetingLimit?[] longer =
        [
            referral.Complex ? Longer(clocks, profile.Limits.Complex, referral, "complex case") : null,
            referral.Staff ? Longer(clocks, profile.Limits.Staff, referral, "allegation against someone who works with children") : null,
        ];
        var replaced = longer.Any(limit => limit is { WhyNot: null });
        var general = Named(clocks.WithinWorkingDays(referral.ConcernIdentifiedAt, profile.Limits.General), "general limit");
        MeetingLimit?[] all =
        [
            Urgent(clocks, profile, referral),
            SexualAbuse(clocks, profile, referral),
            Immediate(clocks, profile, referral),
            .. longer,
            new(general, replaced ? "replaced by the longer limit" : null),
        ];
        return [.. all.OfType<MeetingLimit>()];
    }

    /// <summary>R19 with P2: yes or no answer means the same day; a No stands only with a name and a reason.</summary>
    private static MeetingLimit Urgent(Clocks clocks, ProcedureProfile profile, Referral referral)
    {
        var ground = referral.Urgent switch
        {
            { IsYes: null } => "the first question is not answered",
            { IsYes: false, StandsAsNo: false } => "a No needs a name and a reason",
            _ => profile.Questions.Urgent.FirstOrDefault(part => referral.UrgentParts.Contains(part.Id))?.Ground ?? "serious risk of harm",
        };
        return new(
            Named(clocks.SameDay(referral.ReferralReceivedAt, profile.Limits.SameDay), ground),
            referral.Urgent.StandsAsNo ? "the first question was answered with No" : null,
            SameDay: true);
    }

    /// <summary>R20: the same day unless somebody says why forensic evidence doesn't need it.</summary>
    private static MeetingLimit? SexualAbuse(Clocks clocks, ProcedureProfile profile, Referral referral) => referral.PenetrativeSexualAbuse
        ? new(
            Named(clocks.SameDay(referral.ReferralReceivedAt, profile.Limits.SexualAbuse),
                referral.ForensicEvidence.IsYes == true ? "forensic evidence" : "whether forensic evidence needs it is not answered"),
            referral.ForensicEvidence.StandsAsNo ? "forensic evidence does not need it" : null,
            SameDay: true)
        : null;

    /// <summary>R21: from the action itself, or from the concern where its time isn't known; never after police protection ends (P30).
    /// </summary>
    private static MeetingLimit? Immediate(Clocks clocks, ProcedureProfile profile, Referral referral)
    {
        if (referral.ImmediateAction is not { } action)
        {
            return null;
        }

        var from = action.At ?? referral.ConcernIdentifiedAt;
        var due = clocks.WithinWorkingDays(from, profile.Limits.ImmediateAction);
        return new(
            Named(action.Kind == ProtectiveAction.PoliceProtection
                ? due.OrEarlier(SafetyLimits.PoliceProtectionEnds(clocks, profile, from))
                : due, Name(action)),
            null);
    }

    /// <summary>R22, R23: only while no immediate protection is needed, and only where the authority has a longer limit.</summary>
    private static MeetingLimit? Longer(Clocks clocks, WorkingDayLimit? limit, Referral referral, string ground) => limit is null
        ? null
        : new(
            Named(clocks.WithinWorkingDays(referral.ConcernIdentifiedAt, limit), ground),
            referral.ImmediateProtectionNeeded switch
            {
                false => null,
                true => "immediate protection is needed",
                null => "whether immediate protection is needed is not answered",
            },
            Replaces: true);

    private static Deadline Named(Deadline due, string ground) => due with { Rule = $"{due.Rule}: {ground}" };

    private static string Name(ImmediateAction action) => action switch
    {
        { Kind: ProtectiveAction.PoliceProtection } => "police protection",
        { Kind: ProtectiveAction.EmergencyOrder, At: null } => "emergency order sought",
        { Kind: ProtectiveAction.EmergencyOrder } => "emergency order",
        { Kind: ProtectiveAction.Removal } => "removal",
        _ => "immediate action",
    };
}
