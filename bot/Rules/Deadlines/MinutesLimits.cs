using StrategyBot.Rules.Procedures;

namespace StrategyBot.Rules.Deadlines;

/// <summary>R88, R92: the minutes' three separate marks, the chair's form, and the reminders before they are late.</summary>
/// <param name="Approve">By the chair.</param>
/// <param name="Enter">On the child's record.</param>
/// <param name="Distribute">To all involved agencies, absent ones too.</param>
/// <param name="ChairForm">The chair's own form; with the minutes unless the authority wants it sooner.</param>
/// <param name="Reminders">Earliest first; a manager is first told on the last day (P20).</param>
internal sealed record MinutesLimits(
    Deadline Approve, Deadline Enter, Deadline Distribute, Deadline ChairForm, ValueList<MinutesLimits.ReminderDue> Reminders)
{
    /// <param name="clocks">The authority's clocks.</param>
    /// <param name="rule">Its procedure for minutes.</param>
    /// <param name="meetingOn">The date the meeting started, also when it ended past midnight (requirements 1.10).</param>
    public static MinutesLimits For(Clocks clocks, ProcedureProfile.MinutesRule rule, DateOnly meetingOn)
    {
        var within = clocks.WithinWorkingDays(meetingOn, rule.Within);
        return new(
            within,
            within,
            within,
            rule.ChairForm is { } day ? clocks.OnDay(meetingOn, day) : within,
            rule.Reminders.Select(
                reminder => new ReminderDue(clocks.Words.At(clocks.Days.After(meetingOn, reminder.WorkingDays), reminder.Time),
                    reminder.To)).ToValueList());
    }

    /// <summary>P15: by when <c>Something is wrong</c> must be answered.</summary>
    public static Deadline ObjectionAnswered(Clocks clocks, ProcedureProfile.MinutesRule rule, DateTimeOffset raisedAt) =>
        clocks.WithinWorkingDays(raisedAt, rule.ObjectionAnswered);

    /// <param name="At">When it is sent.</param>
    /// <param name="To">Keys of <see cref="ProfileRoles"/>, and <c>chair</c>.</param>
    public sealed record ReminderDue(DateTimeOffset At, ValueList<string> To);
}
