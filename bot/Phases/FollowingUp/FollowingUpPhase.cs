using StrategyBot.Cases;
using StrategyBot.Cases.Facts;

namespace StrategyBot.Phases.FollowingUp;

/// <summary>What this phase brings: what became of each action.</summary>
public static class FollowingUpPhase
{
    public static Phase List { get; } = new("following-up")
    {
        Kinds = kinds => kinds.Add<ActionAnswered>("action-answered"),
        Verbs = verbs => verbs
            .Add<OpenActions, OpenActions.Form>()
            .Add<AnswerAction, AnswerAction.Form>()
            .Add<AcceptActions, AcceptActions.Form>(),
        Commands = commands => commands.Add<MyActionsCommand>(),
        Duties = duties => duties
            .Add<RemindOwner>()
            .Add<AlertChair>(),
        Entries = Entries,
        Status = Status,
        Dues = Dues,
    };

    private static IEnumerable<HubEntry> Entries(CaseView view, DateTimeOffset now)
    {
        var all = view.Case.Meeting.Plan.Open.ToList();
        if (view.Reader.May(Capability.Act) && AnsweringActions.Of(view.Case, view.Reader).ToList() is { Count: > 0 } mine)
        {
            yield return new("following-up/mine", HubSection.Actions, "My actions", Counted(mine, now), OpenActions.Mine(view.Case), IsOpen: mine.Any(action => action.Progress is null || action.Fact.DueAt < now));
        }

        if (view.Reader.May(Capability.Lead) && all.Count > 0)
        {
            yield return new("following-up/all", HubSection.Actions, "All actions", Counted([.. all.Where(action => !action.IsClosed)], now), OpenActions.Everybodys(view.Case), IsOpen: false);
        }
    }

    private static string Counted(List<PlannedAction> actions, DateTimeOffset now) =>
        $"{actions.Count} open{(actions.Count(action => action.Fact.DueAt < now) is > 0 and var overdue ? $", {overdue} overdue" : "")}";

    /// <summary>The chair's board has everybody's, anybody else's list their own.</summary>
    private static IEnumerable<StatusLine> Status(CaseView view, DateTimeOffset now)
    {
        var leads = view.Reader.May(Capability.Lead);
        var open = (leads ? view.Case.Meeting.Plan.Open.Where(action => !action.IsClosed) : AnsweringActions.Of(view.Case, view.Reader)).ToList();
        if (open.Count(action => action.Fact.DueAt < now) is > 0 and var overdue)
        {
            yield return new(0, $"{Say(overdue)} overdue.");
        }

        if (open.Count(action => action.Progress is ActionProgress.CannotDo or ActionProgress.Declined) is > 0 and var stuck)
        {
            yield return new(0, $"{Say(stuck)} not accepted or can't be done.");
        }

        if (open.Count(action => action.Progress is null) is > 0 and var unanswered)
        {
            yield return new(1, $"{Say(unanswered)} not accepted yet.");
        }
    }

    private static string Say(int count) => count == 1 ? "1 action is" : $"{count} actions are";

    /// <summary>Only the owner's, who reads it in their own chat.</summary>
    private static IEnumerable<DueItem> Dues(CaseView view, DateTimeOffset now) =>
        AnsweringActions.Of(view.Case, view.Reader).Select(action => new DueItem(action.Fact.DueAt, ActionWords.What(action), OpenActions.Mine(view.Case)));
}
