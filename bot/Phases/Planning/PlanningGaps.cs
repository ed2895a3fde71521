namespace StrategyBot.Phases.Planning;

/// <summary>What binds at <em>Complete the record</em> and is not answered yet (P7).</summary>
internal static class PlanningGaps
{
    public static IEnumerable<Gap> Of(Case @case) => [.. @case.Children.SelectMany(child => Decisions(@case, child)), .. Plan(@case)];

    private static IEnumerable<Gap> Decisions(Case @case, Child child)
    {
        var plan = @case.Meeting.Plan;
        if (!plan.ReasonableCause.ContainsKey(child.Id))
        {
            yield return Gap(@case, DecisionDrawing.Cause, child, $"Reasonable cause is not decided for {child.Number}.");
        }

        if (Enquiry(plan.Section47.GetValueOrDefault(child.Id)?.Fact, child) is { } missing)
        {
            yield return Gap(@case, DecisionDrawing.Enquiry, child, missing);
        }

        if (!plan.Conference.ContainsKey(child.Id))
        {
            yield return Gap(@case, DecisionDrawing.Conference, child, $"The conference is not decided for {child.Number}.");
        }
    }

    /// <summary>R42: single or joint; R58: what follows where none starts, and why.</summary>
    private static string? Enquiry(Section47Decided? decided, Child child) => decided switch
    {
        null => $"The section 47 enquiry is not decided for {child.Number}.",
        { Answer: Section47.NotStart, FollowOn: null } or { Answer: Section47.NotStart, Rationale: "" } =>
            $"No section 47 enquiry starts for {child.Number}: say what follows instead, and why.",
        { Answer: not Section47.NotStart, Conduct: null } => $"The section 47 enquiry for {child.Number}: single agency or joint?",
        _ => null,
    };

    private static IEnumerable<Gap> Plan(Case @case)
    {
        var plan = @case.Meeting.Plan;
        if (!RowRules.Of(@case, ActionKind.Action).Any())
        {
            yield return new("actions", "No action is agreed yet.", WhoFills.Chair, ActionsPage.Button(@case));
        }

        if (plan.Contingency is null)
        {
            yield return new("contingency", "The contingency is not answered yet.", WhoFills.Chair, ContingencyPart.Button(@case));
        }

        if (plan.HasEnquiry && plan.Authorised is null)
        {
            yield return new("authorised-to-start", "The section 47 enquiry is not authorised to start.", WhoFills.Chair,
                AuthorisationPage.Button(@case));
        }
    }

    private static Gap Gap(Case @case, string about, Child child, string sentence) =>
        new($"{about}/{child.Id.Value}", sentence, WhoFills.Chair,
            DecisionDrawing.Button(@case, about, @case.Children.Count > 1 ? child : null));
}
