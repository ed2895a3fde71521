namespace StrategyBot.Phases.Convening;

/// <summary>A meeting that is called does not take place. The limit to hold one goes on: it is called again, or said that none is needed.
/// </summary>
internal sealed class CancelMeetingPart : IPart<CancelMeetingPart.Form>
{
    public const string Title = "Cancel the meeting";

    public sealed record Form(string Case, string? Reason = null, string? Marking = null) : ICaseForm;

    public static PartId Id => new("convening/cancel-meeting");

    public static Capability Needs => Capability.Decide;

    public static PartButton Button(Case @case) => Id.Button(Title, new Form(@case.Ref.Value));

    public Refusal? Bars(FormPage page, Form asked) => CancelMeetingRule.WhyNot(page.Whole);

    public Drawn Draw(FormPage page, Form asked) => new(Title,
    [
        new TextBlock(CardText.Plain($"The limit goes on. {MeetingDue.Of(page.Case, page.Now).Due switch
        {
            var due when due.IsPast(page.Now) => $"It is past: hold by {due.Date(page.Words)}.",
            var due => $"Hold by {due.Date(page.Words)}.",
        }} If the time is wrong, move the meeting instead.")) { Weight = TextWeight.Bolder },
        new TextBlock("It is taken out of the calendars, and everybody invited is told that it does not take place, not why. "
            + "What they have written is kept."),
        new TextInput("reason", "Why does it not take place?") { IsMultiline = true, MaxLength = FormCard.LongText },
        MarkingInput.For(page.Case, page.Me.Agency),
    ])
    {
        Saves = [new("Cancel the meeting")],
        Preselected = [MarkingInput.Id],
    };

    public Decision Decide(FormPage page, Form typed) => MarkingInput.Said(page, typed.Marking, null, typed.Reason) is { } readers
        ? CancelMeetingRule.Cancel(page.Whole, typed.Reason, readers)
        : MarkingInput.NotSaid;

    public Echo Saved(FormPage page, Kept<Form> kept) =>
        new("the meeting is cancelled, and everybody invited is told. Call it for another time, or say that none is needed");

    public PartButton? Next(FormPage page, Kept<Form> kept) => StepRule.FirstOpen(page.Case).Button(page.Case);
}

/// <summary>When a meeting that is called can be cancelled. Pure.</summary>
internal static class CancelMeetingRule
{
    public static Refusal? WhyNot(Case @case) => !@case.Meeting.IsConvened ? new CannotBe("No meeting is called.")
        : @case.HappenedAlready ? new CannotBe("The meeting was held already.")
        : @case.Meeting.Attendance.StartedAt is not null
            ? new CannotBe("The meeting has begun. End it, and say what is open.")
        : null;

    public static Decision Cancel(Case @case, string? reason, Readers readers) => WhyNot(@case) is { } not ? not
        : new Unsaid().Text("reason", AsTyped.Text(reason), "Say why it does not take place.").Why is { } missing ? missing
        : new MeetingCancelled(AsTyped.Text(reason)) { Meeting = @case.Meeting.Id, Audience = readers.Audience };
}
