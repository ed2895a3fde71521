using StrategyBot.Conversations;
using StrategyBot.Graph;
using StrategyBot.Rules;

namespace StrategyBot.Phases.Convening;

/// <summary>When the meeting is: a proposed time with the limit beside it (R16). Nobody is invited by it yet.</summary>
internal sealed class TimePart(FreeBusy freeBusy, Words words, TimeProvider clock)
    : IPart<TimePart.Form>, IAsksOutside
{
    private const string NobodyFree = "Nobody's calendar is quite free before the limit: choose the time that matters most.";

    // As many names as a line has room for.
    private const int MostNames = 10;

    /// <param name="LateReason">Why it is later than the limit.</param>
    /// <param name="ChairReason">Why someone else chairs than the procedure asks for (R6).</param>
    public sealed record Form(
        string Case,
        DateOnly? On = null,
        TimeOnly? Time = null,
        int? Minutes = null,
        string? LateReason = null,
        string? ChairReason = null,
        LateCause? LateCause = null,
        string? Marking = null) : ICaseForm;

    public static PartId Id => new("convening/time");

    public static Capability Needs => Capability.Arrange;

    public static IReadOnlyList<IReadOnlyList<string>> Together => TimeDrawing.Together;

    /// <summary>The earliest sensible time, not the limit (R16), and what is known of people's calendars then.</summary>
    public (DateTimeOffset StartsAt, string Note)? Proposed { get; set; }

    public async Task AskAsync(Case @case, Patience patience, CancellationToken cancellationToken)
    {
        if (@case.Circumstances is null)
        {
            return;
        }

        var candidates = TimeRule.Candidates(@case, clock.GetUtcNow(), words);
        var mails = @case.Invited.Select(person => person.Mail).Where(mail => mail.Length > 0).ToList();
        Proposed = mails.Count == 0 ? (candidates[0], "") : await patience.AskAsync(
            token => ProposeAsync(@case, candidates, mails, token),
            () => (candidates[0], "Calendars can't be read just now. Choose a time all the same; people answer the invitation."),
            cancellationToken);
    }

    public Refusal? Bars(FormPage page, Form asked) => TimeRule.Uncallable(page.Case);

    public Drawn Draw(FormPage page, Form asked)
    {
        var (@case, holdBy) = (page.Case, MeetingDue.Of(page.Case, page.Now));
        var (startsAt, note) = Proposed ?? (page.Now, "");
        var stands = @case.Meeting.Room.Planned;
        var minutes = stands is null ? TimeRule.UsualMinutes : (int)(stands.EndsAt - stands.StartsAt).TotalMinutes;
        return ConveningDrawing.Of(page, Step.Time,
        [
            .. note.Length > 0 ? (IReadOnlyList<CardElement>)[new TextBlock(CardText.Plain(note))] : [],
            new TextBlock($"Why this limit? {CardText.Plain(holdBy.Why)}") { IsSubtle = true },
            .. Uninvited(@case),
            .. TimeDrawing.Ask(page.Words, stands?.StartsAt ?? startsAt, minutes),
            TimeDrawing.Cause("lateCause", "If later than the limit: why", stands?.LateCause),
            TimeDrawing.Reason("lateReason", "If later: in your words") with { Value = stands?.LateReason },
            .. TimeRule.AsksForChair(@case, holdBy) is not { } chairs ? (IReadOnlyList<CardElement>)[] :
            [
                new TextBlock(CardText.Plain(ChairRule.Say(@case, chairs))) { Weight = TextWeight.Bolder },
                TimeDrawing.Reason("chairReason", "If you chair: why") with
                {
                    Value = stands?.ChairReason,
                },
            ],
            .. MarkingInput.Beside(page, stands, page.Whole.Meeting.Room.Planned, stands?.Audience, "Who may read these reasons"),
        ]) with
        {
            Preselected = stands is null ? [.. TimeDrawing.Together[0], MarkingInput.Id] : [],
        };
    }

    public Decision Decide(FormPage page, Form typed) => MarkingInput.Said(
        page, typed.Marking, page.Whole.Meeting.Room.Planned?.Audience, typed.LateReason, typed.ChairReason) is { } readers
            ? TimeRule.Plan(page.Whole, typed, page.Now, page.Words, readers)
            : MarkingInput.NotSaid;

    public Echo Saved(FormPage page, Kept<Form> kept) => new("when it is held. Nobody is invited yet");

    public PartButton? Next(FormPage page, Kept<Form> kept) => Step.Time.Next(page.Case);

    /// <summary>A core agency that nobody is invited for: the chair may go on, and sees it (R8).</summary>
    private static IEnumerable<CardElement> Uninvited(Case @case)
    {
        var missing = Quorum.Core(@case).Except(@case.Invited.Select(person => person.Agency)).Select(agency => agency.Name()).ToList();
        return missing.Count == 0 ? [] :
        [
            new TextBlock($"Nobody is invited for {string.Join(", ", missing)}. Social care, health and police should always be there.")
            {
                Weight = TextWeight.Bolder,
                Color = TextColor.Warning,
            },
        ];
    }

    private async Task<(DateTimeOffset StartsAt, string Note)> ProposeAsync(
        Case @case, IReadOnlyList<DateTimeOffset> candidates, IReadOnlyCollection<string> mails, CancellationToken cancellationToken)
    {
        foreach (var starts in candidates)
        {
            var schedules = await freeBusy.ScheduleAsync(mails, starts, starts.AddMinutes(TimeRule.UsualMinutes), cancellationToken);
            if (schedules.All(schedule => schedule.Availability != Availability.Busy))
            {
                return (starts, Say(@case, schedules));
            }
        }

        return (candidates[0], NobodyFree);
    }

    // Never "free" of a calendar that can't be seen.
    private static string Say(Case @case, IReadOnlyList<Schedule> schedules)
    {
        string Name(Schedule schedule) => Shortened.Name(@case.Invited.First(person => MailAddress.Same(person.Mail, schedule.Mail)).Name);
        string Names(string said, Availability availability) =>
            schedules.Where(one => one.Availability == availability).Take(MostNames).ToList() is { Count: > 0 } some
                ? $"{said}: {string.Join(", ", some.Select(Name))}."
                : "";
        string[] lines = [Names("Free then", Availability.Free), Names("Calendar not known", Availability.Unknown)];
        return string.Join(' ', lines.Where(line => line.Length > 0));
    }
}

