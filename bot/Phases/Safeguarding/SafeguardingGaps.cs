namespace StrategyBot.Phases.Safeguarding;

/// <summary>What binds at <em>Complete the record</em> and is not answered yet (P7).</summary>
internal static class SafeguardingGaps
{
    public static IEnumerable<Gap> Of(Case @case)
    {
        var safety = @case.Meeting.Safety;
        foreach (var child in @case.Children)
        {
            if (!SafeguardingParts.IsComplete(safety, child))
            {
                yield return new($"position/{child.Id.Value}", $"Where {child.Number} is safe is not recorded, or not all of it.",
                    WhoFills.Chair, PositionPart.Button(@case, child));
            }

            if (!safety.Holders.ContainsKey(child.Id))
            {
                yield return new($"holder/{child.Id.Value}",
                    $"Nobody has said whether somebody holds {child.Number} until the outcome is known.", WhoFills.Chair,
                    HolderPart.Button(@case, child));
            }
        }

        if (RowRules.Of(@case, ActionKind.SafetyPlan).Any())
        {
            if (safety.ReviewOn is null)
            {
                yield return new("safety-review", "The review of the interim safety plan has no date.", WhoFills.Chair,
                    ReviewPart.Button(@case));
            }
        }
        else if (safety.NoneNeeded is null)
        {
            yield return new("safety-plan", "The interim safety plan has no row, and no reason why none is needed.", WhoFills.Chair,
                SafetyPlanPage.Button(@case));
        }
    }
}
