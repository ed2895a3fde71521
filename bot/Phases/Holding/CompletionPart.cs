namespace StrategyBot.Phases.Holding;

/// <summary>What binds before the record is complete, with buttons to the first of it, and the reason for going without (P7).</summary>
internal sealed class CompletionPart(PhaseList phases) : IPart<CompletionPart.Form>
{
    private const string Title = "Complete the record";

    // With the button that completes, five: as many as a card shows (design §5.7).
    private const int MostButtons = 4;

    public sealed record Form(string Case, string? Reason = null, string? Marking = null) : ICaseForm;

    public static PartId Id => new("holding/completion");

    public static Capability Needs => Capability.Lead;

    public static PartButton Button(Case @case) => Id.Button(Title, CaseForm.Of(@case));

    public Drawn Draw(FormPage page, Form asked)
    {
        var gaps = phases.Gaps(page.Whole);
        return page.Case.Meeting.Attendance.CompletedAt is not null ? Complete(page.Case, gaps, page.Words) : new(Title,
        [
            .. GapsDrawing.List(gaps),
            .. gaps.Count == 0 ? (IReadOnlyList<CardElement>)[] :
            [
                new TextInput("reason", "If it must be complete without them: why?") { IsMultiline = true, MaxLength = FormCard.LongText },
                MarkingInput.For(page.Case, page.Me.Agency, asks: "Who may read why"),
            ],
        ])
        {
            Preselected = [MarkingInput.Id],
            Saves = [new(gaps.Count == 0 ? Title : "Complete without them") { MayGoOn = true }],
            Beside = [.. GapsDrawing.Buttons(gaps, MostButtons)],
        };
    }

    private static Drawn Complete(Case @case, IReadOnlyList<Gap> gaps, Words words) => new(Title,
    [
        .. CompleteRecord.Say(@case, words),
        .. gaps.Count == 0 ? [] : GapsDrawing.List(gaps),
    ])
    {
        Beside = [.. GapsDrawing.Buttons(gaps, MostButtons)],
    };

    public Decision Decide(FormPage page, Form typed) => MarkingInput.Said(page, typed.Marking, null, typed.Reason) is { } readers
        ? MeetingRule.Complete(page.Whole, phases.Gaps(page.Whole), typed.Reason ?? "", readers)
        : MarkingInput.NotSaid;

    public Echo Saved(FormPage page, Kept<Form> kept) => new("the record is complete");
}

/// <summary>The open parts in words, without content.</summary>
internal static class GapsDrawing
{
    private const int Most = 60;

    public static IEnumerable<CardElement> List(IReadOnlyList<Gap> gaps)
    {
        yield return new TextBlock(gaps.Count == 0 ? "Everything that binds is answered." : $"{gaps.Count} still to answer:")
        {
            Weight = TextWeight.Bolder,
        };
        if (gaps.Count > 0)
        {
            yield return new TextBlock(string.Join("\n", gaps.Take(Most).Select(gap => $"- {gap.Sentence}")));
        }
    }

    /// <summary>Buttons to the first few, each part once.</summary>
    public static IEnumerable<CardAction> Buttons(IReadOnlyList<Gap> gaps, int most) =>
        from gap in gaps.DistinctBy(gap => (gap.Open.Title, gap.Open.Verb)).Take(most)
        let title = Shortened.To(60, gap.Open.Title)
        select Actions.Send(title, gap.Open.Verb, gap.Open.Form) with { AssociatedInputs = AssociatedInputs.None };
}
