using System.Collections.Immutable;
using System.Diagnostics;
using StrategyBot.Cases.Facts;

namespace StrategyBot.Cases;

/// <summary>The decisions on each child, the actions, and what became of them.</summary>
public sealed record Plan
{
    public ImmutableDictionary<ChildId, Decided<ReasonableCauseDecided>> ReasonableCause { get; init; } = [];

    public ImmutableDictionary<ChildId, Decided<Section47Decided>> Section47 { get; init; } = [];

    public ImmutableDictionary<ChildId, Decided<ConferenceDecided>> Conference { get; init; } = [];

    /// <summary>Actions and rows of the interim safety plan, in the order they were first agreed.</summary>
    public ImmutableList<PlannedAction> Actions { get; init; } = [];

    public Decided<ContingencyAgreed>? Contingency { get; init; }

    public Decided<AuthorisedToStart>? Authorised { get; init; }

    public DateTimeOffset? AgreedAt { get; init; }

    /// <summary>Whether an enquiry starts or goes on for any child.</summary>
    public bool HasEnquiry => Section47.Values.Any(decided => decided.Fact.Answer != Facts.Section47.NotStart);

    public IEnumerable<PlannedAction> Open => Actions.Where(action => !action.IsWithdrawn);

    public static Plan Evolve(Plan plan, Entry entry, PlanningFact fact) => fact switch
    {
        ReasonableCauseDecided e => plan with { ReasonableCause = plan.ReasonableCause.SetItem(e.Child!.Value, new(e, entry.By, entry.At)) },
        Section47Decided e => plan with { Section47 = plan.Section47.SetItem(e.Child!.Value, new(e, entry.By, entry.At)) },
        ConferenceDecided e => plan with { Conference = plan.Conference.SetItem(e.Child!.Value, new(e, entry.By, entry.At)) },
        ContingencyAgreed e => plan with { Contingency = new(e, entry.By, entry.At) },
        AuthorisedToStart e => plan with { Authorised = new(e, entry.By, entry.At) },
        ImmediatePlanAgreed => plan with { AgreedAt = plan.AgreedAt ?? entry.At },
        ActionAgreed e => plan with { Actions = Agree(plan.Actions, entry, e) },
        ActionWithdrawn e => plan with { Actions = Change(plan.Actions, e.Action, action => action with { IsWithdrawn = true }) },
        ActionAnswered e => plan with { Actions = Change(plan.Actions, e.Action, action => action with { Progress = e.Progress, Note = e.Note, ProgressAt = entry.At }) },
        _ => throw new UnreachableException($"Plan.Evolve does not know {fact.GetType().Name}."),
    };

    private static ImmutableList<PlannedAction> Agree(ImmutableList<PlannedAction> actions, Entry entry, ActionAgreed fact) =>
        actions.Any(action => action.Id == fact.Action)
            ? Change(actions, fact.Action, action => action with { Fact = fact, IsWithdrawn = false })
            : actions.Add(new(fact.Action, fact, entry.By, entry.At));

    private static ImmutableList<PlannedAction> Change(ImmutableList<PlannedAction> actions, ActionId id, Func<PlannedAction, PlannedAction> change) =>
        [.. actions.Select(action => action.Id == id ? change(action) : action)];
}

/// <summary>A decision with who took it and when; earlier ones stay in the record.</summary>
public sealed record Decided<T>(T Fact, PersonId By, DateTimeOffset At);

public sealed record PlannedAction(ActionId Id, ActionAgreed Fact, PersonId By, DateTimeOffset At)
{
    public ActionProgress? Progress { get; init; }

    public string Note { get; init; } = "";

    public DateTimeOffset? ProgressAt { get; init; }

    public bool IsWithdrawn { get; init; }

    public bool IsClosed => IsWithdrawn || Progress is ActionProgress.Done;
}
