namespace StrategyBot.Phases.Convening;

/// <summary>A manager looks at a further meeting that is to be held, as often as the procedure says (R60).</summary>
internal sealed class FurtherReviewPart : IPart<FurtherReviewPart.Form>
{
    public const string Title = "Look at the further meeting";

    public sealed record Form(string Case, YesNo? Stands = null, string? Words = null, string? Marking = null) : ICaseForm;

    public static PartId Id => new("convening/further-review");

    public static Capability Needs => Capability.Decide;

    public static PartButton Button(Case @case) => Id.Button(Title, new Form(@case.Ref.Value));

    public Refusal? Bars(FormPage page, Form asked) => FurtherReviewRule.WhyNot(page.Whole);

    public Drawn Draw(FormPage page, Form asked) => new(Title,
    [
        new TextBlock(page.Case.Meeting.Room.Convened is { } called
            ? $"It is called for {page.Words.When(called.StartsAt)}."
            : "It is not called yet."
                + (page.Case.Meeting.Opened?.Fact.By is { } by ? $" It has to be held by {page.Words.Date(by)}." : ""))
        {
            Weight = TextWeight.Bolder,
        },
        .. page.Case.Meeting.Room.Reviewed.LastOrDefault() is not { } last ? (IReadOnlyList<CardElement>)[] :
        [
            new PlainText(Shortened.To(2 * FormCard.Line, $"{page.Words.When(last.At)}, {page.Case.Find(last.By)?.Name ?? "somebody"}: "
                + last.Fact.Words)),
        ],
        Choices.Radios("stands", "Is that soon enough for the child?", WordTables.YesNo, null),
        new TextInput("words", "What you looked at, and who watches over the child until then")
        {
            IsMultiline = true,
            MaxLength = FormCard.LongText,
        },
        MarkingInput.For(page.Case, page.Me.Agency),
    ])
    {
        Preselected = [MarkingInput.Id],
    };

    public Decision Decide(FormPage page, Form typed) => MarkingInput.Said(page, typed.Marking, null, typed.Words) is { } readers
        ? FurtherReviewRule.Say(page.Whole, page.Me, typed.Stands, typed.Words, readers)
        : MarkingInput.NotSaid;

    public Echo Saved(FormPage page, Kept<Form> kept) => new(kept.Typed.Stands == YesNo.No
        ? "it has to be sooner. Choose another time now"
        : $"the time stands. Look at it again by {page.Words.Date(FurtherReviewRule.Due(page.Whole)!.On)}");

    public PartButton? Next(FormPage page, Kept<Form> kept) => kept.Typed.Stands != YesNo.No ? null
        : page.Whole.Meeting.IsConvened ? MovePart.Id.Button("Move the meeting", CaseForm.Of(page.Case)) : Step.Time.Button(page.Case);
}

/// <summary>When a further meeting is looked at (R60). Pure.</summary>
internal static class FurtherReviewRule
{
    public static Refusal? WhyNot(Case @case) => IsToBeHeld(@case) ? null : new CannotBe("No further meeting is to be held.");

    /// <summary>By when the next look is due, from the last or from when it was opened; <c>null</c> where none is.</summary>
    public static Rules.Deadlines.Deadline? Due(Case @case) => !IsToBeHeld(@case) ? null
        : Rules.Deadlines.EnquiryDays.FurtherMeetingReview(@case.Clocks, @case.Profile, @case.Clocks.Words.LocalDate(
            @case.Meeting.Room.Reviewed.LastOrDefault()?.At ?? @case.Meeting.Opened!.At));

    public static Decision Say(Case @case, Participant me, YesNo? stands, string? words, Readers readers)
    {
        var text = AsTyped.Text(words);
        var fact = new FurtherMeetingReviewed(stands ?? YesNo.Yes, text) { Meeting = @case.Meeting.Id, Audience = readers.Audience };
        return WhyNot(@case) ?? new Unsaid().If(stands is null, "stands", "Say whether the time is soon enough.")
                .Text("words", text, "Say what you looked at.").Why
            // The same press once more.
            ?? (@case.Meeting.Room.Reviewed is [.., var last] && last.Fact == fact && me.Is(last.By) ? Decision.Already : (Decision)fact);
    }

    private static bool IsToBeHeld(Case @case) => @case.IsFurther && @case.Meeting is { Opened: not null, Attendance.StartedAt: null };
}
