namespace StrategyBot.Phases.Planning;

/// <summary>What was decided otherwise once the meeting was over, with who, when and why (design §3.1).</summary>
internal sealed class ChangesPage : IPage<CaseForm>
{
    // Far more than any meeting has; the newest first.
    private const int MostShown = 12;

    public static PartId Id => new("planning/changes");

    public static Capability Needs => Capability.ReadContent;

    public static PartButton Button(Case @case) => Id.Button("Changed after the meeting", CaseForm.Of(@case));

    public Refusal? Bars(FormPage page, CaseForm asked) =>
        All(page.Case).Any() ? null : new CannotBe("Nothing was changed after the meeting.");

    public Drawn Draw(FormPage page, CaseForm asked) => Of(page.Case, page.Me, page.Words) with { Frame = "Changed" };

    /// <summary>The same for their own chat.</summary>
    public static Drawn Of(Case @case, Participant reader, Words words) => new($"{@case.Id} {@case.CheckWord}",
    [
        new TextBlock("Changed after the meeting:") { Weight = TextWeight.Bolder },
        .. All(@case).OrderByDescending(change => change.Seq).Take(MostShown).SelectMany(change => Said(@case, reader, change, words)),
    ]);

    public static IEnumerable<Change> All(Case @case)
    {
        var plan = @case.Meeting.Plan;
        return
        [
            .. Of(DecisionDrawing.Cause, plan.ReasonableCause, fact => (WordTables.ReasonableCause.InList(fact.Answer), fact.Rationale)),
            .. Of(DecisionDrawing.Enquiry, plan.Section47, fact => (WordTables.InList(fact), fact.Rationale)),
            .. Of(DecisionDrawing.Conference, plan.Conference, fact => (WordTables.Conference.InList(fact.Answer), fact.Rationale)),
        ];
    }

    private static IEnumerable<Change> Of<T>(
        string about, IReadOnlyDictionary<ChildId, Decided<T>> decided, Func<T, (string Answer, string Why)> say)
        where T : DecisionFact =>
        from one in decided
        from change in one.Value.Changes()
        select new Change(about, one.Key, change.Seq, change.At, change.By, change.Fact, say(change.Fact).Answer);

    private static IEnumerable<CardElement> Said(Case @case, Participant reader, Change change, Words words)
    {
        var child = @case.Find(change.Child) is { } one ? ChildChoice.Named(one) : "";
        yield return new PlainText(
            $"{Headings.Find(change.About)!.Title}, {Shortened.To(FormCard.Line, child)}: {Shortened.To(FormCard.Line, change.Answer)}")
        {
            Weight = TextWeight.Bolder,
        };
        var reads = change.Fact.Audience.Admits(reader.Agency) || reader.Is(change.By);
        if (reads && change.Fact.ChangedBecause is { Length: > 0 } why)
        {
            yield return new PlainText($"Why: {Shortened.To(FormCard.Line, why)}");
        }

        yield return new TextBlock(
            CardText.Plain($"{@case.Find(change.By)?.Described ?? "somebody since taken off the list"}, {words.When(change.At)}"))
        {
            IsSubtle = true,
            Size = TextSize.Small,
        };
    }

    /// <param name="About">The heading.</param>
    /// <param name="Seq">Of the fact that changed it.</param>
    /// <param name="Answer">What it says now.</param>
    internal sealed record Change(
        string About, ChildId Child, int Seq, DateTimeOffset At, PersonId By, DecisionFact Fact, string Answer);
}
