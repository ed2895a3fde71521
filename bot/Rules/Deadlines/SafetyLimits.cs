using StrategyBot.Rules.Procedures;

namespace StrategyBot.Rules.Deadlines;

/// <summary>The clocks of keeping a child safe: the plan, police protection, a wrong disclosure.</summary>
internal static class SafetyLimits
{
    /// <summary>R80: the plan is on the child's file.</summary>
    public static Deadline PlanOnFile(Clocks clocks, ProcedureProfile profile, DateTimeOffset agreedAt) =>
        clocks.WithinWorkingDays(agreedAt, profile.SafetyPlan.OnFile);

    /// <summary>R73: a plan made in an emergency, without the family network, is reviewed.</summary>
    public static Deadline EmergencyReview(Clocks clocks, ProcedureProfile profile, DateTimeOffset agreedAt) =>
        clocks.WithinWorkingDays(agreedAt, profile.SafetyPlan.EmergencyReview);

    /// <summary>P4 (k): police protection ends, in clock hours from when it was taken.</summary>
    public static Deadline PoliceProtectionEnds(Clocks clocks, ProcedureProfile profile, DateTimeOffset takenAt) =>
        clocks.WithinHours(takenAt, profile.ClockHours.PoliceProtection);

    /// <summary>P29 (k): the child is seen, from the decision on the enquiry; a case of before such limits goes by today's.</summary>
    /// <param name="sameDay">The meeting itself had to be held the same day.</param>
    public static Deadline ChildSeen(Clocks clocks, ProcedureProfile profile, DateTimeOffset decidedAt, bool sameDay)
    {
        var (rule, usual) = (profile.Enquiry, ProcedureProfiles.Default.Enquiry);
        return sameDay
            ? clocks.SameDay(decidedAt, (rule.ChildSeenUrgent ?? usual.ChildSeenUrgent)!)
            : clocks.WithinHours(decidedAt, (rule.ChildSeen ?? usual.ChildSeen)!);
    }

    /// <summary>P16 (k): what information governance must do about a wrong disclosure, in clock hours from learning of it.</summary>
    public static Deadline WronglyShared(Clocks clocks, ProcedureProfile profile, DateTimeOffset learntAt) =>
        clocks.WithinHours(learntAt, profile.ClockHours.WronglyShared);
}
