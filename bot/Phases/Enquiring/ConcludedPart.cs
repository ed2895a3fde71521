using StrategyBot.Rules.Procedures;

namespace StrategyBot.Phases.Enquiring;

/// <summary>The enquiry is done: what it came to on one child or all, and what follows (R97, R112).</summary>
internal sealed class ConcludedPart : IPart<ConcludedPart.Form>
{
    public const string Title = "Outcome of the enquiry";

    /// <param name="Support">Several with commas between them, as a choice of several sends them.</param>
    public sealed record Form(
        string Case, string? Child = null, EnquiryResult? Result = null, string? Support = null, YesNo? PlanStays = null,
        string? Because = null) : ICaseForm;

    public static PartId Id => new("enquiring/outcome");

    public static Capability Needs => Capability.FillForm;

    public static IReadOnlyList<string> Keys => ["child"];

    public static PartButton Button(Case @case, string child) => Id.Button(Title, new Form(@case.Ref.Value, child));

    public Refusal? Bars(FormPage page, Form asked) => page.Me.Agency != Agency.SocialCare ? new NotYourPart()
        : EnquiryStepRule.WhyNot(page.Whole, asked.Child, Pipeline.Enquiry);

    public Drawn Draw(FormPage page, Form asked)
    {
        var meant = EnquiryStepRule.Meant(page.Case, asked.Child, Pipeline.Enquiry);
        var stands = EnquiryStepRule.Same(meant, work => work.Concluded);
        return new(Title,
        [
            .. ChildChoice.For(page.Case, asked.Child),
            Choices.Radios("result", "What did the enquiry come to?", WordTables.EnquiryResult, stands?.Result),
            new ChoiceSetInput("support", "What follows? Leave it out if only the conference does", Choices.Of(WordTables.EnquirySupport))
            {
                IsMultiSelect = true,
                Style = ChoiceSetStyle.Expanded,
                Value = stands is null || stands.Support.Count == 0 ? null : string.Join(',', stands.Support.Select(WordTables.ValueOf)),
            },
            .. RowRules.HasSafetyPlan(page.Whole)
                ? (IReadOnlyList<CardElement>)[Choices.Radios("planStays", "Does the safety plan stay in place until the conference?",
                    WordTables.YesNo, stands?.PlanStays)]
                : [],
            new TextInput("because", "Why, what was agreed with the family, and who was told")
            {
                IsMultiline = true,
                MaxLength = FormCard.LongText,
                Value = stands?.Words,
            },
        ]);
    }

    public Decision Decide(FormPage page, Form typed) => EnquiryStepRule.Conclude(page.Whole, typed.Child, typed.Result,
        [.. Choices.Ticked(typed.Support)
            .Select(one => Choices.Read(WordTables.EnquirySupport, one)).OfType<EnquirySupport>()],
        typed.Because, typed.PlanStays);

    public Echo Saved(FormPage page, Kept<Form> kept) => new(kept.Typed.Result is { } result
        ? $"the enquiry: {WordTables.EnquiryResult.InList(result)}" : "the outcome of the enquiry");

    public PartButton? Next(FormPage page, Kept<Form> kept) => EnquiryPage.Button(page.Case);
}
