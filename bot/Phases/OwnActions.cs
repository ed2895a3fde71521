namespace StrategyBot.Phases;

/// <summary>The way from any message about actions to accepting them: other phases tell people of actions that
/// following up answers.</summary>
internal static class OwnActions
{
    public const string AcceptVerb = "following-up/accept-all";

    public const string OpenVerb = "following-up/actions";

    public static IReadOnlyList<CardAction> Buttons(Case @case) =>
    [
        Accept(@case),
        Actions.Send("My actions", OpenVerb, CaseForm.Of(@case)),
    ];

    /// <summary>Says how far its card saw: what is changed or added later isn't accepted by it.</summary>
    public static SubmitAction Accept(Case @case) =>
        Actions.Send("Accept all of mine", AcceptVerb, CaseForm.With(@case, new { Number = @case.Version })) with
        {
            AssociatedInputs = AssociatedInputs.None,
        };

    /// <summary>Theirs, or of whom they stand in for.</summary>
    public static bool IsOwn(Participant me, PlannedAction action) => action.Fact.Owner == me.Id || action.Fact.Owner == me.DeputyFor;

    /// <summary>What is somebody's own and not answered yet.</summary>
    public static IReadOnlyList<PlannedAction> Unanswered(Case @case, Participant me) =>
        [.. @case.Meeting.Plan.Open.Where(action => action is { IsClosed: false, Progress: null } && IsOwn(me, action))];

    public static ActionAnswered Accepted(Case @case, PlannedAction action) => new(action.Id, ActionProgress.Accepted, "")
    {
        Meeting = @case.Meeting.Id,
        Audience = action.Fact.Audience,
    };
}
