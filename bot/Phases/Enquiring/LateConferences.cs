using StrategyBot.Oversight;
using StrategyBot.Rules.Deadlines;

namespace StrategyBot.Phases.Enquiring;

/// <summary>The conferences, initial and review, that were out of timescale in one month (R111, R120): their limit fell in it and they were
/// not held by then, or they were held in it after their limit. Pure.</summary>
/// <param name="Month">Its first day.</param>
/// <param name="Rows">By area, then by reference; what has no area comes last.</param>
internal sealed record LateConferences(DateOnly Month, IReadOnlyList<LateConferences.Row> Rows)
{
    private const string NoArea = "no area", NoReason = "No reason given";

    /// <summary>One child's conference. No name, and nothing that was typed.</summary>
    /// <param name="Area">Empty where the request named none.</param>
    /// <param name="Which">Number of the review; <c>null</c> for the initial conference.</param>
    /// <param name="StartedOn">The day from which its limit counts: of an enquiry, or of the conference before.</param>
    /// <param name="DaysLate">Working days of the case's own calendar, of a review calendar days, until it was held; until today, while it
    /// is not.</param>
    /// <param name="Cause"><c>null</c>: nobody said why.</param>
    /// <param name="IsAsked">The area manager was; what they answered is <paramref name="Agreed"/>.</param>
    public sealed record Row(
        CaseId Case, string Word, string Child, int? Which, string Area, DateOnly StartedOn, DateOnly Limit, DateOnly? HeldOn,
        DateOnly? ArrangedFor, DateOnly? ExpectedOn, int DaysLate, LatenessCause? Cause, bool IsAsked, YesNo? Agreed)
    {
        public string SayArea => Area.Length > 0 ? Area : NoArea;

        /// <summary><c>Initial</c>, <c>Review 1</c>.</summary>
        public string SayWhich => Which is { } number ? $"Review {number}" : "Initial";

        public string SayCause => Cause is { } cause ? WordTables.LatenessCause.InList(cause) : NoReason;

        public string SayAgreed => this switch
        {
            { IsAsked: false } => "not asked",
            { Agreed: YesNo.Yes } => "yes",
            { Agreed: YesNo.No } => "no",
            _ => "no answer yet",
        };

        public string SayDaysLate => $"{DaysLate} {(Which is null ? "working " : "")}day{(DaysLate == 1 ? "" : "s")} late"
            + (HeldOn is null ? " so far" : "");

        /// <summary><c>held Tue 29 Dec 2026</c>, or how far it has come.</summary>
        public string SayDay(Words words) => this switch
        {
            { HeldOn: { } on } => $"held {words.Date(on)}",
            { ArrangedFor: { } on } => $"arranged for {words.Date(on)}",
            { ExpectedOn: { } on } => $"expected {words.Date(on)}",
            _ => "no day yet",
        };
    }

    public static LateConferences Of(IEnumerable<Case> cases, DateOnly month, DateOnly today) => new(month,
    [
        .. cases.SelectMany(@case => EnquiryPipeline.Of(@case)
                .Where(enquiry => Months(enquiry).Contains(month) && enquiry.Limit!.On < today)
                .Select(enquiry => Of(@case, enquiry, today))
                .Concat(from plan in ProtectionPlan.Of(@case)
                        from review in plan.Reviews
                        where Months(plan, review).Contains(month) && review.Due.On < today
                        select Of(@case, plan, review, today)))
            .OrderBy(row => row.Area.Length == 0).ThenBy(row => row.Area, StringComparer.OrdinalIgnoreCase)
            // A longer reference is a later one.
            .ThenBy(row => row.Case, CaseId.InOrder),
    ]);

    /// <summary>To which months' lists anything of a case belongs.</summary>
    public static IEnumerable<DateOnly> Months(Case @case) => EnquiryPipeline.Of(@case).SelectMany(Months)
        .Concat(ProtectionPlan.Of(@case).SelectMany(plan => plan.Reviews.SelectMany(review => Months(plan, review)))).Distinct();

    /// <summary>To which months' lists a child's conference belongs; one still to be held to that of its limit, once that is past.
    /// </summary>
    public static IReadOnlyList<DateOnly> Months(ChildEnquiry enquiry) => enquiry switch
    {
        { Limit: null } => [],
        { Work.Held: { } held } => held.Fact.On <= enquiry.Limit.On ? []
            : [.. new[] { First(enquiry.Limit.On), First(held.Fact.On) }.Distinct()],
        { Need: Conference.Yes } when EnquiryPipeline.IsTracked(enquiry.Limit) => [First(enquiry.Limit.On)],
        _ => [],
    };

