using System.Collections.Immutable;
using System.Diagnostics;

namespace StrategyBot.Cases;

/// <summary>The decisions on each child, the actions, and what became of them.</summary>
internal sealed record Plan
{
    public ImmutableDictionary<ChildId, Decided<ReasonableCauseDecided>> ReasonableCause { get; init; } = [];

    public ImmutableDictionary<ChildId, Decided<Section47Decided>> Section47 { get; init; } = [];

    /// <summary>Since when an enquiry runs that only goes on here.</summary>
    public ImmutableDictionary<ChildId, Decided<EnquiryStartGiven>> EnquiryStarts { get; init; } = [];

    public ImmutableDictionary<ChildId, Decided<ConferenceDecided>> Conference { get; init; } = [];

    /// <summary>Actions and rows of the interim safety plan, in the order they were first agreed.</summary>
    public ImmutableList<PlannedAction> Actions { get; init; } = [];

    /// <summary>The version at which each action was last answered, and who typed that.</summary>
    public ImmutableDictionary<ActionId, (int Version, PersonId By)> Answered { get; init; } = [];

    /// <summary>What follows from a decision and is not done, and why.</summary>
    public ImmutableList<Decided<OfferNotNeeded>> NotNeeded { get; init; } = [];

    public Decided<ContingencyAgreed>? Contingency { get; init; }

    public Decided<AuthorisedToStart>? Authorised { get; init; }

    /// <summary>Why it is not authorised yet, until it is.</summary>
    public Decided<AuthorisationHeldBack>? HeldBack { get; init; }

    public DateTimeOffset? AgreedAt { get; init; }

    /// <summary>The version at which the immediate plan was agreed; what was changed later is told on its own.</summary>
    public int AgreedVersion { get; init; }

    /// <summary>Who holds a child and has confirmed that they know the outcome (R53), and the last number that they had read.</summary>
    public ImmutableDictionary<ParticipantId, int> Acknowledged { get; init; } = [];

    /// <summary>Whether an enquiry starts or goes on for any child.</summary>
    public bool HasEnquiry => Section47.Values.Any(decided => decided.Fact.Answer != Facts.Section47.NotStart);

    public IEnumerable<PlannedAction> Open => Actions.Where(action => !action.IsWithdrawn);

    /// <param name="isIssued">The minutes were approved before: what an earlier release let decide then was a change after the meeting,
    /// and nobody asked why.</param>
    public static Plan Evolve(Plan plan, Entry entry, PlanningFact fact, bool isIssued) => fact switch
    {
        ReasonableCauseDecided e => plan with { ReasonableCause = Decide(plan.ReasonableCause, entry, e, isIssued) },
        Section47Decided e => plan with { Section47 = Decide(plan.Section47, entry, e, isIssued) },
        Section47Undone e => plan with
        {
            Section47 = plan.Section47.GetValueOrDefault(e.Child!.Value)?.Before is { } before
                ? plan.Section47.SetItem(e.Child.Value, before)
                : plan.Section47.Remove(e.Child.Value),
        },
        EnquiryStartGiven e => plan with { EnquiryStarts = plan.EnquiryStarts.SetItem(e.Child!.Value, new(e, entry.By, entry.At)) },
        ConferenceDecided e => plan with { Conference = Decide(plan.Conference, entry, e, isIssued) },
        ContingencyAgreed e => plan with
        {
            Contingency = Decided<ContingencyAgreed>.After(plan.Contingency, entry, e, e.Change, isIssued && plan.Contingency is not null),
        },
        AuthorisedToStart e => plan with { Authorised = new(e, entry.By, entry.At) { Seq = entry.Seq }, HeldBack = null },
        AuthorisationHeldBack e => plan with { HeldBack = new(e, entry.By, entry.At) { Seq = entry.Seq } },
        OfferNotNeeded e => plan with { NotNeeded = plan.NotNeeded.Add(new(e, entry.By, entry.At) { Seq = entry.Seq }) },
        ImmediatePlanAgreed => plan.AgreedAt is null ? plan with { AgreedAt = entry.At, AgreedVersion = entry.Seq } : plan,
        OutcomeAcknowledged e => plan with { Acknowledged = plan.Acknowledged.SetItem(e.Participant, e.Number ?? entry.Seq) },
        ActionAgreed e => plan with { Actions = Agree(plan.Actions, entry, e, isIssued) },
        ActionWithdrawn e => plan with
        {
            Actions = Change(plan.Actions, e.Action, action => action with
            {
                Withdrawn = new(e, entry.By, entry.At)
                {
                    Seq = entry.Seq,
                    IsChange = e.Change is { } change ? !change.IsCorrection : isIssued,
                },
                Changed = entry.Seq,
                ChangedAt = entry.At,
            }),
        },
        ActionAnswered e => plan with
        {
            Actions = Change(plan.Actions, e.Action, action =>
                action with { Progress = e.Progress, Note = e.Note, ProgressAt = entry.At, Told = OwnersWord.Of(entry, e) }),
            Answered = plan.Answered.SetItem(e.Action, (entry.Seq, entry.By)),
        },
        _ => throw new UnreachableException($"Plan.Evolve does not know {fact.GetType().Name}."),
    };

    private static ImmutableDictionary<ChildId, Decided<T>> Decide<T>(
        ImmutableDictionary<ChildId, Decided<T>> decided, Entry entry, T fact, bool isIssued)
        where T : DecisionFact
    {
        var before = decided.GetValueOrDefault(fact.Child!.Value);
        return decided.SetItem(fact.Child.Value, new(fact, entry.By, entry.At)
        {
            Before = before,
            Seq = entry.Seq,
            IsChange = fact.ChangedBecause is not null || (isIssued && before is not null),
        });
    }

    private static ImmutableList<PlannedAction> Agree(
        ImmutableList<PlannedAction> actions, Entry entry, ActionAgreed fact, bool isIssued) =>
        actions.Any(action => action.Id == fact.Action)
            ? Change(actions, fact.Action, action => Changed(action, entry, fact) with
            {
                Fact = fact,
                Agreed = Decided<ActionAgreed>.After(action.Agreed, entry, fact, fact.Change, isIssued),
                Withdrawn = null,
            })
            : actions.Add(new(fact.Action, fact, entry.By, entry.At)
            {
                Agreed = Decided<ActionAgreed>.After(null, entry, fact, fact.Change, isIssued),
                Changed = entry.Seq,
                ChangedAt = entry.At,
            });

    /// <summary>What was accepted or done is asked again where it is another thing, another person or another time now.</summary>
    private static PlannedAction Changed(PlannedAction action, Entry entry, ActionAgreed fact)
    {
        if (fact.Change?.Kind == PlanChangeKind.Wording)
        {
            return action;
        }

        var told = action with { Changed = entry.Seq, ChangedAt = entry.At };
        return (fact.What, fact.Owner, fact.DueAt, fact.Child, fact.Family?.Who)
            == (action.Fact.What, action.Fact.Owner, action.Fact.DueAt, action.Fact.Child, action.Fact.Family?.Who)
            ? told
            : told with { Progress = null, Note = "", ProgressAt = null, Told = null };
    }

    private static ImmutableList<PlannedAction> Change(
        ImmutableList<PlannedAction> actions, ActionId id, Func<PlannedAction, PlannedAction> change) =>
        [.. actions.Select(action => action.Id == id ? change(action) : action)];
}
