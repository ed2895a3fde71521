namespace StrategyBot.Phases.Planning;

/// <summary>Since which day an enquiry runs that began before this case: its days go on from there (R45, R95).</summary>
internal sealed class EnquiryStartPart : IPart<EnquiryStartPart.Form>
{
    public const string Title = "Since when the enquiry runs";

    public sealed record Form(string Case, string? Child = null, DateOnly? On = null) : ICaseForm;

    public static PartId Id => new("planning/enquiry-start");

    public static Capability Needs => Capability.Decide;

    public static IReadOnlyList<string> Keys => ["child"];

    public static PartButton Button(Case @case, Child? child = null) => Id.Button(Title, new Form(@case.Ref.Value, child?.Id.Value));

    public Refusal? Bars(FormPage page, Form asked) => DecisionRule.WhyNot(page.Whole, page.Me)
        ?? (DecisionRule.GoingOn(page.Whole).Any() ? null : new CannotBe("No section 47 enquiry goes on that began before this case."));

    public Drawn Draw(FormPage page, Form asked) => new(Title,
    [
        new TextBlock("The enquiry began before this case. Its days, and the day of its conference, are counted from the strategy meeting "
            + "that began it."),
        .. ChildChoice.For(page.Case, asked.Child),
        new DateInput("on", "On which day was that meeting?")
        {
            Value = ChildChoice.Read(page.Case, asked.Child)
                .Select(child => page.Case.Meeting.Plan.EnquiryStarts.GetValueOrDefault(child.Id)?.Fact.On).Distinct().ToList() is [var on]
                ? on
                : null,
        },
    ]);

    public IReadOnlyList<Form> Each(FormPage page, Form typed) =>
        ChildChoice.Each(page.Case, typed.Child, typed, child => typed with { Child = child });

    public Decision Decide(FormPage page, Form typed) =>
        DecisionRule.EnquiryStart(page.Whole, ChildChoice.Read(page.Whole, typed.Child), typed.On,
            page.Words.LocalDate(page.Now), page.Words);

    public Echo Saved(FormPage page, Kept<Form> kept) => new("since when the enquiry runs",
        [.. Enquiry.Of(page.Case).Where(enquiry => enquiry.StartedOn is not null).Select(enquiry => new PlainText(
            $"{Shortened.To(FormCard.Line, ChildChoice.Named(enquiry.Child))}: {page.Words.Date(enquiry.StartedOn!.Value)}"))]);
}
