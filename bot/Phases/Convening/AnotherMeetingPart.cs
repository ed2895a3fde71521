namespace StrategyBot.Phases.Convening;

/// <summary>Another meeting on the case: a further one, a review, or the same again (R54, R60, P14). Who was invited is carried over, and
/// looked at again.</summary>
internal sealed class AnotherMeetingPart : IPart<AnotherMeetingPart.Form>
{
    public const string Title = "Another meeting on this case";

    // Proposed: within the week.
    private const int WorkingDaysAhead = 5;

    public sealed record Form(
        string Case, MeetingPurpose? Purpose = null, string? Reason = null, DateOnly? By = null, string? Chair = null,
        string? Marking = null) : ICaseForm;

    public static PartId Id => new(PartIds.AnotherMeeting);

    public static Capability Needs => Capability.Decide;

    public static PartButton Button(Case @case) => Id.Button(Title, new Form(@case.Ref.Value));

    public Refusal? Bars(FormPage page, Form asked) => AnotherMeetingRule.WhyNot(page.Whole);

    public Drawn Draw(FormPage page, Form asked) => new(Title,
    [
        new TextBlock("Those who were invited are carried over. You look at the list, choose a time and check everything before anybody "
            + "is invited."),
        Choices.Radios("purpose", "What kind of meeting is it?", WordTables.MeetingPurpose, AnotherMeetingRule.Proposed(page.Case)),
        new TextInput("reason", "Why do you meet again?") { IsMultiline = true, MaxLength = FormCard.LongText },
        new DateInput("by", "By which day must it be held?")
        {
            Value = page.Case.Clocks.Days.After(page.Words.LocalDate(page.Now), WorkingDaysAhead),
        },
        PersonChoice.AtAGlance("chair", "Who chairs it?", AnotherMeetingRule.Chairs(page.Case), page.Case.Meeting.Chair.Value),
        MarkingInput.For(page.Case, page.Me.Agency),
    ])
    {
        Saves = [new("Open the meeting")],
        Preselected = ["purpose", "by", "chair", MarkingInput.Id],
    };

    public Decision Decide(FormPage page, Form typed) => MarkingInput.Said(page, typed.Marking, null, typed.Reason) is { } readers
        ? AnotherMeetingRule.Open(page.Whole, typed.Purpose, typed.Reason, typed.By, typed.Chair, page.Words.LocalDate(page.Now), readers)
        : MarkingInput.NotSaid;

    public Echo Saved(FormPage page, Kept<Form> kept) => new("another meeting is opened. Nobody is invited yet");

    /// <summary>Its first step.</summary>
    public PartButton? Next(FormPage page, Kept<Form> kept) =>
        kept.Facts.OfType<MeetingOpened>().FirstOrDefault() is { Meeting: { } id } && page.Case.About(id) is { } further
            ? StepRule.FirstOpen(further).Button(further) : null;
}

/// <summary>A meeting that was opened and never called is not needed after all.</summary>
internal sealed class MeetingNotNeededPart : IPart<MeetingNotNeededPart.Form>
{
    public const string Title = "This meeting is not needed";

    public sealed record Form(string Case, string? Reason = null, string? Marking = null) : ICaseForm;

    public static PartId Id => new("convening/not-needed");

    public static Capability Needs => Capability.Decide;

    public static PartButton Button(Case @case) => Id.Button(Title, new Form(@case.Ref.Value));

    public Refusal? Bars(FormPage page, Form asked) => AnotherMeetingRule.WhyNeeded(page.Whole);

    public Drawn Draw(FormPage page, Form asked) => new(Title,
    [
        new TextBlock("Nobody was invited to it yet. The meeting before is the last again, and what was agreed in it stands."),
        new TextInput("reason", "Why is it not needed after all?") { IsMultiline = true, MaxLength = FormCard.LongText },
        MarkingInput.For(page.Case, page.Me.Agency),
    ])
    {
        Saves = [new("It is not needed")],
        Preselected = [MarkingInput.Id],
    };

