namespace StrategyBot.Phases.Planning;

/// <summary>The overall contingency (R41).</summary>
internal sealed class ContingencyPart : IPart<ContingencyPart.Form>
{
    public sealed record Form(string Case, string? Text = null) : ICaseForm;

    public static PartId Id => new("planning/contingency");

    public static Capability Needs => Capability.FillForm;

    public static PartButton Button(Case @case) => Id.Button("Contingency", CaseForm.Of(@case));

    public Drawn Draw(FormPage page, Form asked)
    {
        var stands = page.Case.Meeting.Plan.Contingency;
        return new("Contingency",
        [
            new TextInput("text", "What happens if the plan fails?")
            {
                IsMultiline = true,
                MaxLength = FormCard.LongText,
                Value = stands?.Fact.Text,
            },
            .. stands is null
                ? (IReadOnlyList<CardElement>)[]
                : [FormCard.SavedBy(page.Case.Find(stands.By)?.Described ?? "", stands.At, page.Words)],
        ]);
    }

    public Decision Decide(FormPage page, Form typed) => DecisionRule.Contingency(page.Whole, typed.Text);

    public Echo Saved(FormPage page, Kept<Form> kept) => new("contingency", new PlainText(page.Case.Meeting.Plan.Contingency!.Fact.Text));
}
