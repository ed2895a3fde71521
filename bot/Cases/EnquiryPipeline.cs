using System.Globalization;
using System.Runtime.CompilerServices;
using StrategyBot.Rules.Deadlines;
using StrategyBot.Rules.Procedures;

namespace StrategyBot.Cases;

/// <summary>One step of one child's enquiry, as it stands.</summary>
/// <param name="Due"><c>null</c> where it hangs on the day of the conference, and nobody knows it yet.</param>
/// <param name="DoneAt">When it was done; <c>null</c>: it isn't.</param>
/// <param name="ReadyAt">Since when it can be done; <c>null</c>: something comes first.</param>
internal sealed record StepState(PipelineStep Step, Child Child, Deadline? Due, DateTimeOffset? DoneAt, DateTimeOffset? ReadyAt)
{
    /// <summary>Who said so, and what; <c>null</c> where the bot did it.</summary>
    public Decided<EnquiryFact>? Said { get; init; }

    public bool IsOpen => DoneAt is null && ReadyAt is not null;
}

/// <summary>One child's way from the enquiry to the conference.</summary>
/// <param name="Need">Whether a conference is held, as it was said last: in a meeting, at the progress check or at the end of the enquiry;
/// <c>null</c>: nobody has said.</param>
/// <param name="Limit">By when the conference is held (R94).</param>
internal sealed record ChildEnquiry(
    Enquiry Enquiry, EnquiryWork Work, Conference? Need, IReadOnlyList<StepState> Steps, Deadline? Limit)
{
    public Child Child => Enquiry.Child;

    public DateOnly? StartedOn => Enquiry.StartedOn;

    /// <summary>A conference is decided on, and was not held yet.</summary>
    public bool IsToBeHeld => Need == Conference.Yes && Work.Held is null;

    /// <summary>Nothing of it is left to do.</summary>
    public bool IsOver => Work.Held is not null
        || (Need == Conference.No && Steps.All(state => state.DoneAt is not null));

    public StepState? Find(string step) => Steps.FirstOrDefault(one => one.Step.Id == step);

    /// <summary>Which day of the enquiry it is, Day 1 being the meeting; before that day, the first too.</summary>
    public int Day(Clocks clocks, DateOnly today) =>
        Math.Max(clocks.Days.Between(clocks.Days.OnOrAfter(StartedOn!.Value), today), 0) + 1;
}

/// <summary>Every child's way from the enquiry to the conference, from the record alone (R92–R112). Pure.</summary>
internal static class EnquiryPipeline
{
    /// <summary>The duty that tells the quality assurance unit; on disk its keys keep this name for good.</summary>
    public const string TellQualityAssurance = "enquiring/tell-quality-assurance";

    /// <summary>What was due before is never called overdue: nobody could say here that it was done.</summary>
    private static readonly DateOnly Since = new(2026, 11, 29);

    // A case never changes, and each clock of the enquiry asks it.
    private static readonly ConditionalWeakTable<Case, IReadOnlyList<ChildEnquiry>> Known = [];

    public static IReadOnlyList<ChildEnquiry> Of(Case @case) => Known.GetValue(@case, one => Of(one, one.Clocks));

    public static IReadOnlyList<ChildEnquiry> Of(Case @case, Clocks clocks)
    {
        var steps = Pipeline.Of(@case.Profile);
        return [.. Started(@case).Select(enquiry => Of(@case, clocks, steps, enquiry))];
    }

    /// <summary>Each enquiry; where children move in with a plan, from the day on which the other authority told us, and theirs too on whom
    /// none runs, once a meeting was held (R4).</summary>
    private static IReadOnlyList<Enquiry> Started(Case @case)
    {
        var running = Enquiry.Of(@case);
        if (MeetingDue.NotifiedOn(@case) is not { } told)
        {
            return running;
        }

        var held = @case.Meetings.FirstOrDefault(meeting => meeting.Attendance.EndedAt is not null);
        return
        [
            .. from child in @case.Children
               let enquiry = running.FirstOrDefault(one => one.Child.Id == child.Id)
                   ?? (held is null ? null : new Enquiry(child, held, told, EnquiryBasis.Notified))
               where enquiry is not null
               select enquiry.StartedOn < told ? enquiry : enquiry with { StartedOn = told },
        ];
    }

    public static bool IsTracked(Deadline due) => due.On >= Since;

    /// <summary>How the quality assurance unit's letters of one start are called.</summary>
    public static string TellKey(Enquiry enquiry, string which) => string.Create(
        CultureInfo.InvariantCulture, $"{TellQualityAssurance}/{enquiry.By.Id.Value}/{enquiry.StartedOn:yyyyMMdd}/{which}");

    public const string ToldOfConference = "conference", ToldOfEnquiry = "enquiry";

