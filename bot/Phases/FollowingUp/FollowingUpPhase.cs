namespace StrategyBot.Phases.FollowingUp;

/// <summary>What became of each action.</summary>
internal static class FollowingUpPhase
{
    public static Phase List { get; } = new("following-up")
    {
        Kinds = kinds => kinds.Add<ActionAnswered>("action-answered"),
        Parts = parts => parts
            .Form<ActionAnswerPart, ActionAnswerPart.Form>()
            .Act<FinishAction, FinishAction.Form>()
            .Form<HandOverPart, HandOverPart.Form>()
            .Form<NewDatePart, NewDatePart.Form>()
            .Act<AcceptActions, AcceptActions.Form>()
            .Former("following-up/answer", ActionAnswerPart.Id.Save),
        Commands = commands => commands.Add<MyActionsCommand>(),
        Duties = duties => duties
            .Add<RemindOwnerDuty, ActionId>()
            .Add<AlertChairDuty, ActionId>()
            .Clock<SafetyRowClock>()
            .Clock<OverdueActionClock>(),
        Entries = FollowingUpHub.Entries,
        Status = FollowingUpHub.Status,
        Dues = FollowingUpHub.Dues,
    };
}
