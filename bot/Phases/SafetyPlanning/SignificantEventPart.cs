namespace StrategyBot.Phases.SafetyPlanning;

/// <summary>Any attendee says that something happened which may make the plan another (R86): the chair is asked whether it does.</summary>
internal sealed class SignificantEventPart : IPart<SignificantEventPart.Form>
{
    public const string Title = "Something significant happened";

    public sealed record Form(
        string Case, PlanEvent? Kind = null, DateOnly? Day = null, string? What = null, string? Marking = null) : ICaseForm;

    public static PartId Id => new(PartIds.SignificantEvent);

    public static Capability Needs => Capability.Contribute;

    public static PartButton Button(Case @case) => Id.Button(Title, new Form(@case.Ref.Value));

    public Refusal? Bars(FormPage page, Form asked) => SignificantEventRule.CanBeSaid(page.Case) ? null : SignificantEventRule.NotYet;

    public Drawn Draw(FormPage page, Form asked) => new(Title,
    [
        new TextBlock("Immediate danger: ring 999.") { Weight = TextWeight.Bolder, Color = TextColor.Attention },
        new TextBlock("The chair is asked whether the safety plan still holds. It is reviewed on the next working day."),
        Choices.Radios("kind", "What happened?", WordTables.PlanEvent, null),
        new DateInput("day", "On which day? Leave it out for today"),
        new TextInput("what", "What happened, and what it means for the plan") { IsMultiline = true, MaxLength = FormCard.LongText },
        MarkingInput.For(page.Case, page.Me.Agency),
    ])
    {
        Saves = [new("Tell the chair now")],
        Preselected = [MarkingInput.Id],
    };

    public Decision Decide(FormPage page, Form typed) => MarkingInput.Said(page, typed.Marking, null, typed.What) is { } readers
        ? SignificantEventRule.Say(page.Whole, page.Me, typed.Kind, typed.Day, typed.What, page.Now, page.Words, readers)
        : MarkingInput.NotSaid;

    public Echo Saved(FormPage page, Kept<Form> kept) =>
        new($"the chair is asked now. The plan is reviewed on {page.Words.Date(page.Case.Meeting.Safety.ReviewOn!.Value)}");
}

/// <summary>The rule of an event that may make the plan another (R86). Pure.</summary>
internal static class SignificantEventRule
{
    public static CannotBe NotYet { get; } =
        new("There is no safety plan that was agreed yet. Say it in the meeting, or under “What your agency knows”.");

    /// <summary>Once the meeting is over: what happens before is heard in it.</summary>
    public static bool CanBeSaid(Case @case) => @case.Meeting.Attendance.EndedAt is not null && RowRules.HasSafetyPlan(@case);

    public static Decision Say(
        Case @case, Participant me, PlanEvent? kind, DateOnly? day, string? what, DateTimeOffset now, Words words, Readers readers)
    {
        var (text, today) = ((what ?? "").Trim(), words.LocalDate(now));
        var on = day ?? today;
        var unsaid = new Unsaid().If(kind is null, "kind", "Choose what happened.")
            .If(on > today, "day", "That day lies ahead. Say on which day it was.")
            .Text("what", text, "Say what happened.");
        var said = new SignificantEventSaid(kind ?? PlanEvent.Other, text)
        {
            Meeting = @case.Meeting.Id,
            HappenedAt = on == today ? null : words.At(on, default),
            Audience = readers.Audience,
        };
        return !CanBeSaid(@case) ? NotYet
            : unsaid.Why is { } missing ? missing
            : @case.Meeting.SafetyPlan.Events is [.., var last] && me.Is(last.By) && last.Fact == said ? Decision.Already
            : EarlierReview.Set(@case, now, words, $"Something significant happened, said on {words.Date(today)}.") is { } review
                ? Decision.Of([said, review])
            : said;
    }
}
