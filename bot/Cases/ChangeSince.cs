namespace StrategyBot.Cases;

/// <summary>A decision, or something of the plan, that is otherwise than its meeting left it (design §3.1).</summary>
/// <param name="Fact">What was written then: a decision, a row or its withdrawal, the contingency, the review's date.</param>
/// <param name="Row">The action or row of the interim safety plan that it is about.</param>
internal sealed record ChangeSince(int Seq, DateTimeOffset At, PersonId By, Fact Fact, PlannedAction? Row = null)
{
    /// <summary>Why; empty where nobody was asked, and where the reader may not know.</summary>
    public string Why => Fact switch
    {
        DecisionFact decision => decision.ChangedBecause,
        ActionAgreed { Change: null } added => added.Purpose,
        _ => Change?.Why,
    } ?? "";

    public PlanChange? Change => Fact switch
    {
        ActionAgreed row => row.Change,
        ActionWithdrawn row => row.Change,
        ContingencyAgreed contingency => contingency.Change,
        SafetyReviewSet review => review.Change,
        _ => null,
    };

    /// <summary>Who may read what it says: a row that was taken back goes no further than it did.</summary>
    public Audience Audience => Fact is ActionWithdrawn && Row is { } row ? row.Fact.Audience : Fact.Audience;

    /// <summary>A change of the plan begins a version of it; a decision is not of the plan.</summary>
    public bool IsOfPlan => Fact is not DecisionFact;

    /// <summary>Whether everybody who was invited goes by it; an action is its owner's.</summary>
    public bool IsForAll => Row is null or { Fact.Kind: ActionKind.SafetyPlan };

    /// <summary>Each change of the meeting's decisions and of the plan that it agreed, oldest first.</summary>
    public static IEnumerable<ChangeSince> Of(Case @case)
    {
        var (plan, safety) = (@case.Meeting.Plan, @case.Meeting.Safety);
        return new[]
        {
            plan.ReasonableCause.Values.SelectMany(Each),
            plan.Section47.Values.SelectMany(Each),
            plan.Conference.Values.SelectMany(Each),
            plan.Actions.SelectMany(row => row.Agreed!.Changes().Select(agreed => Of(agreed, row))),
            plan.Actions.Where(row => row.Withdrawn is { IsChange: true }).Select(row => Of(row.Withdrawn!, row)),
            plan.Contingency is { } contingency ? Each(contingency) : [],
            safety.Review is { } review ? Each(review) : [],
        }.SelectMany(changes => changes).OrderBy(change => change.Seq);
    }

    // What changed before was never asked to be authorised anew.
    private static readonly DateTimeOffset Asked = new(2026, 11, 29, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The first change of an action or of a row of the safety plan, other than in its words, since the enquiry was authorised: it
    /// is authorised anew, and holds nothing up (P30).</summary>
    public static Decided<ActionAgreed>? SinceAuthorised(Case @case)
    {
        if (@case.Meeting is not { Attendance.EndedAt: { } ended, Plan: { HasEnquiry: true, Authorised: { } authorised } plan })
        {
            return null;
        }

        // With the safety plan's end its rows are taken back in one act: nothing is left that could be authorised.
        bool IsNew(int seq, DateTimeOffset at) => seq > authorised.Seq && at > ended && at >= Asked
            && at != @case.Meeting.SafetyPlan.Ended?.At;
        return plan.Actions.SelectMany(row => new[]
        {
            row.Agreed is { Fact.Change.Kind: not PlanChangeKind.Wording } agreed ? agreed : null,
            row.Withdrawn is { Fact.Change.Kind: not PlanChangeKind.Wording } off ? new(row.Fact, off.By, off.At) { Seq = off.Seq } : null,
        }).OfType<Decided<ActionAgreed>>().Where(change => IsNew(change.Seq, change.At)).MinBy(change => change.Seq);
    }

    /// <summary>The plan's version that it began: 1 is as the meeting agreed it, and one act begins one version.</summary>
    public static int VersionOf(IEnumerable<ChangeSince> changes, int seq) =>
        1 + changes.Where(change => change.IsOfPlan && change.Seq <= seq).Select(change => change.At).Distinct().Count();

    private static IEnumerable<ChangeSince> Each<T>(Decided<T> decided)
        where T : Fact => decided.Changes().Select(change => Of(change));

    private static ChangeSince Of<T>(Decided<T> decided, PlannedAction? row = null)
        where T : Fact => new(decided.Seq, decided.At, decided.By, decided.Fact, row);
}
