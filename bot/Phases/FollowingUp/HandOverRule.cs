namespace StrategyBot.Phases.FollowingUp;

/// <summary>The rules of who does an action instead, and by when: the row's own rules, for whoever may only act on it. Pure.</summary>
internal static class HandOverRule
{
    /// <summary>Who could do it: for its owner the colleagues of their agency, for the chair everybody on the case.</summary>
    public static IReadOnlyList<Participant> Others(Case @case, Participant me, PlannedAction action) =>
    [
        .. @case.Participants.Where(person => person.May(Capability.Act) && person.Id != action.Fact.Owner
            && (me.Id == @case.Meeting.Chair || person.Agency == me.Agency)),
    ];

    /// <summary>Also one that was taken back.</summary>
    public static PlannedAction? Find(Case @case, string? id) =>
        @case.Meeting.Plan.Actions.FirstOrDefault(action => action.Id.Value == id);

    /// <param name="to">The participant who does it now.</param>
    public static Decision Give(
        Case @case, Participant me, ActionId id, string? to, string? because, DateTimeOffset now, Words words) =>
        Given(@case, id, to, because) is { } given ? given
        : ActionAnswerRule.WhyNot(@case, me, id) is { } why ? why
        : Find(@case, id.Value)! is var action && Others(@case, me, action).All(person => person.Id.Value != to)
            ? new CannotBe("Choose who does it now. For somebody of another agency, ask the chair.") { Field = "to" }
        : RowRules.Agree(@case, action.Fact.Kind, To(Row(@case, action, because), action, to), now, words);

    public static Decision Put(
        Case @case, Participant me, ActionId id, string? due, string? at, string? because, DateTimeOffset now, Words words) =>
        ActionAnswerRule.WhyNot(@case, me, id) is { } why ? why
        : me.Id != @case.Meeting.Chair ? new NotYourPart()
        : Find(@case, id.Value)! is var action && string.IsNullOrWhiteSpace(due) && string.IsNullOrWhiteSpace(at)
            ? new CannotBe("Choose by when, or type a day and time.") { Field = "due" }
        : RowRules.Agree(@case, action.Fact.Kind, Row(@case, action, because) with { Due = due, At = at }, now, words);

    /// <summary>It is theirs, or ended as it was given to them; another reason for that would be lost.</summary>
    private static Decision? Given(Case @case, ActionId id, string? to, string? because)
    {
        var action = Find(@case, id.Value);
        var isTheirs = action is { IsWithdrawn: false } ? action.Fact.Owner.Value == to
            : action is not null
                && @case.Meeting.Plan.Open.Any(other => other.Fact.What == action.Fact.What && other.Fact.Owner.Value == to);
        return !isTheirs ? null
            : ChangeInputs.Same(action!.Withdrawn?.Fact.Change ?? action.Fact.Change,
                string.IsNullOrWhiteSpace(because) ? null : PlanChangeKind.Agreed, because);
    }

    /// <summary>What somebody of the family does stays theirs: another keeps in touch with them.</summary>
    private static RowForm To(RowForm row, PlannedAction action, string? to) => action.Fact.Family is not { } family
        ? row with { Owner = to }
        : row with
        {
            Owner = to,
            Whose = true,
            Child = action.Fact.Child?.Value,
            Family = family.Who,
            Reached = family.Reached,
        };

    /// <summary>As it stands; once its meeting is over it is agreed otherwise, and why.</summary>
    private static RowForm Row(Case @case, PlannedAction action, string? because) => new(
        @case.Ref.Value, action.Id.Value, action.Fact.What, RowRules.OwnerOf(action.Fact), RowForm.AsItIs(action), null,
        action.Fact.Purpose, action.Fact.IfThisFails, RowRules.IsClosed(@case, action) ? PlanChangeKind.Agreed : null, because);
}
