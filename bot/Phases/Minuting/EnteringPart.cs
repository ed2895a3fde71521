namespace StrategyBot.Phases.Minuting;

/// <summary>On which child's record the minutes stand now (R88).</summary>
internal sealed class EnteringPart : IPart<EnteringPart.Form>
{
    public const string Title = "Entered on the child's record";

    /// <param name="Children">Whose records have it now (P9).</param>
    public sealed record Form(
        string Case, IReadOnlyList<string>? Children = null, string? Late = null, string? Marking = null) : ICaseForm;

    public static PartId Id => new(PartIds.Entering);

    public static Capability Needs => Capability.EnterOnRecord;

    public static IReadOnlyList<string> Keys => ["children"];

    public static PartButton Button(Case @case) => Id.Button(Title, CaseForm.Of(@case));

    public Refusal? Bars(FormPage page, Form asked) =>
        page.Whole.Meeting.Minutes.Version == 0 ? new NotApprovedYet()
        : page.Whole.Children.Count == 0
        ? new CannotBe("No child is named on this case yet. Name the child on the page Who to check first.")
        : null;

    public Drawn Draw(FormPage page, Form asked)
    {
        var minutes = page.Case.Meeting.Minutes;
        var limit = MinutesClock.Of(page.Whole, page.Whole.Meeting)!.Enter;
        var open = page.Case.Children.Where(child => !minutes.IsEntered(child.Id)).ToList();
        return new(Title,
        [
            new TextBlock($"Version {minutes.Version} of the minutes. Due by {limit.SayRule(page.Words)}."),
            .. SourceNote.Of(limit),
            .. page.Case.Children.Where(child => minutes.IsEntered(child.Id))
                .Select(child =>
                    new TextBlock($"{CardText.Plain(Named(page, child))}: entered {page.Words.When(minutes.Entered[child.Id].At)}")),
            .. open.Count == 0
                ? (IReadOnlyList<CardElement>)[new TextBlock("It stands on every child's record.")]
                : [Children(page, open, asked.Children is { Count: > 0 } ticked ? ticked : [.. open.Select(child => child.Id.Value)])],
            .. open.Count > 0 && EnteringRule.IsLate(page.Whole, page.Now)
                ? (IReadOnlyList<CardElement>)[
                    new TextInput("late", "Why is it late?") { IsMultiline = true, MaxLength = FormCard.LongText },
                    MarkingInput.For(page.Case, page.Me.Agency, asks: "Who may read why"),
                ] : [],
        ])
        {
            Preselected = [MarkingInput.Id],
            Settled = new Dictionary<string, string> { ["late"] = page.Whole.Meeting.Minutes.LateReason },
            Saves = open.Count == 0 ? [] : [new("They stand on the record")],
            Beside = page.Me.May(Capability.ReadMinutes)
                ? [OfferDocument.Button(page.Case, page.Case.Meeting, minutes.Version)]
                : open.Count > 0 ? [OfferToEnter.Button(page.Case)] : [],
        };
    }

    public Decision Decide(FormPage page, Form typed) => MarkingInput.Said(page, typed.Marking, null, typed.Late) is { } readers
        ? EnteringRule.Enter(page.Whole, typed.Children ?? [], (typed.Late ?? "").Trim(), page.Now, readers)
        : MarkingInput.NotSaid;

    public Echo Saved(FormPage page, Kept<Form> kept) =>
        new(page.Whole.Children.Count(child => !page.Whole.Meeting.Minutes.IsEntered(child.Id)) switch
        {
            0 => "the minutes stand on every child's record",
            var open => $"entered; {open} of {page.Whole.Children.Count} children still to do",
        });

    private static ChoiceSetInput Children(FormPage page, IReadOnlyList<Child> open, IReadOnlyList<string> ticked) =>
        new("children", "On whose record do the minutes stand now?",
            [.. open.Select(child => new Choice(Named(page, child), child.Id.Value))])
        {
            IsMultiSelect = true,
            Style = ChoiceSetStyle.Expanded,
            Value = string.Join(',', open.Select(child => child.Id.Value).Where(ticked.Contains)),
        };

    /// <summary>Who may not read the case's content knows a child by number, and by the case system's own record.</summary>
    private static string Named(FormPage page, Child child) =>
        page.Me.May(Capability.ReadContent) && child.Details.Name.Length > 0 ? $"{child.Number}, {child.Details.Name}" : child.Number;
}
