using StrategyBot.Rules.Deadlines;
using LimitAnswer = StrategyBot.Rules.Deadlines.Answer;

namespace StrategyBot.Cases;

/// <summary>By when a case's meeting must be held, as far as its facts tell (R17–R24, P2). Pure.</summary>
internal static class MeetingDue
{
    public static HoldBy Of(Case @case, DateTimeOffset now) => Of(@case, @case.Clocks, now);

    public static HoldBy Of(Case @case, Clocks clocks, DateTimeOffset now) => HoldBy.Decide(clocks, @case.Profile, Referral(@case), now);

    /// <summary>Until somebody says when the concern and the referral came, the case's own opening stands for both:
    /// earlier is not known, and later would be wrong.</summary>
    private static Referral Referral(Case @case)
    {
        var given = @case.Circumstances;
        return new(given?.ConcernIdentifiedAt ?? @case.OpenedAt, given?.ReferralReceivedAt ?? @case.OpenedAt)
        {
            Urgent = @case.Urgent.Answer switch
            {
                YesNo.Yes => LimitAnswer.Yes,
                YesNo.No => LimitAnswer.No(By(@case), @case.Urgent.Reason),
                _ => LimitAnswer.Unanswered,
            },
            UrgentParts = @case.Urgent.Which,
            ImmediateAction = given is null ? null : Action(given),
            PenetrativeSexualAbuse = given?.Has(Features.SexualAbuse) ?? false,
            ForensicEvidence = Forensic(@case, given),
            Complex = given?.Has(Features.Complex) ?? false,
            Staff = given?.Has(Features.Staff) ?? false,
            ImmediateProtectionNeeded = given switch
            {
                null => null,
                _ when given.Has(Features.ProtectionNeeded) => true,
                _ when given.Has(Features.ProtectionNotNeeded) => false,
                _ => null,
            },
        };
    }

    private static LimitAnswer Forensic(Case @case, CircumstancesGiven? given) => given switch
    {
        null => LimitAnswer.Unanswered,
        _ when given.Has(Features.Forensic) => LimitAnswer.Yes,
        _ when given.Has(Features.ForensicNotNeeded) => LimitAnswer.No(By(@case), given.LimitReason),
        _ => LimitAnswer.Unanswered,
    };

    private static ImmediateAction? Action(CircumstancesGiven given) =>
        given.Has(Features.PoliceProtection) ? new(ProtectiveAction.PoliceProtection, given.ImmediateActionAt)
        : given.Has(Features.EmergencyOrder) ? new(ProtectiveAction.EmergencyOrder, given.ImmediateActionAt)
        : given.Has(Features.Removal) ? new(ProtectiveAction.Removal, given.ImmediateActionAt)
        : given.Has(Features.OtherAction) || given.ImmediateActionAt is not null ? new(ProtectiveAction.Other, given.ImmediateActionAt)
        : null;

    // A No counts only with a name: whose it was stands in the envelope, and it is the chair who answers for it.
    private static string By(Case @case) => @case.Chair.Name.Length > 0 ? @case.Chair.Name : "the chair";
}
