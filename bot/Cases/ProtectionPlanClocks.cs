using StrategyBot.Rules.Deadlines;

namespace StrategyBot.Cases;

/// <summary>The limits of core groups and review conferences, once for all children who stand alike (R114–R117, P9). Pure.</summary>
internal static class ProtectionPlanClocks
{
    public static IEnumerable<CaseClock> Of(Case @case, Clocks clocks)
    {
        var plans = ProtectionPlan.Of(@case, clocks);
        return
        [
            .. Of(@case, "core-group", plans.SelectMany(plan => plan.Groups.Where(group => plan.Runs || group.Held is not null)
                .Select(group => (plan.Child, group.Number, group.Due, HeldOn: group.Held?.Fact.On))), number => $"Core group {number} by"),
            .. Of(@case, "review", plans.SelectMany(plan => plan.Reviews.Where(review => plan.Runs || review.Held is not null)
                .Select(review => (plan.Child, review.Number, review.Due, HeldOn: review.Held?.Fact.On))),
                number => $"Review conference {number} by"),
        ];
    }

    private static IEnumerable<CaseClock> Of(
        Case @case, string id, IEnumerable<(Child Child, int Number, Deadline Due, DateOnly? HeldOn)> all, Func<int, string> label) =>
        from one in all
        group one by (one.Number, one.Due, one.HeldOn) into same
        let whose = same.Select(one => one.Child).ToList()
        select new CaseClock($"{whose[0].Id.Value}/{id}-{same.Key.Number}",
            (whose.Count == @case.Children.Count ? "" : $"{string.Join(", ", whose.Select(child => child.Number))}: ")
                + label(same.Key.Number), same.Key.Due)
        {
            DoneAt = same.Key.HeldOn is { } held ? Words.English.At(held, default) : null,
            IsTracked = true,
            SaidDone = "Held",
        };
}