/// <summary>Another time for a meeting that is called.</summary>
internal sealed class MovePart : IPart<MovePart.Form>
{
    /// <param name="LateReason">Why it is moved.</param>
    public sealed record Form(
        string Case, DateOnly? On = null, TimeOnly? Time = null, int? Minutes = null, string? LateReason = null,
        string? Marking = null) : ICaseForm;

    public static PartId Id => new("convening/another-time");

    public static Capability Needs => Capability.Arrange;

    public static IReadOnlyList<IReadOnlyList<string>> Together => TimeDrawing.Together;

    public Refusal? Bars(FormPage page, Form asked) => TimeRule.Unmovable(page.Case);

    public Drawn Draw(FormPage page, Form asked)
    {
        var convened = page.Case.Meeting.Room.Convened!;
        return ConveningDrawing.Of(page, Step.Time,
        [
            new TextBlock($"It is called for {page.Words.When(convened.StartsAt)}. Everybody is told the new time by their calendar."),
            .. TimeDrawing.Ask(page.Words, convened.StartsAt, (int)(convened.EndsAt - convened.StartsAt).TotalMinutes),
            TimeDrawing.Reason("lateReason", "Why it is moved"),
            MarkingInput.For(page.Case, page.Me.Agency, asks: "Who may read why"),
        ]) with
        {
            Preselected = [MarkingInput.Id],
            Title = "Move the meeting",
            Saves = [new("Move it")],
        };
    }

    public Decision Decide(FormPage page, Form typed) => MarkingInput.Said(page, typed.Marking, null, typed.LateReason) is { } readers
        ? TimeRule.Move(page.Whole, typed, page.Now, page.Words, readers)
        : MarkingInput.NotSaid;

