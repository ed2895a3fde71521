using System.Globalization;

namespace StrategyBot.Phases.SafetyPlanning;

/// <summary>What became of the safety plan, a line each, oldest first (issue 13.8): who did what and when, no word of anybody's text.
/// </summary>
internal sealed class PlanTimelinePage : IPage<PlanTimelinePage.Form>
{
    public const string Title = "Timeline of the safety plan";

    private const int LinesAPage = 20;

    /// <param name="Page">From 1.</param>
    public sealed record Form(string Case, int Page = 1) : ICaseForm;

    public static PartId Id => new(PartIds.PlanTimeline);

    public static Capability Needs => Capability.ReadContent;

    public static PartButton Button(Case @case, int page = 1) => Id.Button(Title, new Form(@case.Ref.Value, page));

    public Refusal? Bars(FormPage page, Form asked) =>
        PlanTimeline.Of(page.Case, page.Me).Count > 0 ? null : new CannotBe("Nothing has happened to a safety plan yet.");

    public Drawn Draw(FormPage page, Form asked)
    {
        var steps = PlanTimeline.Of(page.Case, page.Me);
        var pages = (steps.Count + LinesAPage - 1) / LinesAPage;
        var shown = Math.Clamp(asked.Page, 1, pages);
        return new(Title,
        [
            .. steps.Skip((shown - 1) * LinesAPage).Take(LinesAPage).Select(step => new PlainText(Say(page, step))),
            .. pages > 1 ? (IReadOnlyList<CardElement>)[new TextBlock($"Page {shown} of {pages}.") { IsSubtle = true }] : [],
        ])
        {
            Beside =
            [
                .. PlanFile.Is(page.Whole) ? (IReadOnlyList<CardAction>)[OfferPlanPaper.Button(page.Case)] : [],
                .. WhoHasPlanPage.Is(page) ? (IReadOnlyList<CardAction>)[WhoHasPlanPage.Button(page.Case).Send()] : [],
                .. shown > 1 ? (IReadOnlyList<CardAction>)[(Button(page.Case, shown - 1) with { Title = "Earlier" }).Send()] : [],
                .. shown < pages ? (IReadOnlyList<CardAction>)[(Button(page.Case, shown + 1) with { Title = "Later" }).Send()] : [],
            ],
        };
    }

    private static string Say(FormPage page, PlanStep step) =>
        $"{(step.IsDay ? page.Words.Date(page.Words.LocalDate(step.At)) : page.Words.When(step.At))}: {step.What} "
            + $"({page.Case.Find(step.By)?.Name ?? "somebody who is not on the list"})";
}

/// <summary>One thing that happened to the plan.</summary>
internal sealed record PlanStep(DateTimeOffset At, int Seq, PersonId By, string What)
{
    /// <summary>Only the day was said.</summary>
    public bool IsDay { get; init; }
}

/// <summary>What became of the safety plan over all meetings of its case, as its reader may know it. Pure.</summary>
internal static class PlanTimeline
{
    public static IReadOnlyList<PlanStep> Of(Case @case, Participant reader) =>
    [
        .. @case.Meetings.SelectMany(meeting => Steps(@case.About(meeting.Id)!, reader)).Concat(AtTheEnd(@case))
            .OrderBy(step => step.At).ThenBy(step => step.Seq),
    ];

    /// <summary>Said again at the end of the enquiry: it stays until the conference, or it doesn't (R65).</summary>
    private static IEnumerable<PlanStep> AtTheEnd(Case @case) =>
        from child in @case.Children
        let end = @case.EnquiryOf(child.Id).Concluded
        where end?.Fact.PlanStays is not null
        select Step(end, (@case.Children.Count > 1 ? $"{child.Number}: " : "") + "at the end of the enquiry, "
            + (end.Fact.PlanStays == YesNo.Yes ? "it stays until the conference" : "it does not stay until the conference"));

    private static IEnumerable<PlanStep> Steps(Case @case, Participant reader)
    {
        var (meeting, changes) = (@case.Meeting, ChangeSince.Of(@case).ToList());
        var (plan, safety) = (meeting.SafetyPlan, meeting.Safety);
        return
        [
            .. (plan.Considered?.AndBefore() ?? []).Select(one => Step(one, WordTables.PlanFit.InList(one.Fact.Fit))),
            .. (plan.Advice?.AndBefore() ?? []).Select(one => Step(one, "advice given on whether a plan is right")),
            .. safety.NoneNeeded is { } none ? [Step(none, "no plan is needed")] : (IEnumerable<PlanStep>)[],
            .. Agreed(@case),
            .. changes.Where(change => change.IsOfPlan && change.IsForAll).Select(change => new PlanStep(change.At, change.Seq, change.By,
                string.Create(CultureInfo.InvariantCulture, $"version {ChangeSince.VersionOf(changes, change.Seq)}: {What(change)}"))),
            .. meeting.Plan.HeldBack is { } held ? [Step(held, "not authorised yet")] : (IEnumerable<PlanStep>)[],
            .. meeting.Plan.Authorised is { } authorised ? [Step(authorised, "authorised")] : (IEnumerable<PlanStep>)[],
            .. PlanTalk.All(@case).Where(talk => (talk.Said.Fact.Meeting ?? MeetingId.First) == meeting.Id)
                .SelectMany(talk => Talk(@case, talk, reader)),
            .. plan.Events.Select(one => Step(one, WordTables.PlanEvent.InList(one.Fact.Kind))),
            .. safety.Reviews.Select(one => Step(one, $"reviewed: {WordTables.PlanWorks.InList(one.Fact.Works)}")),
            .. plan.OnFile.Select(one => Step(one, string.Create(CultureInfo.InvariantCulture, $"version {one.Fact.Version} on file"))),
            .. plan.Ended is { } ended ? [Step(ended, $"ended: {WordTables.PlanEnd.InList(ended.Fact.How)}")] : (IEnumerable<PlanStep>)[],
        ];
    }

    /// <summary>What the meeting left: version 1.</summary>
    private static IEnumerable<PlanStep> Agreed(Case @case)
    {
        var rows = @case.Meeting.Plan.Actions.Count(row => row.Fact.Kind == ActionKind.SafetyPlan && row.AtMeeting() is not null);
        if (@case.Meeting.Plan.AgreedAt is { } agreed && rows > 0)
        {
            yield return new(agreed, @case.Meeting.Plan.AgreedVersion, @case.Chair.Person ?? PersonId.Bot,
                string.Create(CultureInfo.InvariantCulture, $"version 1 agreed, {rows} {(rows == 1 ? "row" : "rows")}"));
        }
    }

    private static IEnumerable<PlanStep> Talk(Case @case, PlanTalk talk, Participant reader)
    {
        var reads = talk.Said.Fact.Audience.Admits(reader, reader.Is(talk.Said.By));
        yield return Step(talk.Said, reads
            ? $"{talk.Number(@case)}: {WordTables.PlanAnswer.InList(talk.Said.Fact.Answer)}"
            : $"{talk.Number(@case)}: spoken with about it");
        if (reads && talk.Overseen is { } seen)
        {
            yield return Step(seen, $"{talk.Number(@case)}: {(seen.Fact.SafeWithout == YesNo.Yes ? "safe" : "not safe")} without it");
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

    private static PlanStep Step<T>(Decided<T> decided, string what)
        where T : Fact => new(decided.Fact.HappenedAt ?? decided.At, decided.Seq, decided.By, what)
        {
            // What is said of another day here is asked without its hour.
            IsDay = decided.Fact.HappenedAt is not null,
        };
}
