using System.Collections.Immutable;
using StrategyBot.Rules.Deadlines;

namespace StrategyBot.Cases;

/// <summary>One core group of a child's plan.</summary>
/// <param name="Number">1 is the first after the conference.</param>
/// <param name="Due">Its last day (R114, R115).</param>
/// <param name="NotHeld">The days on which it was not held after all, oldest first.</param>
internal sealed record CoreGroup(
    int Number, Deadline Due, Decided<CoreGroupArranged>? Arranged, IReadOnlyList<Decided<CoreGroupNotHeld>> NotHeld,
    Decided<CoreGroupHeld>? Held)
{
    /// <summary>The day that was arranged last still stands: it was not said since that it was not held.</summary>
    public Decided<CoreGroupArranged>? Stands => Arranged is { } arranged && !NotHeld.Any(not => not.Seq > arranged.Seq) ? arranged : null;
}

/// <summary>One review conference of a child's plan.</summary>
/// <param name="Due">Its last day (R116, R117).</param>
/// <param name="Arranged">The last; the days before it stand behind it.</param>
internal sealed record ReviewConference(
    int Number, Deadline Due, Decided<ReviewArranged>? Arranged, Decided<ReviewLateSaid>? Late, Decided<ReviewLateAnswered>? Operations,
    Decided<ReviewLateAnswered>? Area, Decided<ReviewHeld>? Held)
{
    /// <summary>Who has yet to answer whether it may be late (R119).</summary>
    public LateAnswerOf? Asked => Held is not null || Late is null ? null
        : Operations is null ? LateAnswerOf.OperationsManager
        : Operations.Fact.Agrees == YesNo.Yes && Area is null ? LateAnswerOf.AreaManager
        : null;

    /// <summary>Both managers agreed that it is late.</summary>
    public bool MayBeLate => Operations is { Fact.Agrees: YesNo.Yes } && Area is { Fact.Agrees: YesNo.Yes };
}

