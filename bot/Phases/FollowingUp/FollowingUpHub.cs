namespace StrategyBot.Phases.FollowingUp;

/// <summary>What the hub draws of this phase.</summary>
internal static class FollowingUpHub
{
    public static IEnumerable<HubEntry> Entries(CaseView view, DateTimeOffset now)
    {
        var all = view.Case.Meeting.Plan.Open.ToList();
        if (view.Reader.May(Capability.Act) && ActionAnswerRule.Of(view.Case, view.Reader).ToList() is { Count: > 0 } mine)
        {
            yield return new("following-up/mine", HubSection.Actions, "My actions", Counted(mine, now), ActionAnswerPart.Mine(view.Case),
                IsOpen: mine.Any(action => action.Progress is null || action.Fact.DueAt < now))
            {
                AtOnce = view.Case.Meeting is { Plan.AgreedAt: not null, Attendance: { StartedAt: not null, EndedAt: null } }
                    && !view.Reader.May(Capability.Lead) && mine.Any(action => action.Progress is null),
            };
        }

        if (view.Reader.May(Capability.Lead) && all.Count > 0)
        {
            yield return new("following-up/all", HubSection.Actions, "All actions",
                Counted([.. all.Where(action => !action.IsClosed)], now), ActionAnswerPart.Everybodys(view.Case), IsOpen: false)
            { IsOffered = true };
        }
    }

    /// <summary>The chair's board has everybody's, anybody else's list their own.</summary>
    public static IEnumerable<StatusLine> Status(CaseView view, DateTimeOffset now)
    {
        var open = (view.Reader.May(Capability.Lead)
            ? view.Case.Meeting.Plan.Open.Where(action => !action.IsClosed)
            : ActionAnswerRule.Of(view.Case, view.Reader)).ToList();
        if (open.Count(action => action.Fact.DueAt < now) is > 0 and var overdue)
        {
            yield return new(0, $"{Are(overdue)} overdue.");
        }

        if (open.Count(action => action.Progress is ActionProgress.CannotDo or ActionProgress.Declined) is > 0 and var stuck)
        {
            yield return new(0, $"{Are(stuck)} not accepted or can't be done.");
        }

        if (open.Count(action => action.Progress is null) is > 0 and var unanswered)
        {
            yield return new(1, $"{Are(unanswered)} not accepted yet.");
        }
    }

    /// <summary>Only the owner's, who reads it in their own chat.</summary>
    public static IEnumerable<DueItem> Dues(CaseView view, DateTimeOffset now) => ActionAnswerRule.Of(view.Case, view.Reader)
        .Select(action => new DueItem(action.Fact.DueAt, ActionAnswerDrawing.What(action), ActionAnswerPart.Mine(view.Case)));

    private static string Counted(List<PlannedAction> actions, DateTimeOffset now) =>
        $"{actions.Count} open{(actions.Count(action => action.Fact.DueAt < now) is > 0 and var overdue ? $", {overdue} overdue" : "")}";

    private static string Are(int count) => count == 1 ? "1 action is" : $"{count} actions are";
}
