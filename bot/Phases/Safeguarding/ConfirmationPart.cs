namespace StrategyBot.Phases.Safeguarding;

/// <summary><em>Child is safe – confirmed by</em>: answers the decide-by of a child's position (P4).</summary>
internal sealed class ConfirmationPart : IPart<ConfirmationPart.Form>
{
    public const string Title = "Child is safe – confirmed by";

    public sealed record Form(string Case, string? Child = null, string? By = null, string? How = null, string? Marking = null)
        : ICaseForm;

    public static PartId Id => new("safeguarding/confirmation");

    public static Capability Needs => Capability.FillForm;

    public static IReadOnlyList<string> Keys => ["child"];

    public static PartButton Button(Case @case, Child? child = null) => Id.Button(Title, new Form(@case.Ref.Value, child?.Id.Value));

    public Drawn Draw(FormPage page, Form asked) => new(Title,
    [
        .. ChildChoice.For(page.Case, asked.Child ?? First(page.Case)),
        PersonChoice.Of("by", "Confirmed by", page.Case.Speaking, page.Me.Id.Value),
        new TextInput("how", "How is it known?")
        {
            IsMultiline = true,
            MaxLength = FormCard.LongText,
            Value = Known(page.Case, asked.Child ?? First(page.Case)),
        },
        .. MarkingInput.Beside(page, Known(page.Case, asked.Child ?? First(page.Case)), Known(page.Whole, asked.Child ?? First(page.Case)),
            Marked(page.Case, asked.Child ?? First(page.Case))),
        .. page.Case.Children.Select(
            child => new TextBlock(CardText.Plain(Stands(page.Case, child, page.Words))) { IsSubtle = true, Size = TextSize.Small }),
    ])
    {
        Frame = "Child is safe",
        Preselected = Known(page.Case, asked.Child ?? First(page.Case)) is null ? [MarkingInput.Id] : [],
    };

    public IReadOnlyList<Form> Each(FormPage page, Form typed) =>
        ChildChoice.Each(page.Case, typed.Child, typed, child => typed with { Child = child });

    public Decision Decide(FormPage page, Form typed) =>
        MarkingInput.Said(page, typed.Marking, Marked(page.Whole, typed.Child), typed.How) is { } readers
            ? PositionRule.Confirm(page.Whole, page.Me, ChildChoice.Read(page.Whole, typed.Child),
                PersonChoice.Read(page.Whole, page.Me, typed.By), typed.How, readers)
            : MarkingInput.NotSaid;

    public Echo Saved(FormPage page, Kept<Form> kept) => new("confirmed safe",
        [.. ChildChoice.Read(page.Case, kept.Typed.Child)
            .Select(child => new PlainText(Shortened.To(FormCard.Line, ChildChoice.Named(child))))]);

    private static string? First(Case @case) => @case.Children.All(child => !@case.Meeting.Safety.Confirmed.ContainsKey(child.Id))
        ? null
        : @case.Children.FirstOrDefault(child => !@case.Meeting.Safety.Confirmed.ContainsKey(child.Id))?.Id.Value;

    /// <summary>How it was said to be known; <c>null</c> where nothing was, or of several children not the same.</summary>
    private static string? Known(Case @case, string? chosen) =>
        ChildChoice.Read(@case, chosen).Select(child => @case.Meeting.Safety.Confirmed.GetValueOrDefault(child.Id)?.Fact.How ?? "")
            .Distinct().ToList() is [{ Length: > 0 } how] ? how : null;

    private static Audience? Marked(Case @case, string? chosen) =>
        ChildChoice.Read(@case, chosen).Select(child => @case.Meeting.Safety.Confirmed.GetValueOrDefault(child.Id)?.Fact.Audience)
            .Distinct().ToList() is [{ } same] ? same : null;

    private static Participant? By(Case @case, Decided<ChildConfirmedSafe> confirmed) =>
        confirmed.Fact.OnBehalfOf is { } other ? @case.Find(other) : @case.Find(confirmed.By);

    private static string Stands(Case @case, Child child, Words words) =>
        @case.Meeting.Safety.Confirmed.GetValueOrDefault(child.Id) is { } confirmed
            ? $"{child.Number}: confirmed {words.When(confirmed.At)} by "
                + $"{Shortened.To(FormCard.Line, By(@case, confirmed)?.Described ?? "")}"
            : PositionRule.DecideBy(@case, child) is { } by
            ? $"{child.Number}: not confirmed; decide by {words.When(by)}"
            : $"{child.Number}: not confirmed";
}