/// <summary>One child's child protection plan, from the conference that decided on it (R113–R121). Pure.</summary>
/// <param name="StartedOn">The day of that conference.</param>
/// <param name="Category">Of harm, as it was said last.</param>
/// <param name="Groups">Its core groups in order; while the plan runs, the last is still to be held.</param>
/// <param name="Reviews">Its review conferences likewise.</param>
/// <param name="EndedOn">Where it ended, or another authority has it.</param>
internal sealed record ProtectionPlan(
    Child Child, DateOnly StartedOn, string Category, Decided<CoreGroupSaid>? Members, IReadOnlyList<CoreGroup> Groups,
    IReadOnlyList<ReviewConference> Reviews, Decided<MovedOut>? Moved, Decided<MoveAnswered>? MoveAnswered, DateOnly? EndedOn)
{
    public bool Runs => EndedOn is null;

    /// <summary>What the conference agreed; <c>null</c> where it is not written down.</summary>
    public Decided<OutlinePlanSaid>? Outline { get; init; }

    /// <summary>The one that comes next; <c>null</c> once the plan has ended.</summary>
    public CoreGroup? NextGroup => Runs ? Groups[^1] : null;

    /// <inheritdoc cref="NextGroup"/>
    public ReviewConference? NextReview => Runs ? Reviews[^1] : null;

    /// <summary>Another authority was asked to take it over and has not answered.</summary>
    public bool IsMoveOpen => Runs && Moved is { } moved && !(MoveAnswered?.Seq > moved.Seq);

    /// <summary>Each child's that has or had one, in the order of the children.</summary>
    public static IReadOnlyList<ProtectionPlan> Of(Case @case, Clocks? by = null) =>
        [.. @case.Children.Select(child => Of(@case, child, by ?? @case.Clocks)).OfType<ProtectionPlan>()];

    private static ProtectionPlan? Of(Case @case, Child child, Clocks clocks)
    {
        if (@case.EnquiryOf(child.Id) is not { Held.Fact.On: var start, Outcome.Fact: { Plan: YesNo.Yes, Category: var category } })
        {
            return null;
        }

        var (said, rule) = (@case.ProtectionOf(child.Id), @case.Profile.Reviews);
        var groups = new List<CoreGroup>();
        for (var due = ReviewLimits.FirstCoreGroup(clocks, rule, start);
            groups is [] or [.., { Held: not null }];
            due = groups is [.., { Held: { } before }] ? ReviewLimits.NextCoreGroup(clocks, rule, before.Fact.On) : due)
        {
            groups.Add(Group(said, groups.Count + 1, due));
        }

        var reviews = new List<ReviewConference>();
        for (var due = ReviewLimits.FirstReview(clocks, rule, start);
            reviews is [] or [.., { Held.Fact.Outcome: not ReviewOutcome.Ends }];
            due = reviews is [.., { Held: { } before }] ? ReviewLimits.LaterReview(clocks, rule, before.Fact.On) : due)
        {
            reviews.Add(Review(said, reviews.Count + 1, due));
        }

        var (moved, answered) = (said.Last<MovedOut>(_ => true), said.Last<MoveAnswered>(_ => true));
        var taken = answered is { Fact.TakesOver: YesNo.Yes } && answered.Seq > moved?.Seq ? answered.Fact.On : (DateOnly?)null;
        var ended = taken ?? (reviews[^1].Held is { Fact.Outcome: ReviewOutcome.Ends } end ? end.Fact.On : null);
        var last = reviews.LastOrDefault(review => review.Held is { Fact.Category.Length: > 0 });
        return new(child, start, last?.Held!.Fact.Category ?? category, said.Last<CoreGroupSaid>(_ => true), groups, reviews, moved,
            answered, ended)
        {
            Outline = said.Last<OutlinePlanSaid>(_ => true),
        };
    }

    private static CoreGroup Group(ProtectionWork said, int number, Deadline due)
    {
        var not = said.All<CoreGroupNotHeld>().Where(one => one.Fact.Number == number).ToList();
        // That it was held may have been a slip.
        return new(number, due, said.Last<CoreGroupArranged>(fact => fact.Number == number), not,
            said.Last<CoreGroupHeld>(fact => fact.Number == number) is { } held && !not.Exists(one => one.Seq > held.Seq) ? held : null);
    }

    private static ReviewConference Review(ProtectionWork said, int number, Deadline due)
    {
        var late = said.Last<ReviewLateSaid>(fact => fact.Number == number);
        // What was answered to another reason is no answer to this one.
        Decided<ReviewLateAnswered>? Answer(LateAnswerOf whose, long? since) =>
            said.Last<ReviewLateAnswered>(fact => fact.Number == number && fact.Whose == whose) is { } answer && answer.Seq > since
                ? answer : null;
        // That it was held may have been a slip.
        var held = said.Last<ReviewHeld>(fact => fact.Number == number) is { } last
            && !(said.Last<ReviewNotHeld>(fact => fact.Number == number)?.Seq > last.Seq) ? last : null;
        var operations = Answer(LateAnswerOf.OperationsManager, late?.Seq);
        return new(number, due, said.Last<ReviewArranged>(fact => fact.Number == number), late, operations,
            Answer(LateAnswerOf.AreaManager, operations?.Seq), held);
    }
}

/// <summary>What was said of one child's plan, oldest first.</summary>
internal sealed record ProtectionWork(ImmutableList<Decided<ProtectionPlanFact>> Said)
{
    public static ProtectionWork None { get; } = new([]);

    public ProtectionWork And(Entry entry, ProtectionPlanFact fact) =>
        new(Said.Add(new(fact, entry.By, entry.At) { Seq = entry.Seq }));

    public IEnumerable<Decided<T>> All<T>()
        where T : ProtectionPlanFact => Said.Where(said => said.Fact is T)
            .Select(said => new Decided<T>((T)said.Fact, said.By, said.At) { Seq = said.Seq });

    /// <summary>What was said last, with what it took the place of behind it.</summary>
    public Decided<T>? Last<T>(Func<T, bool> which)
        where T : ProtectionPlanFact => All<T>().Where(said => which(said.Fact))
            .Aggregate((Decided<T>?)null, (before, said) => said with { Before = before });
}