    private static ChildEnquiry Of(Case @case, Clocks clocks, IReadOnlyList<PipelineStep> steps, Enquiry enquiry)
    {
        var work = @case.EnquiryOf(enquiry.Child.Id);
        var (need, since) = Needed(@case, enquiry.Child, work);
        if (need is null && enquiry.Basis == EnquiryBasis.Notified)
        {
            // A plan elsewhere is reason enough.
            (need, since) = (Conference.Yes, enquiry.By.Attendance.EndedAt);
        }

        return enquiry.StartedOn is not { } started
            ? new(enquiry, work, need, [], null)
            : new(enquiry, work, need, Stand(@case, clocks, steps, enquiry, work, need, since, started),
                ConferenceLimits.Hold(clocks, @case.Profile.Conference, CountedFrom(@case, enquiry)));
    }

    private static List<StepState> Stand(
        Case @case, Clocks clocks, IReadOnlyList<PipelineStep> steps, Enquiry enquiry, EnquiryWork work, Conference? need,
        DateTimeOffset? since, DateOnly started)
    {
        var asked = steps.Where(step => need != Conference.No || (step.Asked ?? StepAsked.Always) == StepAsked.Always)
            .Where(step => enquiry.Basis != EnquiryBasis.Notified || (step.Asked ?? StepAsked.Always) != StepAsked.Always).ToList();
        var done = asked.ToDictionary(step => step.Id, step => DoneAt(@case, enquiry, work, step.Id));
        var begun = clocks.Words.At(started, default);
        return
        [
            .. asked.Select(step => new StepState(step, enquiry.Child, Due(@case, clocks, step, started, work), done[step.Id],
                step.Asked == StepAsked.Conference && since is null ? null
                    : step.After is { } after && done.TryGetValue(after, out var before) ? before
                    : step.Asked == StepAsked.Conference ? since : begun)
            {
                Said = work.Said.GetValueOrDefault(step.Id),
            }),
        ];
    }

    private static DateTimeOffset? DoneAt(Case @case, Enquiry enquiry, EnquiryWork work, string step) =>
        work.Said.GetValueOrDefault(step) is { } said ? said.Fact.HappenedAt ?? said.At
        : step != Pipeline.QualityAssurance ? null
        : @case.Profile.Enquiry.ToldByForm == true ? work.Form?.At
        : new[] { ToldOfConference, ToldOfEnquiry }.Select(which => @case.Effects.GetValueOrDefault(TellKey(enquiry, which)))
            .FirstOrDefault(told => told?.IsDelivered == true)?.At;

    private static Deadline? Due(Case @case, Clocks clocks, PipelineStep step, DateOnly started, EnquiryWork work) => step switch
    {
        { Day: { } day } => clocks.OnDay(started, new(day, step.Source)),
        { BeforeConference: { } days } => work.Arranged is { } arranged
            ? clocks.WorkingDaysBefore(clocks.Words.LocalDate(arranged.Fact.At), new(days, step.Source))
            : null,
        _ => null,
    };

    /// <summary>Whether a conference is held, as it was said last, and since when a yes stands.</summary>
    private static (Conference? Need, DateTimeOffset? Since) Needed(Case @case, Child child, EnquiryWork work)
    {
        var said = CaseClocks.Called(@case).Select(meeting => meeting.Plan.Conference.GetValueOrDefault(child.Id))
            .OfType<Decided<ConferenceDecided>>().Select(decided => (decided.Seq, decided.Fact.Answer, decided.At)).ToList();
        if (work.Progress is { } check)
        {
            said.Add((check.Seq, check.Fact.Conference, check.At));
        }

        if (work.Concluded is { } end)
        {
            said.Add((end.Seq, end.Fact.Result == EnquiryResult.ContinuingRisk ? Conference.Yes : Conference.No, end.At));
        }

        if (said.Count == 0)
        {
            return (null, null);
        }

        var inOrder = said.OrderBy(one => one.Seq).ToList();
        var last = inOrder[^1].Answer;
        return (last, last == Conference.Yes
            ? inOrder.AsEnumerable().Reverse().TakeWhile(one => one.Answer == Conference.Yes).Last().At
            : null);
    }

    /// <summary>R95.</summary>
    private static DateOnly CountedFrom(Case @case, Enquiry enquiry) =>
        enquiry.StartedOn is { } on && on == MeetingDue.NotifiedOn(@case) ? on : ConferenceLimits.CountedFrom(
        @case.Profile.Conference,
        CaseClocks.Called(@case)
            .Where(meeting => enquiry.Basis == EnquiryBasis.Before || meeting.Id != enquiry.By.Id)
            .Select(meeting => new ConferenceLimits.MeetingHeld(CaseClocks.On(meeting), false))
            .Append(new(enquiry.StartedOn!.Value, true)))!.Value;
}
