namespace StrategyBot.Phases.Assessing;

/// <summary>Asks somebody whose view differs from the decision what they want to do (P18).</summary>
internal sealed class StancePart : IPart<StancePart.Form>
{
    private const string Title = "The decision differs from your view";

    public sealed record Form(string Case, string? Child = null, Stance? Stance = null, string? Reason = null) : ICaseForm;

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
        return new(Title,
        [
            new TextBlock("Whatever you choose, the plan to protect the child goes on, and your view stands in the minutes."),
            .. StanceRule.Differing(page.Whole, page.Me.Id, page.Case.Children)
                .Select(child => new TextBlock(CardText.Plain($"On {ChildChoice.Named(child)}"))),
            .. ChildChoice.For(page.Case, asked.Child),
            Choices.Radios("stance", "What do you want to do?", WordTables.Stance, stands?.Stance),
            new TextInput("reason", "Why") { IsMultiline = true, MaxLength = FormCard.LongText, Value = stands?.Reason },
            new TextBlock($"[How professional disagreement is escalated]({page.Case.Profile.Links.Escalation})") { IsSubtle = true },
        ]);
    }

    /// <summary>Those of them on whom the view differs.</summary>
    public IReadOnlyList<Form> Each(FormPage page, Form typed) =>
        StanceRule.Differing(page.Whole, page.Me.Id, ChildChoice.Read(page.Case, typed.Child)) is { Count: > 0 } differing
            ? [.. differing.Select(child => typed with { Child = child.Id.Value })]
            : [typed];

    public Decision Decide(FormPage page, Form typed) =>
        StanceRule.Take(page.Whole, page.Me, ChildChoice.Read(page.Whole, typed.Child), typed.Stance, typed.Reason);

    public Echo Saved(FormPage page, Kept<Form> kept) => new(WordTables.Stance.InList(kept.Typed.Stance!.Value));
}
