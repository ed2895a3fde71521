using StrategyBot.Documents;

namespace StrategyBot.Phases.Minuting;

/// <summary>Shows whoever approves what that does before it is done: to whom the minutes go, what is not in them, and what is not
/// authorised or told yet.</summary>
internal sealed class ApprovalPart(PhaseList phases) : IPart<ApprovalPart.Form>
{
    // More names than a meeting has; beyond them their number says it.
    private const int MostNamed = 30;

    /// <param name="Upon">The version that stood when the chair looked at the draft; 0 before the first.</param>
    /// <param name="Seen">The digest of the draft that the chair looked at: only what was seen is approved.</param>
    /// <param name="Reason">Why there is a version after the first.</param>
    /// <param name="Late">Why it is later than the limit.</param>
    public sealed record Form(
        string Case, int Upon = 0, string? Seen = null, string? Reason = null, string? Late = null, string? Marking = null) : ICaseForm;

    public static PartId Id => new("minuting/approval");

    /// <summary>Of whoever the chair named; everybody else is barred (R89).</summary>
    public static Capability Needs => Capability.ReadMinutes;

    /// <param name="draft">As the card shows it that the button stands on.</param>
    public static SubmitAction Button(Case @case, IReadOnlyList<MinutesParagraph> draft) =>
        Actions.Send("Approve …", Id.Open,
            CaseForm.With(@case, new { Upon = @case.Meeting.Minutes.Version, Seen = MinutesDigest.Of(draft) }))
            with
        { AssociatedInputs = AssociatedInputs.None };

    public Refusal? Bars(FormPage page, Form asked) => DraftPage.WhyNot(page);

    public Drawn Draw(FormPage page, Form asked)
    {
        var @case = page.Whole;
        var draft = MinutesDraft.Of(@case);
        var recipients = Recipients.Of(@case, @case.Meeting, page.Me.Id);
        var notYet = NotYetRule.Of(@case, phases.OwedBy(@case), page.Words);
        // What changed meanwhile is approved only after a look at it (R89).
        var isSeen = asked.Seen == MinutesDigest.Of(draft) && asked.Upon == @case.Meeting.Minutes.Version;
        return new($"Approve version {asked.Upon + 1}",
        [
            .. isSeen
                ? (IReadOnlyList<CardElement>)[]
                : [new TextBlock("The draft isn't any more as you saw it.") { Weight = TextWeight.Bolder }],
            .. page.Me.Id == @case.Meeting.Chair ? (IReadOnlyList<CardElement>)[]
                : [new TextBlock(CardText.Plain($"You approve for {@case.Chair.Name}, who chairs. The minutes say so."))],
            new TextBlock(asked.Upon == 0
                ? $"Due by {MinutesClock.Of(@case, @case.Meeting)!.Approve.SayRule(page.Words)}. "
                    + "Once approved, this version can't be changed; a correction is a new version."
                : $"Everybody who has version {asked.Upon} is told that version {asked.Upon + 1} replaces it."),
            .. asked.Upon == 0 ? SourceNote.Of(MinutesClock.Of(@case, @case.Meeting)!.Approve) : [],
            new TextBlock($"It goes to {recipients.Count} people: {CardText.Plain(Named(recipients))}."),
            new TextBlock(Blank(draft)),
            .. notYet.Count == 0 ? (IReadOnlyList<CardElement>)[] :
            [
                new TextBlock("Not done yet. It holds nothing up:") { Weight = TextWeight.Bolder },
                .. notYet.Select(line => new TextBlock(CardText.Plain(line))),
            ],
            .. Reasons(page, asked) is { Count: > 0 } reasons
                ? (IReadOnlyList<CardElement>)[.. reasons, MarkingInput.For(page.Case, page.Me.Agency, asks: "Who may read why")]
                : [],
        ])
        {
            Preselected = [MarkingInput.Id],
            Frame = "Approve the minutes",
            Saves = isSeen ? [new($"Approve and send to {recipients.Count} people")] : [],
            Beside = [DraftPage.Turn(@case, isSeen ? "Back to the draft" : "Look at the draft", 1)],
        };
    }

    public Decision Decide(FormPage page, Form typed) =>
        MarkingInput.Said(page, typed.Marking, null, typed.Reason, typed.Late) is { } readers
            ? ApprovalRule.Approve(page.Whole, page.Me, typed, page.Now, readers)
            : MarkingInput.NotSaid;

    public Echo Saved(FormPage page, Kept<Form> kept) =>
        new($"version {page.Case.Meeting.Minutes.Version} goes to {Recipients.Of(page.Whole, page.Whole.Meeting).Count} people now")
        {
            Done = "Approved",
        };

    /// <summary>What is asked of the version that was opened, also once it stands: a second press is no conflict.</summary>
    private static List<TextInput> Reasons(FormPage page, Form asked)
    {
        var (@case, minutes) = (page.Whole, page.Case.Meeting.Minutes);
        var limit = MinutesClock.Of(@case, @case.Meeting)!.Approve;
        return
        [
            .. asked.Upon == 0 ? (IReadOnlyList<TextInput>)[] :
            [
                Reason("reason", $"Why is there a version {asked.Upon + 1}?",
                    minutes.Approvals.GetValueOrDefault(asked.Upon + 1)?.Fact.Reason ?? ObjectionRule.Why(@case)),
            ],
            .. asked.Upon == 0 && limit.IsPast(page.Now) && (minutes.Version > 0 || @case.Meeting.Minutes.LateReason.Length == 0)
                ? (IReadOnlyList<TextInput>)[
                    Reason("late", $"They were due by {limit.Date(page.Words)}. Why are they late?", minutes.LateReason)]
                : [],
        ];
    }

    private static TextInput Reason(string id, string label, string value) =>
        new(id, label) { IsMultiline = true, MaxLength = FormCard.LongText, Value = value.Length == 0 ? null : value };

    private static string Named(IReadOnlyList<Participant> recipients) =>
        string.Join("; ", recipients.Take(MostNamed).Select(person => $"{person.Name} ({person.Agency.Name()})"))
        + (recipients.Count > MostNamed ? "; and others" : "");

    private static string Blank(IReadOnlyList<MinutesParagraph> draft)
    {
        var blank = draft.Where(MinutesDraft.IsBlank).Select(paragraph => paragraph.Section).Distinct().ToList();
        return blank.Count == 0
            ? "Every heading is answered."
            : $"{blank.Count} headings have nothing recorded under them: {CardText.Plain(string.Join(", ", blank))}.";
    }
}
