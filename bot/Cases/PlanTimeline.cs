using System.Globalization;
using Mark = StrategyBot.Cases.PlanStep.Kind;

namespace StrategyBot.Cases;

/// <summary>One thing that happened to the plan, or is due of it: a mark on its line.</summary>
/// <param name="By">Who did it, or whose it is; empty where nobody is named.</param>
internal sealed record PlanStep(DateTimeOffset At, int Seq, string By, PlanStep.Kind Is, string What)
{
    /// <summary>Each has a mark of its own.</summary>
    internal enum Kind
    {
        Plan,
        Family,
        Review,
        Event,
        Checked,
        Conference,
    }

    /// <summary>What is told apart by a word and a sign, whatever colour it has.</summary>
    internal enum Time
    {
        Past,
        Late,
        Ahead,
    }

    /// <summary>Only the day was said.</summary>
    public bool IsDay { get; init; }

    public Time Stands { get; init; }

    /// <summary>Full once it happened, hollow before, and with a sign once it is late.</summary>
    public string Mark => Shape + (Stands == Time.Late ? "!" : "");

    private string Shape => (Is, Stands) switch
    {
        (Kind.Plan, Time.Past) => "■",
        (Kind.Family, Time.Past) => "●",
        (Kind.Review, Time.Past) => "◆",
        (Kind.Event, _) => "▲",
        (Kind.Checked, Time.Past) => "▣",
        (Kind.Plan, _) => "□",
        (Kind.Family, _) => "○",
        (Kind.Review, _) => "◇",
        (Kind.Checked, _) => "▢",
        _ => "☆",
    };

    public static string Legend => "■ the plan · ● the family · ◆ a review · ▲ something happened · ▣ authorised, or on file · "
        + "☆ the conference. Hollow: not yet. With !: late.";

    /// <summary><c>Late: </c> or <c>Ahead: </c>; empty for what happened.</summary>
    public string Word => Stands switch
    {
        Time.Late => "Late: ",
        Time.Ahead => "Ahead: ",
        _ => "",
    };

    public string When(Words words) => IsDay ? words.Date(words.LocalDate(At)) : words.When(At);
}

/// <summary>What became of the safety plan over all meetings of its case, as its reader may know it. Pure.</summary>
internal static class PlanTimeline
{
    /// <summary>What happened, and what is due: oldest first.</summary>
    public static IReadOnlyList<PlanStep> Whole(Case @case, Participant reader, DateTimeOffset now) =>
        [.. Of(@case, reader).Concat(Due(@case, reader, now)).OrderBy(step => step.At).ThenBy(step => step.Seq)];

    public static IReadOnlyList<PlanStep> Of(Case @case, Participant reader) =>
    [
        .. @case.Meetings.SelectMany(meeting => Steps(@case.About(meeting.Id)!, reader)).Concat(AtTheEnd(@case))
            .OrderBy(step => step.At).ThenBy(step => step.Seq),
    ];

    /// <summary>The rows that are open, the day of review, the file and the conference, while a row stands.</summary>
    private static IEnumerable<PlanStep> Due(Case @case, Participant reader, DateTimeOffset now)
    {
        var (meeting, words) = (@case.Meeting, @case.Clocks.Words);
        var rows = PlannedAction.On(@case).Where(row => !row.IsWithdrawn && row.Fact.Kind == ActionKind.SafetyPlan).ToList();
        if (meeting.Plan.AgreedAt is null || rows.Count == 0)
        {
            return [];
        }

        PlanStep Step(DateTimeOffset at, string by, Mark kind, string what, bool isDay) => new(at, int.MaxValue, by, kind, what)
        {
            IsDay = isDay,
            Stands = at < now ? PlanStep.Time.Late : PlanStep.Time.Ahead,
        };
        // What is due on a day is ahead until that is over.
        DateTimeOffset EndOf(DateOnly day) => words.At(day, new(23, 59));
        return
        [
            .. rows.Where(row => !row.IsClosed && row.Fact.Audience.Admits(reader, reader.Is(row.By))).Select(row =>
                Step(row.Fact.DueAt, @case.Find(row.Fact.Owner)?.Name ?? "", Mark.Plan, "a row is to be done", isDay: false)),
            .. meeting.Safety.ReviewOn is { } review && meeting.SafetyPlan.Ended is null && rows.Exists(row => !row.IsClosed)
                ? [Step(EndOf(review), "", Mark.Review, "it is to be reviewed", isDay: true)]
                : (IEnumerable<PlanStep>)[],
            .. SafetyPlan.OnFileBy(@case) is { } file && !meeting.SafetyPlan.IsOnFile(@case)
                ? [Step(EndOf(file.On), "", Mark.Checked, "it is to be on file", isDay: true)]
                : (IEnumerable<PlanStep>)[],
            .. CaseClocks.Conference(@case) is { } conference && rows.Exists(row => !row.IsClosed)
                ? [Step(EndOf(conference.On), "", Mark.Conference, "the conference, until which it stands", isDay: true)]
                : (IEnumerable<PlanStep>)[],
        ];
    }

