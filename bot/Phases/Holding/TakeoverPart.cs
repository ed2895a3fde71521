namespace StrategyBot.Phases.Holding;

/// <summary>A deputy or manager takes over as chair, and says why (P8).</summary>
internal sealed class TakeoverPart : IPart<TakeoverPart.Form>
{
    private const string Title = "Take over as chair";

    private static readonly string[] Reasons =
        ["The chair is not there", "The chair is unwell", "The chair handed over to me", "The procedure asks for a more senior chair"];

    public sealed record Form(string Case, string? Reason = null, string? More = null, string? Marking = null) : ICaseForm;

    public static PartId Id => new(PartIds.TakeOver);

    public static Capability Needs => Capability.TakeChair;

    public static IReadOnlyList<IReadOnlyList<string>> Together => [["reason", "more"]];

    public static PartButton Button(Case @case) => Id.Button(Title, CaseForm.Of(@case));

    public Drawn Draw(FormPage page, Form asked) => new(Title,
    [
        new PlainText($"Chair now: {Shortened.To(FormCard.Line, page.Case.Chair.Described)}"),
        new TextBlock("Everyone invited is told that you chair. Earlier decisions keep their author."),
        new ChoiceSetInput("reason", "Why?", [.. Reasons.Select(reason => new Choice(reason, reason))]) { Style = ChoiceSetStyle.Expanded },
        new TextInput("more", "Why, in your words") { IsMultiline = true, MaxLength = 1_000 },
        MarkingInput.For(page.Case, page.Me.Agency, asks: "Who may read why"),
    ])
    {
        Preselected = [MarkingInput.Id],
        Saves = [new("Take over")],
    };

    public Decision Decide(FormPage page, Form typed) => MarkingInput.Said(page, typed.Marking, null, typed.More) is { } readers
        ? TakeoverRule.Take(page.Whole, page.Me,
            string.Join(": ", new[] { typed.Reason?.Trim(), typed.More?.Trim() }.Where(part => !string.IsNullOrEmpty(part))), readers)
        : MarkingInput.NotSaid;

    public Echo Saved(FormPage page, Kept<Form> kept) =>
        new(page.Case.Meeting.Attendance.EndedAt is null ? "you chair this meeting" : "you answer for this meeting's record");
}
