namespace StrategyBot.Phases.Safeguarding;

/// <summary>Whoever agreed to where a child is agrees no more (P31): social worker and chair are told at once.</summary>
internal sealed class ConsentWithdrawnPart : IPart<ConsentWithdrawnPart.Form>
{
    public const string Title = "Agreement withdrawn";

    public sealed record Form(string Case, string? Child = null, string? Who = null, string? What = null, string? Marking = null)
        : ICaseForm;

    public static PartId Id => new("safeguarding/consent-withdrawn");

    public static Capability Needs => Capability.FillForm;

    public static PartButton Button(Case @case, Child child) =>
        Id.Button($"{Title} – {child.Number}", new Form(@case.Ref.Value, child.Id.Value));

    public Refusal? Bars(FormPage page, Form asked) => PositionDrawing.Whom(page.Case, asked.Child) is null ? new NoChildMeant() : null;

    public Drawn Draw(FormPage page, Form asked)
    {
        var child = PositionDrawing.Whom(page.Case, asked.Child)!;
        var stands = page.Case.Meeting.Safety.Withdrawn.GetValueOrDefault(child.Id)?.Fact;
        var whole = page.Whole.Meeting.Safety.Withdrawn.GetValueOrDefault(child.Id)?.Fact;
        return new($"{Title} – {child.Number}",
        [
            new TextBlock("Immediate danger: ring 999.") { Weight = TextWeight.Bolder, Color = TextColor.Attention },
            new PlainText(Shortened.To(FormCard.Line, ChildChoice.Named(child))) { Weight = TextWeight.Bolder },
            new TextInput("who", "Who agrees no more?") { MaxLength = FormCard.Line, Value = stands?.Who },
            new TextInput("what", "What did they say or do?") { IsMultiline = true, MaxLength = FormCard.LongText, Value = stands?.What },
            .. MarkingInput.Beside(page, stands, whole, stands?.Audience),
        ])
        {
            Frame = Title,
            Saves = [new("Tell social worker and chair now")],
            Preselected = stands is null ? [MarkingInput.Id] : [],
        };
    }

    public Decision Decide(FormPage page, Form typed) => MarkingInput.Said(page, typed.Marking,
        page.Whole.Meeting.Safety.Withdrawn.GetValueOrDefault(new ChildId(typed.Child ?? ""))?.Fact.Audience, typed.Who, typed.What)
            is { } readers
            ? PositionRule.WithdrawConsent(page.Whole, ChildChoice.Read(page.Whole, typed.Child), typed.Who, typed.What, readers)
            : MarkingInput.NotSaid;

    public Echo Saved(FormPage page, Kept<Form> kept) => new("the agreement is withdrawn. Say now on what footing the child stays");

    public PartButton? Next(FormPage page, Kept<Form> kept) =>
        PositionPart.Button(page.Case, PositionDrawing.Whom(page.Case, kept.Typed.Child)!);
}
