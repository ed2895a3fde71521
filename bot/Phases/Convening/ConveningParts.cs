using StrategyBot.Cases;

namespace StrategyBot.Phases.Convening;

/// <summary>The parts of convening that each reader has.</summary>
internal static class ConveningParts
{
    public static IEnumerable<HubEntry> Entries(CaseView view, DateTimeOffset now)
    {
        var @case = view.Case;
        if (!view.Reader.May(Capability.Arrange))
        {
            yield break;
        }

        foreach (var (step, state, isOpen) in @case.Meeting.IsConvened ? Arranged(@case) : Steps.All(@case))
        {
            yield return new($"convening/{System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(step.ToString())}", HubSection.Before, TitleOf(@case, step), state, OpenStep.Button(@case, step), isOpen);
        }
    }

    /// <summary>What binds at completion of what is asked here (requirements 4.2).</summary>
    public static IEnumerable<Gap> Gaps(Case @case)
    {
        if (@case.Urgent.Answer is null)
        {
            yield return new("convening/urgent", "The first question is not answered yet.", WhoFills.Chair, OpenStep.Button(@case, Step.Urgent));
        }

        if (@case.Circumstances is { Circumstances.Count: 0 })
        {
            yield return new("convening/why", "Why the meeting was called is not ticked yet.", WhoFills.Chair, OpenStep.Button(@case, Step.Why));
        }

        if (@case.Circumstances is not { Reason.Length: > 0 })
        {
            yield return new("convening/cause", "Why there is reasonable cause is not written yet.", WhoFills.Chair, OpenStep.Button(@case, Step.Setting));
        }
    }

    /// <summary>The meeting itself, for whoever is invited.</summary>
    public static IEnumerable<DueItem> Dues(CaseView view, DateTimeOffset now) =>
        view.Case.Meeting is { Room.Convened: { } convened, Attendance.EndedAt: null } && view.Reader.IsInvited
            ? [new(convened.StartsAt, "Strategy meeting", WhoToCheck.Button(view.Case))]
            : [];

    /// <summary>What may still be changed once the meeting is called.</summary>
    private static IEnumerable<(Step Step, string State, bool IsOpen)> Arranged(Case @case) => Steps.All(@case)
        .Where(part => part.Step != Step.Time || @case.Meeting.Attendance.StartedAt is null)
        .Select(part => (part.Step, part.Step == Step.Time ? "called" : part.State, false));

    private static string TitleOf(Case @case, Step step) => step == Step.Time && @case.Meeting.IsConvened ? "Move the meeting" : step.Title();
}
