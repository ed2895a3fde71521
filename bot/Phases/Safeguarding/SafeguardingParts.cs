namespace StrategyBot.Phases.Safeguarding;

/// <summary>What a reader has to do here, as it stands: the positions first (P4).</summary>
internal static class SafeguardingParts
{
    public static IEnumerable<HubEntry> Of(CaseView view, DateTimeOffset now)
    {
        var (@case, safety) = (view.Case, view.Case.Meeting.Safety);
        foreach (var child in @case.Children)
        {
            var complete = IsComplete(safety, child);
            yield return new(PartIds.PositionOf(child.Id), HubSection.Safety, $"Where {child.Number} is safe",
                safety.Positions.GetValueOrDefault(child.Id) is not { } position
                    ? "not recorded"
                    : complete ? $"saved {Words.English.Time(position.At)}" : "not complete", PositionPart.Button(@case, child),
                    IsOpen: !complete);
        }

        var asked = safety.Holders.Count;
        yield return new(PartIds.Holder, HubSection.Safety, "Who holds the child",
            asked == 0 ? "not asked" : asked < @case.Children.Count ? $"{asked} of {@case.Children.Count} asked" : "saved",
            HolderPart.Button(@case), IsOpen: asked < @case.Children.Count);
        if (safety.Positions.Count > 0)
        {
            var overdue = @case.Children.Any(child => PositionRule.DecideBy(@case, child) <= now);
            yield return new("safeguarding/confirm", HubSection.Safety, "Child is safe – confirmed by",
                $"{safety.Confirmed.Count} of {@case.Children.Count} confirmed", ConfirmationPart.Button(@case), IsOpen: overdue);
        }

        var rows = RowRules.Of(@case, ActionKind.SafetyPlan).Count();
        yield return new(PartIds.SafetyPlan, HubSection.Safety, "Interim safety plan",
            rows switch
            {
                0 when safety.NoneNeeded is not null =>
                "none needed",
                0 =>
                    "no row yet",
                1 =>
                        "1 row",
                _ => $"{rows} rows"
            }, SafetyPlanPage.Button(@case), IsOpen: rows == 0 && safety.NoneNeeded is null);
        if (rows > 0)
        {
            yield return new(PartIds.SafetyReview, HubSection.Safety, "Review of the safety plan",
                safety.ReviewOn is { } on ? Words.English.Date(on) : "no date yet", ReviewPart.Button(@case),
                IsOpen: safety.ReviewOn is null);
        }
    }

    /// <summary>Where, with whom, on what footing; and since when, where hours run from there.</summary>
    public static bool IsComplete(Safety safety, Child child) => safety.Positions.GetValueOrDefault(child.Id)?.Fact is
    { Where.Length: > 0, WithWhom.Length: > 0, Basis: not SafetyBasis.NotSaidYet } position
        && (position.Basis != SafetyBasis.PoliceProtection || position.BasisFrom is not null);
}
