namespace StrategyBot.Phases.Holding;

/// <summary>What is still open, and the tap that ends the meeting (P7).</summary>
internal sealed class EndPage(PhaseList phases) : IPage<CaseForm>
{
    private const string Title = "End the meeting";

    public static PartId Id => new("holding/closing");

    public static Capability Needs => Capability.Lead;

    public static PartButton Button(Case @case) => Id.Button(Title, CaseForm.Of(@case));

    public Drawn Draw(FormPage page, CaseForm asked) => page.Case.Meeting.Attendance switch
    {
        { EndedAt: { } ended } => new(Title, [new TextBlock($"The meeting ended {page.Words.When(ended)}.")])
        {
            Beside = MeetingRule.IsSettled(page.Whole) ? [] : [ResumeMeeting.Send(page)],
        },
        { StartedAt: null } => new(Title, [new TextBlock(new NotStarted().Say(page.Words))]),
        _ => Running(page, asked),
    };

    private Drawn Running(FormPage page, CaseForm asked) => new(Title,
    [
        new TextBlock(page.Case.Meeting.Plan.AgreedAt is null
            ? "The immediate plan is not agreed yet: messages about it have not left."
            : "The immediate plan is agreed."),
        new TextBlock("The minutes clock starts when you end. "
            + "What is open then is asked for by today 17:00, or by noon of the next working day."),
        .. GapsDrawing.List(phases.Gaps(page.Whole)),
    ])
    {
        Beside = [Actions.Send("End now", EndMeeting.Verb, asked)],
    };
}

/// <summary>The chair ends the meeting: the minutes clock starts, what is open is listed (P7).</summary>
internal sealed class EndMeeting(PhaseList phases) : IAct<CaseForm>
{
    public static string Verb => "holding/end";

    public static Capability Needs => Capability.Lead;

    public Decision Decide(FormPage page, CaseForm pressed) => MeetingRule.End(page.Whole, phases.Gaps(page.Whole), page.Now);

    public Echo Saved(FormPage page, Kept<CaseForm> kept) => Said(page);

    public PartButton? Ends(FormPage page, CaseForm pressed) => EndPage.Button(page.Case);

    /// <summary>What is said of an ended meeting, and the way back from it.</summary>
    internal static Echo Said(FormPage page)
    {
        var held = page.Case.Meeting.Attendance;
        // What is answered twice may be answered after somebody took the end back.
        if (held.EndedAt is not { } ended)
        {
            return ResumeMeeting.Said;
        }

        var open = held is { Gaps: { } gaps, CompletedAt: null }
            ? $"; {gaps.Gaps.Count} still to answer by {page.Words.Day(page.Now, gaps.DueAt)}"
            : "";
        return new($"the meeting ended {page.Words.Time(ended)}{open}") { Notes = [new ActionSet(ResumeMeeting.Send(page))] };
    }
}

/// <summary>The meeting was not over, and the end was pressed a moment ago: no reason is asked.</summary>
internal sealed class ResumeMeeting : IAct<CaseForm>
{
    public static string Verb => "holding/resume";

    public static Capability Needs => Capability.Lead;

    /// <summary>By one tap, or later by the form that asks why.</summary>
    public static PartButton Button(Case @case, DateTimeOffset now) => MeetingRule.IsAtOnce(@case, now)
        ? new(GoOnPart.Title, Verb, CaseForm.Of(@case)) : GoOnPart.Button(@case);

    public static SubmitAction Send(FormPage page)
    {
        var button = Button(page.Case, page.Now);
        return Actions.Send(button.Title, button.Verb, button.Form) with { AssociatedInputs = AssociatedInputs.None };
    }

    public Decision Decide(FormPage page, CaseForm pressed) => MeetingRule.Resume(page.Whole, page.Now);

    public Echo Saved(FormPage page, Kept<CaseForm> kept) => Said;

    /// <summary>Pressed on a card that was posted a while ago.</summary>
    public PartButton? Back(FormPage page, CaseForm pressed) =>
        MeetingRule.WhyNotOn(page.Whole) is null ? GoOnPart.Button(page.Case) : null;

    internal static Echo Said { get; } = new("the meeting goes on");
}
