namespace StrategyBot.Phases.Assessing;

/// <summary>Asks somebody whose view differs from the decision what they want to do (P18).</summary>
internal sealed class StancePart : IPart<StancePart.Form>
{
    private const string Title = "The decision differs from your view";

    public sealed record Form(string Case, string? Child = null, Stance? Stance = null, string? Reason = null,
        string? Marking = null) : ICaseForm;

    public static PartId Id => new(PartIds.Stance);

    public static Capability Needs => Capability.Contribute;

    public static IReadOnlyList<string> Keys => ["child"];

    public static IReadOnlyList<IReadOnlyList<string>> Together => [["stance", "reason"]];

    public static PartButton Button(Case @case) => Id.Button(Title, CaseForm.Of(@case));

    public Drawn Draw(FormPage page, Form asked)
    {
        var taken = StanceRule.Differing(page.Whole, page.Me.Id, ChildChoice.Read(page.Case, asked.Child))
            .Select(child => page.Case.Meeting.Assessment.Stances.GetValueOrDefault((page.Me.Id, child.Id))?.Fact)
            .DistinctBy(stance => (stance?.Stance, stance?.Reason)).ToList();
        var stands = taken is [{ } same] ? same : null;
        var marked = stands?.Audience ?? OfView(page.Case, page.Me, ChildChoice.Read(page.Case, asked.Child));
        return new(Title,
        [
            new TextBlock("Whatever you choose, the plan to protect the child goes on, and your view stands in the minutes."),
            .. StanceRule.Differing(page.Whole, page.Me.Id, page.Case.Children)
                .Select(child => new TextBlock(CardText.Plain($"On {ChildChoice.Named(child)}"))),
            .. ChildChoice.For(page.Case, asked.Child),
            Choices.Radios("stance", "What do you want to do?", WordTables.Stance, stands?.Stance),
            new TextInput("reason", "Why") { IsMultiline = true, MaxLength = FormCard.LongText, Value = stands?.Reason },
            MarkingInput.For(page.Case, page.Me.Agency, marked),
            new TextBlock($"[How professional disagreement is escalated]({page.Case.Profile.Links.Escalation})") { IsSubtle = true },
        ])
        {
            Preselected = stands is null ? [MarkingInput.Id] : [],
        };
    }

    /// <summary>It tells of the view, so it is offered as that is marked.</summary>
    private static Audience? OfView(Case @case, Participant me, IReadOnlyList<Child> children) =>
        StanceRule.Differing(@case, me.Id, children).Select(child => @case.Meeting.Assessment.Views[(me.Id, child.Id)].Audience)
            .Distinct().ToList() is [var same] ? same : null;

    /// <summary>Those of them on whom the view differs.</summary>
    public IReadOnlyList<Form> Each(FormPage page, Form typed) =>
        StanceRule.Differing(page.Whole, page.Me.Id, ChildChoice.Read(page.Case, typed.Child)) is { Count: > 0 } differing
            ? [.. differing.Select(child => typed with { Child = child.Id.Value })]
            : [typed];

    public Decision Decide(FormPage page, Form typed) =>
        ChildChoice.Read(page.Whole, typed.Child) is var children
        && MarkingInput.Said(page, typed.Marking, OfView(page.Whole, page.Me, children), typed.Reason) is { } readers
            ? StanceRule.Take(page.Whole, page.Me, children, typed.Stance, typed.Reason, readers)
            : MarkingInput.NotSaid;

    public Echo Saved(FormPage page, Kept<Form> kept) => new(WordTables.Stance.InList(kept.Typed.Stance!.Value));
}
