using System.Diagnostics;

namespace StrategyBot.Phases.Planning;

/// <summary>What was decided or agreed otherwise once the meeting was over, with who, when and why (design §3.1, R84).</summary>
internal sealed class ChangesPage : IPage<CaseForm>
{
    // Far more than any meeting has; the newest first.
    private const int MostShown = 12;

    public static PartId Id => new("planning/changes");

    public static Capability Needs => Capability.ReadContent;

    public static PartButton Button(Case @case) => Id.Button("Changed after the meeting", CaseForm.Of(@case));

    public Refusal? Bars(FormPage page, CaseForm asked) =>
        ChangeSince.Of(page.Case).Any() ? null : new CannotBe("Nothing was changed after the meeting.");

    public Drawn Draw(FormPage page, CaseForm asked) => Of(page.Case, page.Me, page.Words) with { Frame = "Changed" };

    /// <summary>The same for their own chat.</summary>
    public static Drawn Of(Case @case, Participant reader, Words words)
    {
        var changes = ChangeSince.Of(@case).ToList();
        return new($"{@case.Id} {@case.CheckWord}",
        [
            .. HoldLines.On(@case),
            new TextBlock("Changed after the meeting:") { Weight = TextWeight.Bolder },
            .. changes.AsEnumerable().Reverse().Take(MostShown).SelectMany(
                change => Said(@case, reader, change, ChangeSince.VersionOf(changes, change.Seq), words)),
        ]);
    }

    private static IEnumerable<CardElement> Said(Case @case, Participant reader, ChangeSince change, int version, Words words)
    {
        var reads = change.Audience.Admits(reader, reader.Is(change.By));
        yield return new PlainText(reads || !change.IsOfPlan ? Say(@case, change, words) : "One that is marked for others. Ask the chair.")
        {
            Weight = TextWeight.Bolder,
        };
        if (reads && change.Why is { Length: > 0 } why)
        {
            yield return new PlainText($"Why: {Shortened.To(FormCard.Line, why)}");
        }

        var kind = change.Change is { } said ? $", {WordTables.PlanChange.InList(said.Kind)}" : "";
        yield return new TextBlock(CardText.Plain(
            (change.IsOfPlan ? $"Version {version} of the plan{kind}: " : "")
                + $"{@case.Find(change.By)?.Described ?? "someone who is not on the list"}, {words.When(change.At)}"))
        {
            IsSubtle = true,
            Size = TextSize.Small,
        };
    }

    private static string Say(Case @case, ChangeSince change, Words words) => change.Fact switch
    {
        ReasonableCauseDecided fact => Decision(@case, DecisionDrawing.Cause, fact, WordTables.ReasonableCause.InList(fact.Answer)),
        Section47Decided fact => Decision(@case, DecisionDrawing.Enquiry, fact, WordTables.InList(fact)),
        ConferenceDecided fact => Decision(@case, DecisionDrawing.Conference, fact, WordTables.Conference.InList(fact.Answer)),
        ActionWithdrawn => $"Withdrawn: {Shortened.To(FormCard.Line, change.Row!.Fact.What)}",
        ActionAgreed fact => $"{(fact.Change is null ? "Added" : "Now")}: {Shortened.To(FormCard.Line, fact.What).TrimEnd('.')}, "
            + Shortened.To(FormCard.Line, RowDrawing.OwnerAndTime(@case, change.Row! with { Fact = fact }, words)),
        ContingencyAgreed fact => $"Contingency: {Shortened.To(FormCard.Line, fact.Text)}",
        SafetyReviewSet fact => $"The plan is reviewed on {words.Date(fact.On)}",
        var fact => throw new UnreachableException($"A change can't be a {fact.GetType().Name}."),
    };

    private static string Decision(Case @case, string about, DecisionFact fact, string answer)
    {
        var child = @case.Find(fact.Child!.Value) is { } one ? ChildChoice.Named(one) : "";
        return $"{Headings.Find(about)!.Title}, {Shortened.To(FormCard.Line, child)}: {Shortened.To(FormCard.Line, answer)}";
    }
}
