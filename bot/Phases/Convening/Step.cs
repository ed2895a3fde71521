using StrategyBot.Cases;

namespace StrategyBot.Phases.Convening;

/// <summary>The parts of convening, in their order.</summary>
internal enum Step
{
    Urgent,
    Why,
    Features,
    Limit,
    Setting,
    People,
    SocialWorker,
    Invitees,
    Time,
}

internal static class Steps
{
    public static string Title(this Step step) => step switch
    {
        Step.Urgent => "The first question",
        Step.Why => "Why and since when",
        Step.Features => "What changes the limit",
        Step.Limit => "Which limit holds",
        Step.Setting => "How it is held, and the cause",
        Step.People => "Children and adults",
        Step.SocialWorker => "Social worker",
        Step.Invitees => "Who is invited",
        _ => "When it is held",
    };

    /// <summary>What comes after a part was saved; the further question on the limit only where one hangs on it.</summary>
    public static Step After(this Step step, Case @case) => step switch
    {
        Step.Urgent => Step.Why,
        Step.Why => Step.Features,
        Step.Features when @case.Circumstances?.AskFurther() == true => Step.Limit,
        Step.Features or Step.Limit => Step.Setting,
        Step.Setting => Step.People,
        Step.People => Step.SocialWorker,
        Step.SocialWorker => Step.Invitees,
        _ => Step.Time,
    };

    /// <summary>Where convening goes on: the first part that waits.</summary>
    public static Step FirstOpen(Case @case) => All(@case).Where(part => part.IsOpen).Select(part => part.Step).DefaultIfEmpty(Step.Time).First();

    /// <summary>Every part with how it stands.</summary>
    public static IEnumerable<(Step Step, string State, bool IsOpen)> All(Case @case)
    {
        var given = @case.Circumstances;
        yield return (Step.Urgent, @case.Urgent.Answer is null ? "not answered: same day" : "answered", @case.Urgent.Answer is null && given is null);
        yield return (Step.Why, given is null ? "to do" : "saved", given is null);
        yield return (Step.Features, given is null ? "to do" : given.Features.Count == 0 ? "nothing ticked" : "saved", given is null or { Features.Count: 0, Reason.Length: 0 });
        if (given?.AskFurther() == true)
        {
            var answered = given.Features.Any(feature => feature is Features.Forensic or Features.ForensicNotNeeded or Features.ProtectionNeeded or Features.ProtectionNotNeeded);
            yield return (Step.Limit, answered ? "saved" : "to do", !answered);
        }

        yield return (Step.Setting, given is { Reason.Length: > 0 } ? "saved" : "to do", given is not { Reason.Length: > 0 });
        yield return (Step.People, Named(@case), @case.Children.Count == 0);
        yield return (Step.SocialWorker, @case.Invited.Any(person => person.Roles.Contains(Role.SocialWorker)) ? "saved" : "not named", false);
        var invited = @case.Invited.Count(person => person.Id != @case.Meeting.Chair);
        yield return (Step.Invitees, $"{invited} invited", invited == 0);
        yield return (Step.Time, "to do", true);
    }

    /// <summary>How many are named: <c>2 children, 1 adult</c>.</summary>
    public static string Named(Case @case) =>
        $"{(@case.Children.Count == 1 ? "1 child" : $"{@case.Children.Count} children")}, {(@case.Adults.Count == 1 ? "1 adult" : $"{@case.Adults.Count} adults")}";
}