    public static IReadOnlyList<DateOnly> Months(ProtectionPlan plan, ReviewConference review) => review switch
    {
        { Held: { } held } => held.Fact.On <= review.Due.On ? []
            : [.. new[] { First(review.Due.On), First(held.Fact.On) }.Distinct()],
        _ when plan.Runs && EnquiryPipeline.IsTracked(review.Due) => [First(review.Due.On)],
        _ => [],
    };

    /// <summary>Each of a case that is or will be out of timescale unless something is written, for the service's list.</summary>
    public static IEnumerable<ListItem> Listed(Case @case) =>
    [
        .. from enquiry in EnquiryPipeline.Of(@case)
           where Months(enquiry).Count > 0
           select Item(Of(@case, enquiry, enquiry.Limit!.On), enquiry.Limit, countsEachDay: false),
        .. from plan in ProtectionPlan.Of(@case)
           from review in plan.Reviews
           where Months(plan, review).Count > 0
           select Item(Of(@case, plan, review, review.Due.On), review.Due, countsEachDay: true),
    ];

    private static ListItem Item(Row row, Deadline limit, bool countsEachDay) =>
        new(ServiceList.OutOfTimescale, row.Limit, row.SayWhich)
        {
            Child = row.Child,
            Why = row.SayCause,
            Note = row.SayAgreed,
            Ended = row.HeldOn,
            From = limit.At.AddMinutes(1),
            CountsEachDay = countsEachDay,
        };

    public static DateOnly First(DateOnly on) => new(on.Year, on.Month, 1);

    /// <summary><c>Exeter 2; no area 1</c>.</summary>
    public string ByArea() => Counted(Rows.GroupBy(row => row.SayArea));

    /// <summary>The most frequent first.</summary>
    public string ByCause() => Counted(Rows.GroupBy(row => row.SayCause).OrderByDescending(rows => rows.Count()));

    private static string Counted(IEnumerable<IGrouping<string, Row>> groups) =>
        string.Join("; ", groups.Select(rows => $"{rows.Key} {rows.Count()}"));

    private static Row Of(Case @case, ChildEnquiry enquiry, DateOnly today)
    {
        var (work, limit) = (enquiry.Work, enquiry.Limit!.On);
        var (held, late) = (work.Held?.Fact.On, work.Late);
        return new(@case.Id, @case.CheckWord, enquiry.Child.Number, null, work.Form?.Fact.Area ?? "", enquiry.StartedOn!.Value, limit, held,
            work.Arranged is { } arranged ? @case.Clocks.Words.LocalDate(arranged.Fact.At) : null,
            work.Capacity is { Fact.On: { } found } review && !(late?.Seq > review.Seq) ? found : late?.Fact.Expected,
            @case.Clocks.Days.Between(limit, held ?? today), late?.Fact.Cause,
            late is not null && !OutOfTimescaleRule.IsOfService(late.Fact),
            // What was answered to another reason is no answer to this one.
            work.LateAnswered is { } answer && answer.Seq > late?.Seq ? answer.Fact.Agrees : null);
    }

    private static Row Of(Case @case, ProtectionPlan plan, ReviewConference review, DateOnly today)
    {
        var (held, late) = (review.Held?.Fact.On, review.Late);
        var before = plan.Reviews.FirstOrDefault(one => one.Number == review.Number - 1)?.Held?.Fact.On ?? plan.StartedOn;
        return new(@case.Id, @case.CheckWord, plan.Child.Number, review.Number,
            @case.EnquiryOf(plan.Child.Id).Form?.Fact.Area ?? "", before, review.Due.On, held,
            review.Arranged is { } arranged ? @case.Clocks.Words.LocalDate(arranged.Fact.At) : null, late?.Fact.Expected,
            (held ?? today).DayNumber - review.Due.On.DayNumber, late?.Fact.Cause, late is not null,
            review.MayBeLate ? YesNo.Yes : (review.Area ?? review.Operations) is { Fact.Agrees: YesNo.No } ? YesNo.No : null);
    }
}
