namespace StrategyBot.Forms;

/// <summary>Which child a form is about, with <em>Same for both children</em> in one tap (P9). Not asked where there is only one.</summary>
internal static class ChildChoice
{
    public const string All = "all";

    /// <summary>The input that asks for it.</summary>
    public const string Field = "child";

    // As many as are seen at a glance; of more they are opened first.
    private const int MostAtAGlance = 3;

    public static IReadOnlyList<CardElement> For(Case @case, string? value = null) => @case.Children.Count < 2
        ? []
        : [new ChoiceSetInput(Field, "Which child",
            [new(SameForAll(@case), All), .. @case.Children.Select(child => new Choice(Named(child), child.Id.Value))])
            {
                Style = @case.Children.Count <= MostAtAGlance ? ChoiceSetStyle.Expanded : ChoiceSetStyle.Compact,
                Value = value ?? All,
            }];

    /// <summary><c>Same for both children</c>.</summary>
    public static string SameForAll(Case @case) =>
        @case.Children.Count == 2 ? "Same for both children" : $"Same for all {@case.Children.Count} children";

    /// <summary>One answer can't be for all where two were given.</summary>
    /// <param name="field">The second of them.</param>
    public static CannotBe TooMany(Case @case, string field) =>
        new($"You chose more than one answer. Press Save for these, or choose one and press “{SameForAll(@case)}”.") { Field = field };

    /// <summary>The children that were meant; none where the choice names no child of this case.</summary>
    public static IReadOnlyList<Child> Read(Case @case, string? chosen) => chosen is null or "" or All
        ? @case.Children
        : [.. @case.Children.Where(child => child.Id.Value == chosen)];

    /// <summary>One form for each child that was meant; where none was, the form itself, so that its rule can say so.</summary>
    /// <param name="about">The form for one child, by id.</param>
    public static IReadOnlyList<TForm> Each<TForm>(Case @case, string? chosen, TForm typed, Func<string, TForm> about) =>
        Read(@case, chosen) is { Count: > 0 } meant ? [.. meant.Select(child => about(child.Id.Value))] : [typed];

    /// <summary><c>Child 1, Ash Lindley</c>: for forms and private chats only.</summary>
    public static string Named(Child child) => child.Details.Name.Length == 0 ? child.Number : $"{child.Number}, {child.Details.Name}";

    /// <summary>All of them where there are several, else the one by name.</summary>
    public static string Named(Case @case, IReadOnlyList<Child> children) =>
        children.Count > 1 && children.Count == @case.Children.Count ? "all children" : string.Join("; ", children.Select(Named));
}

/// <summary>A decision on a child was sent, and no child of this case was meant by it.</summary>
internal sealed record NoChildMeant : Refusal
{
    public override string Say(Rules.Wording.Words words) =>
        "No child of this case is meant by that. Name the child on the page Who to check first, then choose again.";
}
