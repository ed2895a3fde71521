namespace StrategyBot.Phases.Safeguarding;

/// <summary>Who holds a child until the outcome is known, or that nobody does (R53).</summary>
internal sealed class HolderPart : IPart<HolderPart.Form>
{
    private const string Title = "Who holds the child", Nobody = "nobody";

    /// <param name="NobodyDoes">Said by its own button.</param>
    public sealed record Form(string Case, string? Child = null, string? Holder = null, bool? NobodyDoes = null) : ICaseForm;

    public static PartId Id => new("safeguarding/holder");

    public static Capability Needs => Capability.FillForm;

    public static IReadOnlyList<string> Keys => ["child"];

    // Longer lists are opened; a tap more, and the form still fits a phone.
    private const int FewEnough = 8;

    public static PartButton Button(Case @case, Child? child = null) => Id.Button(Title, new Form(@case.Ref.Value, child?.Id.Value));

    public Drawn Draw(FormPage page, Form asked)
    {
        var (@case, holders) = (page.Case, page.Case.Meeting.Safety.Holders);
        var open = @case.Children.FirstOrDefault(one => !holders.ContainsKey(one.Id));
        var child = asked.Child ?? (open is not null && holders.Count > 0 ? open.Id.Value : null);
        return new(Title,
        [
            new TextBlock(
                "Does an agency hold the child until the outcome of this meeting is known, a ward or a school for example? Whoever "
                    + "does is told before all others."),
            .. ChildChoice.For(@case, child),
            new ChoiceSetInput("holder", Title,
                [new("Nobody", Nobody), .. @case.Invited.Select(person => new Choice(person.Described, person.Id.Value))])
                {
                    Style = @case.Invited.Count() < FewEnough ? ChoiceSetStyle.Expanded : ChoiceSetStyle.Compact,
                    Value = Stands(@case, child),
                },
            .. @case.Children.Where(one => holders.ContainsKey(one.Id)).Select(one => new TextBlock(CardText.Plain(
                $"{one.Number}: {HolderPlace.Named(@case, holders[one.Id].Fact) ?? "nobody"}"))
            {
                IsSubtle = true,
                Size = TextSize.Small,
            }),
        ])
        {
            Saves = [new("Save"), new("Nobody does", new { NobodyDoes = true }) { MayGoOn = true }],
            Beside = [HolderPlacePart.Button(@case, asked.Child).Send()],
        };
    }

    public IReadOnlyList<Form> Each(FormPage page, Form typed) =>
        ChildChoice.Each(page.Case, typed.Child, typed, child => typed with { Child = child });

    public Decision Decide(FormPage page, Form typed) =>
        PositionRule.Hold(page.Whole, ChildChoice.Read(page.Whole, typed.Child),
            // The button says it, whoever still stands chosen above it.
            typed.NobodyDoes == true ? null : Holder(page.Whole, typed), typed.NobodyDoes == true || typed.Holder == Nobody);

    public Echo Saved(FormPage page, Kept<Form> kept) =>
        new("who holds the child", new PlainText(Shortened.To(FormCard.Line,
            (kept.Typed.NobodyDoes == true ? null : Holder(page.Case, kept.Typed))?.Described ?? "Nobody")));

    private static Participant? Holder(Case @case, Form form) => @case.Invited.FirstOrDefault(person => person.Id.Value == form.Holder);

    private static string? Stands(Case @case, string? child)
    {
        var one = child is null or ChildChoice.All ? @case.Children.Select(any => any.Id).FirstOrDefault() : new(child);
        return @case.Meeting.Safety.Holders.TryGetValue(one, out var held) ? held.Fact.Holder?.Value ?? Nobody : null;
    }
}
