namespace StrategyBot.Phases.Holding;

/// <summary>A meeting that was ended goes on, and why (15.1): whoever was there or was told of the end hears of it.</summary>
internal sealed class GoOnPart : IPart<GoOnPart.Form>
{
    public const string Title = "It is not over: go on";

    public sealed record Form(string Case, ResumeCause? Cause = null, string? Why = null, string? Marking = null) : ICaseForm;

    public static PartId Id => new("holding/go-on");

    public static Capability Needs => Capability.Lead;

    public static PartButton Button(Case @case) => Id.Button(Title, new Form(@case.Ref.Value));

    public Refusal? Bars(FormPage page, Form asked) => MeetingRule.WhyNotOn(page.Whole);

    public Drawn Draw(FormPage page, Form asked) => new(Title,
    [
        new TextBlock($"The meeting ended {page.Words.When(page.Case.Meeting.Attendance.EndedAt!.Value)}.") { Weight = TextWeight.Bolder },
        new TextBlock("Whoever was there or was told of the end is told that it goes on; your words stay in the record. "
            + "The minutes and every limit after the meeting wait for its end again."),
        Choices.Radios("cause", "Why does it go on?", WordTables.ResumeCause, null),
        new TextInput("why", "Why, in a line or two") { IsMultiline = true, MaxLength = FormCard.LongText },
        MarkingInput.For(page.Case, page.Me.Agency, asks: "Who may read why"),
    ])
    {
        Saves = [new("Go on with the meeting")],
        Preselected = [MarkingInput.Id],
    };

    public Decision Decide(FormPage page, Form typed) => MarkingInput.Said(page, typed.Marking, null, typed.Why) is { } readers
        ? MeetingRule.GoOn(page.Whole, page.Me, typed.Cause, typed.Why, readers)
        : MarkingInput.NotSaid;

    public Echo Saved(FormPage page, Kept<Form> kept) => new("the meeting goes on, and whoever was there is told");
}
