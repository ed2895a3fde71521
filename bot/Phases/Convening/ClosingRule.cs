namespace StrategyBot.Phases.Convening;

/// <summary>The rules of closing a case before its meeting is called. Pure.</summary>
internal static class ClosingRule
{
    public static Refusal? WhyNot(Case @case) => @case.Closed is { } closed ? CaseIsClosed.Of(@case, closed) : WhyCalled(@case);

    public static Refusal? WhyCalled(Case @case) => @case.Meetings.Any(meeting => meeting.IsConvened)
        ? new CannotBe("The meeting is called and people are invited, so the case stays open. "
            + "Move the meeting, hold it, or cancel it first.")
        : null;

    public static Decision Cancel(Case @case, string? reason) => AsTyped.Text(reason) is { Length: > 0 } said
        ? Close(@case, new CaseCancelled(said))
        : new CannotBe("Say in a few words what happened.") { Field = "reason" };

    public static Decision NoMeeting(
        Case @case, NotCalledCause? cause, string? reason, string? decidedBy, string? instead)
    {
        var (why, who, what) = (AsTyped.Text(reason), AsTyped.Line(decidedBy), AsTyped.Text(instead));
        Refusal[] wrong =
        [
            .. cause is null ? [new CannotBe("Choose why no meeting is needed.") { Field = "cause" }] : (Refusal[])[],
            .. why.Length == 0 ? [new CannotBe("Say why no meeting is needed.") { Field = "reason" }] : (Refusal[])[],
            .. who.Length == 0 ? [new CannotBe("Say who decided.") { Field = "decidedBy" }] : (Refusal[])[],
            .. what.Length == 0 ? [new CannotBe("Say what is done instead.") { Field = "instead" }] : (Refusal[])[],
        ];
        return wrong.Length switch
        {
            0 => Close(@case, new NoMeetingDecided(why, who, what) { Cause = cause }),
            1 => wrong[0],
            _ => new Several(wrong),
        };
    }

    private static Decision Close(Case @case, ConveningFact fact) => @case.Closed?.Fact == fact ? Decision.Already
        : WhyNot(@case) is { } not ? not
        : fact;
}
