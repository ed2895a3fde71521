namespace StrategyBot.Phases.Enquiring;

/// <summary>What the conference decided on one child or all: a child protection plan and under which category, or none (R113).</summary>
internal sealed class ConferenceOutcomePart : IPart<ConferenceOutcomePart.Form>
{
    public const string Title = "Outcome of the conference";

    public sealed record Form(
        string Case, string? Child = null, YesNo? Plan = null, string? Category = null, string? Words = null) : ICaseForm;

    public static PartId Id => new(PartIds.ConferenceOutcome);

    public static Capability Needs => Capability.KeepEnquiry;

    public static IReadOnlyList<string> Keys => ["child"];

    public static PartButton Button(Case @case, string child) => Id.Button(Title, new Form(@case.Ref.Value, child));

    public Refusal? Bars(FormPage page, Form asked) => page.Me.Agency != Agency.SocialCare ? new NotYourPart()
        : ConferenceOutcomeRule.WhyNot(page.Whole, asked.Child);

    public Drawn Draw(FormPage page, Form asked)
    {
        var stands = EnquiryStepRule.Same(EnquiryStepRule.Meant(page.Case, asked.Child), work => work.Outcome);
        return new(Title,
        [
            .. ChildChoice.For(page.Case, asked.Child),
            Choices.Radios("plan", "Does the child have a child protection plan now?", WordTables.YesNo, stands?.Plan),
            new ChoiceSetInput("category", "If yes: under which category of harm?",
                [.. HarmCategory.All.Select(one => new Choice(one.Text, one.Id))])
            {
                Value = stands is { Category.Length: > 0 } ? stands.Category : null,
            },
            new TextInput("words", "If yes: how do parents and child get the outline plan? If no: what follows?")
            {
                MaxLength = FormCard.Line,
                Value = stands?.Words,
            },
        ]);
    }

    public Decision Decide(FormPage page, Form typed) =>
        ConferenceOutcomeRule.Say(page.Whole, typed.Child, typed.Plan, typed.Category, typed.Words);

    public Echo Saved(FormPage page, Kept<Form> kept) => new(kept.Typed.Plan == YesNo.Yes
        ? "the child has a child protection plan" : "the child has no child protection plan");

    /// <summary>What was agreed is written down while it is known; else the safety plan ends (R65).</summary>
    public PartButton? Next(FormPage page, Kept<Form> kept) => kept.Typed.Plan == YesNo.Yes
        ? new PartId(PartIds.OutlinePlan).Button("Outline plan", CaseForm.Of(page.Case))
        : RowRules.HasSafetyPlan(page.Whole) && page.Whole.Meeting.SafetyPlan.Ended is null && page.Me.May(Capability.Decide)
            ? new PartId(PartIds.PlanEnd).Button("End of the safety plan", CaseForm.Of(page.Case)) : EnquiryPage.Button(page.Case);
}