    public Echo Saved(FormPage page, Kept<Form> kept) => new($"moved to {page.Words.When(page.Case.Meeting.Room.Convened!.StartsAt)}");

    public PartButton? Next(FormPage page, Kept<Form> kept) => LatePart.Asked(page.Whole);
}

/// <summary>Why the meeting is later than its limit, where that wasn't said when it was called, or the limit or the time changed.</summary>
internal sealed class LatePart : IPart<LatePart.Form>
{
    private const string Title = "Why it is later than the limit";

    public sealed record Form(
        string Case, string? Reason = null, LateCause? Cause = null, string? Marking = null) : ICaseForm;

    public static PartId Id => new("convening/late");

    public static Capability Needs => Capability.Arrange;

    public static PartButton Button(Case @case) => Id.Button(Title, new Form(@case.Ref.Value));

    /// <summary>The way to it while it is asked.</summary>
    public static PartButton? Asked(Case @case) => MeetingDue.Unexplained(@case) is null ? null : Button(@case);

    public Refusal? Bars(FormPage page, Form asked) => MeetingDue.Missed(page.Whole) is null ? TimeRule.InTime : null;

    public Drawn Draw(FormPage page, Form asked) => new(Title,
    [
        .. MeetingDue.Missed(page.Whole) is not { } missed ? (IReadOnlyList<CardElement>)[] :
        [
            new TextBlock(CardText.Plain(
                $"Hold by {missed.Limit.SayRule(page.Words)}. The meeting: {page.Words.When(missed.StartsAt)}.")),
            .. SourceNote.Of(missed.Limit),
        ],
        TimeDrawing.Cause("cause", "Why is it later?", Stands(page, page.Whole)?.Cause),
        TimeDrawing.Reason("reason", "In your words") with
        {
            Value = Stands(page, page.Case)?.Reason is { Length: > 0 } reason ? reason : null,
        },
        .. MarkingInput.Beside(page, Stands(page, page.Case)?.Reason ?? "", Stands(page, page.Whole)?.Reason ?? "",
            Stands(page, page.Whole)?.Audience, "Who may read your words"),
    ])
    {
        Preselected = Stands(page, page.Whole) is null ? [MarkingInput.Id] : [],
    };

    private static SaidLate? Stands(FormPage page, Case @case) =>
        MeetingDue.Unexplained(page.Whole) is null ? @case.Meeting.Room.Late : null;

    public Decision Decide(FormPage page, Form typed) =>
        MarkingInput.Said(page, typed.Marking, Stands(page, page.Whole)?.Audience, typed.Reason) is { } readers
            ? TimeRule.Explain(page.Whole, typed.Cause, typed.Reason, readers)
            : MarkingInput.NotSaid;

    public Echo Saved(FormPage page, Kept<Form> kept) => new("why it is later than the limit");
}

/// <summary>What a time is asked by.</summary>
internal static class TimeDrawing
{
    private static readonly int[] Lengths = [30, 45, 60, 90, 120];

    public static IReadOnlyList<IReadOnlyList<string>> Together { get; } = [["on", "time", "minutes"]];

    public static IEnumerable<CardElement> Ask(Words words, DateTimeOffset startsAt, int minutes) =>
    [
        new DateInput("on", "Day") { Value = words.LocalDate(startsAt) },
        new TimeInput("time", "Time") { Value = words.LocalTime(startsAt) is var time ? new TimeOnly(time.Hour, time.Minute) : null },
        new ChoiceSetInput("minutes", "How long",
            [.. Lengths.Append(minutes).Distinct().Order().Select(length => new Choice($"{length} minutes", $"{length}"))])
        {
            Value = $"{minutes}",
        },
    ];

    public static ChoiceSetInput Cause(string id, string label, LateCause? stands) =>
        new(id, label, Choices.Of(WordTables.LateCause)) { Value = Choices.Value(stands) };

    public static TextInput Reason(string id, string label) => new(id, label) { IsMultiline = true, MaxLength = FormCard.LongText };
}