    public Decision Decide(FormPage page, Form typed) => MarkingInput.Said(page, typed.Marking, null, typed.Reason) is { } readers
        ? AnotherMeetingRule.NotNeeded(page.Whole, typed.Reason, readers)
        : MarkingInput.NotSaid;

    public Echo Saved(FormPage page, Kept<Form> kept) => new("the meeting is not needed, and why");
}

/// <summary>The rules of another meeting on a case (R54, R60, P14). Pure.</summary>
internal static class AnotherMeetingRule
{
    /// <summary>One at a time: who is invited to which could not be told apart.</summary>
    public static Refusal? WhyNot(Case @case) => @case.Closed is { } closed ? CaseIsClosed.Of(@case, closed)
        : @case.Meetings[^1].Attendance.EndedAt is not null ? null
        : @case.Meetings.Count > 1
        ? new CannotBe("Another meeting is opened on this case already. Hold it first, or say that it is not needed.")
        : new CannotBe("The meeting of this case has not ended yet. Hold it first.");

    public static Refusal? WhyNeeded(Case @case) => !@case.IsFurther || @case.Meeting.Id != @case.Meetings[^1].Id
        ? new CannotBe("This is not a further meeting. Close the case instead.")
        : @case.Meeting.IsConvened || @case.Meeting.Attendance.StartedAt is not null
        ? new CannotBe("The meeting is called and people are invited. Move it, hold it, or cancel it first.")
        : null;

    /// <summary>Those who may lead one: of social care, and on the case.</summary>
    public static IEnumerable<Participant> Chairs(Case @case) => @case.Participants.Where(person =>
        !person.IsTakenOff && person.Agency == Agency.SocialCare
            && (person.Id == @case.Meeting.Chair || person.Roles.Any(role => role is Role.Manager or Role.Chair)));

    /// <summary>What was decided or came in says which kind it is.</summary>
    public static MeetingPurpose? Proposed(Case @case) =>
        @case.Meeting.News.Answered is { Fact.Answer: NewsAnswer.MeetAgain } ? MeetingPurpose.Reconvened
        : IsDecided(@case) ? MeetingPurpose.Review
        : null;

    /// <summary>The meeting said that there is to be a review meeting (R54), and none was opened since that was not needed after all.
    /// </summary>
    public static bool IsDecided(Case @case) => @case.Meetings[^1].Id == MeetingId.Of(@case.MeetingsOpened)
        && @case.Meeting.Assessment.Of("review-meeting").Standing is { Count: > 0 } standing
        && standing.All(given => given.Answer.Kind == AnswerKind.Known && given.Answer.Choices.Contains("yes"));

    public static Decision Open(
        Case @case, MeetingPurpose? purpose, string? reason, DateOnly? by, string? chair, DateOnly today, Readers readers)
    {
        var (why, leads) = (AsTyped.Text(reason), Chairs(@case).FirstOrDefault(person => person.Id.Value == chair));
        var unsaid = new Unsaid().If(purpose is null, "purpose", "Choose what kind of meeting it is.")
            .Text("reason", why, "Say why you meet again.")
            .If(by is null, "by", "Choose by which day it must be held.")
            .If(by < today, "by", "That day has passed. Choose a day that lies ahead.")
            .If(leads is null, "chair", "Choose who chairs it.");
        return WhyNot(@case) is { } not ? not
            : unsaid.Why is { } missing ? missing
            : new MeetingOpened(leads!.Id, why)
            {
                Meeting = MeetingId.Of(@case.MeetingsOpened + 1),
                Purpose = purpose,
                By = by,
                Audience = readers.Audience,
            };
    }

    public static Decision NotNeeded(Case @case, string? reason, Readers readers) => WhyNeeded(@case) is { } not ? not
        : new Unsaid().Text("reason", AsTyped.Text(reason), "Say why it is not needed.").Why is { } missing ? missing
        : new MeetingNotNeeded(AsTyped.Text(reason)) { Meeting = @case.Meeting.Id, Audience = readers.Audience };
}
