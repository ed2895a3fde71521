namespace StrategyBot.Phases.Convening;

/// <summary>The steps of convening, in their order.</summary>
internal enum Step
{
    Urgent,
    Now,
    Why,
    Features,
    Limit,
    Setting,
    People,
    SocialWorker,
    Invitees,
    Time,
    Check,
}

/// <summary>What comes after what while a meeting is convened. Pure.</summary>
internal static class StepRule
{
    public static string Title(this Step step) => step switch
    {
        Step.Urgent => "The first question",
        Step.Now => "The first ten minutes",
        Step.Why => "Why and since when",
        Step.Features => "Who referred, and what changes the limit",
        Step.Limit => "Which limit holds",
        Step.Setting => "How it is held, and the cause",
        Step.People => "Children and adults",
        Step.SocialWorker => "Social worker",
        Step.Invitees => "Who is invited",
        Step.Time => "When it is held",
        _ => "Check your answers",
    };

    /// <summary>The steps that this case asks, in their order.</summary>
    public static IReadOnlyList<Step> Applying(Case @case) =>
    [
        .. Enum.GetValues<Step>().Where(step => @case.IsFurther ? IsOfEach(step)
            : step != Step.Limit || @case.Circumstances?.AskFurther() == true),
    ];

    /// <summary>What every meeting of a case is asked; how it all began is asked once.</summary>
    private static bool IsOfEach(Step step) => step is Step.People or Step.SocialWorker or Step.Invitees or Step.Time or Step.Check;

    /// <summary><c>Step 3 of 9</c>.</summary>
    public static string Say(this Step step, Case @case)
    {
        var all = Applying(@case).ToList();
        return $"Step {all.IndexOf(step) + 1} of {all.Count}";
    }

    /// <summary>The step before, where there is one.</summary>
    public static Step? Before(this Step step, Case @case) =>
        Applying(@case).TakeWhile(one => one != step).Select(one => (Step?)one).LastOrDefault();

    /// <summary>What comes after a step was saved; the further question on the limit only where one hangs on it.</summary>
    public static Step After(this Step step, Case @case) => step switch
    {
        Step.Urgent => Step.Now,
        Step.Now => Step.Why,
        Step.Why => Step.Features,
        Step.Features when @case.Circumstances?.AskFurther() == true => Step.Limit,
        Step.Features or Step.Limit => Step.Setting,
        Step.Setting => Step.People,
        Step.People => Step.SocialWorker,
        Step.SocialWorker => Step.Invitees,
        Step.Invitees => Step.Time,
        _ => Step.Check,
    };

    /// <summary>The last step of those that are changed in one go from <em>Check your answers</em>.</summary>
    private static bool EndsGroup(this Step step, Case @case) => step.After(@case) is Step.Setting or Step.People or Step.Invitees;

    /// <summary>The part of a step. Everything else waits for why and since when; a meeting that is called is moved.</summary>
    public static PartId Part(this Step step, Case @case) => step switch
    {
        Step.Urgent => UrgencyPart.Id,
        Step.Now => @case.Children.Count == 0 ? WhereNowPart.Id : NowPage.Id,
        Step.Why => WhyPart.Id,
        _ when @case.Circumstances is null => WhyPart.Id,
        Step.Features => FeaturesPart.Id,
        Step.Limit => LongerLimitPart.Id,
        Step.Setting => SettingPart.Id,
        Step.People => PeoplePage.Id,
        Step.SocialWorker => SocialWorkerPart.Id,
        Step.Invitees => InviteesPart.Id,
        _ when @case.Meeting.IsConvened => MovePart.Id,
        Step.Time => TimePart.Id,
        _ => CheckPage.Id,
    };

    public static PartButton Button(this Step step, Case @case) => step.Part(@case).Button(step.Title(), CaseForm.Of(@case));

    /// <summary>The part of the step after; once the meeting is called, the reader's own parts.</summary>
    public static PartButton? Next(this Step step, Case @case) =>
        @case.Meeting.IsConvened ? LatePart.Asked(@case)
        // Whoever changes an answer comes back to where they check it.
        : @case.Meeting.Room.Planned is not null && step.EndsGroup(@case) ? Step.Check.Button(@case)
        : step.After(@case).Button(@case);

    /// <summary>Where convening goes on: the first step that waits.</summary>
    public static Step FirstOpen(Case @case) =>
        All(@case).Where(one => one.IsOpen).Select(one => one.Step).DefaultIfEmpty(Step.Check).First();

    /// <summary>Every step with how it stands.</summary>
    public static IEnumerable<(Step Step, string State, bool IsOpen)> All(Case @case) =>
        Every(@case).Where(one => !@case.IsFurther || IsOfEach(one.Step));

    private static IEnumerable<(Step Step, string State, bool IsOpen)> Every(Case @case)
    {
        var (given, isAnswered) = (@case.Circumstances, @case.Urgent.Answer is not null);
        yield return (Step.Urgent, isAnswered ? "answered" : "not answered: same day", !isAnswered && given is null);
        if (!@case.Meeting.IsConvened)
        {
            var known = @case.Children.Count(child => child.Now is not null);
            yield return (Step.Now, known == 0 ? "where each child is" : $"{known} of {@case.Children.Count} said", false);
        }

        yield return (Step.Why, given is null ? "to do" : "saved", given is null);
        yield return (Step.Features, given switch { null => "to do", { Features.Count: 0 } => "nothing ticked", _ => "saved" },
            given is null or { Features.Count: 0, Reason.Length: 0 });
        if (given?.AskFurther() == true)
        {
            var answered = given.Features.Any(feature =>
                feature is Features.Forensic or Features.ForensicNotNeeded or Features.ProtectionNeeded or Features.ProtectionNotNeeded);
            yield return (Step.Limit, answered ? "saved" : "to do", !answered);
        }

        yield return (Step.Setting, given is { Reason.Length: > 0 } ? "saved" : "to do", given is not { Reason.Length: > 0 });
        yield return (Step.People, Named(@case), @case.Children.Count == 0);
        var isNamed = @case.Invited.Any(person => person.Roles.Contains(Role.SocialWorker));
        yield return (Step.SocialWorker, isNamed ? "saved" : "not named", false);
        var invited = @case.Invited.Count(person => person.Id != @case.Meeting.Chair);
        yield return (Step.Invitees, $"{invited} invited", invited == 0);
        var isPlanned = @case.Meeting.Room.Planned is not null;
        yield return (Step.Time, isPlanned ? "saved" : "to do", !isPlanned);
        yield return (Step.Check, "nobody is invited yet", true);
    }

    /// <summary>How many are named: <c>2 children, 1 adult</c>.</summary>
    public static string Named(Case @case) =>
        $"{(@case.Children.Count == 1 ? "1 child" : $"{@case.Children.Count} children")}, "
        + $"{(@case.Adults.Count == 1 ? "1 adult" : $"{@case.Adults.Count} adults")}";
}
