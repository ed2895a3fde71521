namespace StrategyBot.Documents;

/// <summary>What was changed once the meeting was over, with who, when and why (design §3.1).</summary>
internal static class ChangeParagraphs
{
    public static IEnumerable<MinutesParagraph> Of(Case @case, Words words) =>
        from change in ChangeSince.Of(@case)
        let said = Say(@case, change, words)
        let answer = change.Fact is DecisionFact { Audience.IsForAll: false } decided
            ? Say(@case, change with { Fact = decided.Withheld() }, words).Text
            : null
        from paragraph in (IEnumerable<MinutesParagraph>)
        [
            // What is decided now is for all, whoever may read why.
            .. answer is null ? (IEnumerable<MinutesParagraph>)[]
                : [Paragraph(@case, change, $"changed/{said.Id}/{change.Seq}", answer, Audience.Professionals)],
            Paragraph(@case, change, $"changed/{said.Id}/{change.Seq}{(answer is null ? "" : "/why")}",
                $"{said.Text.TrimEnd('.')}. Why it was changed: {Why(change)}", change.Audience),
        ]
        select paragraph;

    private static MinutesParagraph Paragraph(Case @case, ChangeSince change, string id, string text, Audience audience) =>
        new Section(@case, MinutesDraft.Changed).By(
            id, text, change.By, change.Fact.OnBehalfOf, change.Fact.HappenedAt ?? change.At, audience, change.At);

    private static string Why(ChangeSince change) => (change.Change, change.Why) switch
    {
        (null, "") => "no reason was recorded",
        (null, var why) => why,
        ({ } kind, "") => WordTables.PlanChange.InMinutes(kind.Kind),
        ({ } kind, var why) => $"{WordTables.PlanChange.InMinutes(kind.Kind)}: {why}",
    };

    private static (string Id, string Text) Say(Case @case, ChangeSince change, Words words) => change.Fact switch
    {
        ReasonableCauseDecided fact => Decision(@case, "reasonable-cause", fact,
            HeadingParagraphs.With(WordTables.ReasonableCause.InMinutes(fact.Answer), fact.Rationale)),
        Section47Decided fact => Decision(@case, "section47", fact, HeadingParagraphs.With(WordTables.InMinutes(fact), fact.Rationale)),
        ConferenceDecided fact => Decision(@case, "conference", fact,
            HeadingParagraphs.With(WordTables.Conference.InMinutes(fact.Answer), fact.Rationale)),
        ActionWithdrawn fact => (fact.Action.Value, $"{Row(@case, change.Row!)} withdrawn: {change.Row!.Fact.What}"),
        ActionAgreed fact => (fact.Action.Value, $"{Row(@case, change.Row!)} {(fact.Change is null ? "added" : "changed")}: "
            + $"{ActionParagraphs.About(@case, fact)}{fact.What} – "
            + $"{PlannedAction.DoneBy(fact, @case.Find(fact.Owner)?.Described ?? Authors.Gone)}, by {words.When(fact.DueAt)}"),
        ContingencyAgreed fact => ("contingency", $"The contingency is now: {fact.Text}"),
        SafetyReviewSet fact => ("safety-review", $"The plan is reviewed on {words.Date(fact.On)}"),
        var fact => throw new System.Diagnostics.UnreachableException($"A change can't be a {fact.GetType().Name}."),
    };

    private static (string, string) Decision(Case @case, string heading, DecisionFact fact, string said) =>
        ($"{heading}/{fact.Child!.Value.Value}", $"{Headings.Find(heading)!.Title}, {@case.Find(fact.Child.Value)?.Named()}: {said}");

    private static string Row(Case @case, PlannedAction row) => row.Fact.Kind switch
    {
        ActionKind.SafetyPlan => $"{@case.Profile.Labels.SafetyPlan.Text}, a row",
        ActionKind.Enquiry => "A step of the enquiry",
        _ => "An action",
    };
}
