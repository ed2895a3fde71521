namespace StrategyBot.Phases.Planning;

/// <summary>The manager has read the plan, and is not satisfied yet: the social worker hears why (R66). Seeing the child and the minutes
/// don't wait for it (P30).</summary>
internal sealed class NotYetAuthorisedPart : IPart<NotYetAuthorisedPart.Form>
{
    private const string Title = "Not yet, because …";

    public sealed record Form(string Case, string? Because = null, string? Marking = null) : ICaseForm;

    public static PartId Id => new("planning/not-yet-authorised");

    public static Capability Needs => Capability.ReadContent;

    public static PartButton Button(Case @case) => Id.Button(Title, new Form(@case.Ref.Value));

    public Refusal? Bars(FormPage page, Form asked) => !AgreementRule.MayAuthorise(page.Me) ? new NotYourPart() : null;

    public Drawn Draw(FormPage page, Form asked)
    {
        var (stands, whole) = (page.Case.Meeting.Plan.HeldBack?.Fact, page.Whole.Meeting.Plan.HeldBack?.Fact);
        return new("Not authorised yet",
        [
            new TextBlock("The child is seen and the minutes go out all the same. The social worker is told now."),
            new TextInput("because", "What has to change in the safety plan before you authorise?")
            {
                IsMultiline = true,
                MaxLength = FormCard.LongText,
                Value = stands?.Because,
            },
            .. MarkingInput.Beside(page, stands, whole, stands?.Audience),
        ])
        {
            Saves = [new("Tell the social worker now")],
            Preselected = stands is null ? [MarkingInput.Id] : [],
        };
    }

    public Decision Decide(FormPage page, Form typed) =>
        MarkingInput.Said(page, typed.Marking, page.Whole.Meeting.Plan.HeldBack?.Fact.Audience, typed.Because) is { } readers
            ? AgreementRule.HoldBack(page.Whole, page.Me, typed.Because, readers)
            : MarkingInput.NotSaid;

    public Echo Saved(FormPage page, Kept<Form> kept) => new("it is not authorised yet, and the social worker is told why");

    /// <summary>Who holds it back and why, as its reader may know it.</summary>
    public static IEnumerable<CardElement> Lines(Case @case, Words words)
    {
        if (@case.Meeting.Plan.HeldBack is { } held)
        {
            var why = held.Fact.Because.Length > 0 ? $", because: {Shortened.To(FormCard.LongText, held.Fact.Because)}" : "";
            yield return new PlainText($"Not yet authorised by {@case.Find(held.By)?.Name ?? "a manager"}, {words.When(held.At)}{why}")
            {
                Weight = TextWeight.Bolder,
            };
        }
    }
}
