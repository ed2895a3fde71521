namespace StrategyBot.Phases.Convening;

/// <summary>The ways to close a case that no meeting is called on: begun by mistake, or considered and not needed (P39).</summary>
internal sealed class ClosingPage : IPage<CaseForm>
{
    public const string Title = "Close without a meeting";

    public static PartId Id => new("convening/close");

    public static Capability Needs => Capability.Arrange;

    public static PartButton Button(Case @case) => Id.Button(Title, CaseForm.Of(@case));

    public Refusal? Bars(FormPage page, CaseForm asked) => ClosingRule.WhyNot(page.Case);

    public Drawn Draw(FormPage page, CaseForm asked) => new(Title,
    [
        new TextBlock("If a child is not safe, go on instead: nothing here protects anybody.") { Weight = TextWeight.Bolder },
        new TextBlock("**Begun by mistake**: a slip, a second one for the same children. It stands in no list any more."),
        new TextBlock("**Considered, no meeting**: you looked at it and decided that none is needed. The decision stays on the record."),
    ])
    {
        Beside =
        [
            CancelPart.Id.Send("Begun by mistake", CaseForm.Of(page.Case)),
            NoMeetingPart.Id.Send("Considered, no meeting", CaseForm.Of(page.Case)),
            StepRule.FirstOpen(page.Case).Part(page.Case).Send("Back", CaseForm.Of(page.Case)),
        ],
    };
}

/// <summary>Closes a case that was begun by mistake.</summary>
internal sealed class CancelPart : IPart<CancelPart.Form>
{
    public sealed record Form(string Case, string? Reason = null) : ICaseForm;

    public static PartId Id => new("convening/cancel");

    public static Capability Needs => Capability.Arrange;

    public Refusal? Bars(FormPage page, Form asked) => ClosingRule.WhyCalled(page.Case);

    public Drawn Draw(FormPage page, Form asked) => new("Begun by mistake",
    [
        new TextInput("reason", "What happened?") { IsMultiline = true, MaxLength = FormCard.LongText },
    ])
    {
        Saves = [new("Close it")],
        Beside = [ClosingPage.Id.Send("Back", CaseForm.Of(page.Case))],
    };

    public Decision Decide(FormPage page, Form typed) => ClosingRule.Cancel(page.Whole, typed.Reason);

    public Echo Saved(FormPage page, Kept<Form> kept) => new("closed, begun by mistake");
}

/// <summary>Considered, and no meeting: why, who decided, what is done instead (P39).</summary>
internal sealed class NoMeetingPart : IPart<NoMeetingPart.Form>
{
    public sealed record Form(
        string Case, string? Cause = null, string? Reason = null, string? DecidedBy = null, string? Instead = null) : ICaseForm;

    public static PartId Id => new("convening/no-meeting");

    public static Capability Needs => Capability.Arrange;

    public Refusal? Bars(FormPage page, Form asked) => ClosingRule.WhyCalled(page.Case);

    public Drawn Draw(FormPage page, Form asked) => new("Considered, no meeting",
    [
        new ChoiceSetInput("cause", "Why is no strategy meeting needed?", Choices.Of(WordTables.NotCalledCause)),
        new TextInput("reason", "In your words") { IsMultiline = true, MaxLength = FormCard.LongText },
        ConveningDrawing.Line("decidedBy", "Who decided", Shortened.Name(page.Me.Name)),
        new TextInput("instead", "What is done instead, and who does it?") { IsMultiline = true, MaxLength = FormCard.LongText },
    ])
    {
        Saves = [new("Close it, no meeting")],
        Beside = [ClosingPage.Id.Send("Back", CaseForm.Of(page.Case))],
        Preselected = ["decidedBy"],
    };

    public Decision Decide(FormPage page, Form typed) => ClosingRule.NoMeeting(page.Whole,
        Choices.Read(WordTables.NotCalledCause, typed.Cause), typed.Reason, typed.DecidedBy, typed.Instead);

    public Echo Saved(FormPage page, Kept<Form> kept) => new("considered, no meeting. status shows it");
}