    /// <summary>Said again at the end of the enquiry: it stays until the conference, or it doesn't (R65).</summary>
    private static IEnumerable<PlanStep> AtTheEnd(Case @case) =>
        from child in @case.Children
        let end = @case.EnquiryOf(child.Id).Concluded
        where end?.Fact.PlanStays is not null
        select Step(@case, end, Mark.Plan, (@case.Children.Count > 1 ? $"{child.Number}: " : "") + "at the end of the enquiry, "
            + (end.Fact.PlanStays == YesNo.Yes ? "it stays until the conference" : "it does not stay until the conference"));

    private static IEnumerable<PlanStep> Steps(Case @case, Participant reader)
    {
        var (meeting, changes) = (@case.Meeting, ChangeSince.Of(@case).ToList());
        var (plan, safety) = (meeting.SafetyPlan, meeting.Safety);
        return
        [
            .. (plan.Considered?.AndBefore() ?? []).Select(one => Step(@case, one, Mark.Plan, WordTables.PlanFit.InList(one.Fact.Fit))),
            .. (plan.Advice?.AndBefore() ?? []).Select(one => Step(@case, one, Mark.Plan, "advice given on whether a plan is right")),
            .. safety.NoneNeeded is { } none ? [Step(@case, none, Mark.Plan, "no plan is needed")] : (IEnumerable<PlanStep>)[],
            .. Agreed(@case),
            .. changes.Where(change => change.IsOfPlan && change.IsForAll).Select(change => new PlanStep(change.At, change.Seq,
                Name(@case, change.By), Mark.Plan,
                string.Create(CultureInfo.InvariantCulture, $"version {ChangeSince.VersionOf(changes, change.Seq)}: {What(change)}"))),
            .. meeting.Plan.HeldBack is { } held ? [Step(@case, held, Mark.Checked, "not authorised yet")] : (IEnumerable<PlanStep>)[],
            .. meeting.Plan.Authorised is { } authorised ? [Step(@case, authorised, Mark.Checked, "authorised")]
                : (IEnumerable<PlanStep>)[],
            .. PlanTalk.All(@case).Where(talk => (talk.Said.Fact.Meeting ?? MeetingId.First) == meeting.Id)
                .SelectMany(talk => Talk(@case, talk, reader)),
            .. plan.Events.Select(one => Step(@case, one, Mark.Event, WordTables.PlanEvent.InList(one.Fact.Kind))),
            .. safety.Reviews.Select(one => Step(@case, one, Mark.Review, $"reviewed: {WordTables.PlanWorks.InList(one.Fact.Works)}")),
            .. plan.OnFile.Select(one => Step(@case, one, Mark.Checked,
                string.Create(CultureInfo.InvariantCulture, $"version {one.Fact.Version} on file"))),
            .. (plan.GoesOn?.AndBefore() ?? []).Select(one => Step(@case, one, Mark.Plan, "the conference has decided, and it goes on")),
            .. plan.Ended is { } ended ? [Step(@case, ended, Mark.Plan, $"ended: {WordTables.PlanEnd.InList(ended.Fact.How)}")]
                : (IEnumerable<PlanStep>)[],
        ];
    }

    /// <summary>What the meeting left: version 1.</summary>
    private static IEnumerable<PlanStep> Agreed(Case @case)
    {
        var rows = @case.Meeting.Plan.Actions.Count(row => row.Fact.Kind == ActionKind.SafetyPlan && row.AtMeeting() is not null);
        if (@case.Meeting.Plan.AgreedAt is { } agreed && rows > 0)
        {
            yield return new(agreed, @case.Meeting.Plan.AgreedVersion, @case.Chair.Name, Mark.Plan,
                string.Create(CultureInfo.InvariantCulture, $"version 1 agreed, {rows} {(rows == 1 ? "row" : "rows")}"));
        }
    }

    private static IEnumerable<PlanStep> Talk(Case @case, PlanTalk talk, Participant reader)
    {
        var reads = talk.Said.Fact.Audience.Admits(reader, reader.Is(talk.Said.By));
        yield return Step(@case, talk.Said, Mark.Family, reads
            ? $"{talk.Number(@case)}: {WordTables.PlanAnswer.InList(talk.Said.Fact.Answer)}"
            : $"{talk.Number(@case)}: spoken with about it");
        if (reads && talk.Overseen is { } seen)
        {
            yield return Step(@case, seen, Mark.Family,
                $"{talk.Number(@case)}: {(seen.Fact.SafeWithout == YesNo.Yes ? "safe" : "not safe")} without it");
        }
    }

    private static string What(ChangeSince change) => change.Fact switch
    {
        SafetyReviewSet => "another day of review",
        ContingencyAgreed => "another contingency",
        ActionWithdrawn => "a row taken back",
        ActionAgreed { Change: null } => "a row added",
        _ => "a row changed",
    } + (change.Change is { } said ? $", {WordTables.PlanChange.InList(said.Kind)}" : "");

    private static string Name(Case @case, PersonId by) => @case.Find(by)?.Name ?? "somebody who is not on the list";

    private static PlanStep Step<T>(Case @case, Decided<T> decided, Mark kind, string what)
        where T : Fact => new(decided.Fact.HappenedAt ?? decided.At, decided.Seq, Name(@case, decided.By), kind, what)
        {
            // What is said of another day here is asked without its hour.
            IsDay = decided.Fact.HappenedAt is not null,
        };
}
