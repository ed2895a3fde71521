using StrategyBot.Rules.Procedures;

namespace StrategyBot.Phases.Enquiring;

/// <summary>Day 5: manager and social worker look at the enquiry, the safety plan and whether a conference is needed (R98).</summary>
internal sealed class ProgressCheckPart : IPart<ProgressCheckPart.Form>
{
    public const string Title = "Progress check";

    public sealed record Form(
        string Case, string? Child = null, EnquiryProgress? Progress = null, YesNo? PlanHolds = null, Conference? Conference = null,
        string? Note = null) : ICaseForm;

    public static PartId Id => new("enquiring/progress-check");

    public static Capability Needs => Capability.Decide;

    public static IReadOnlyList<string> Keys => ["child"];

    public static PartButton Button(Case @case, string child) => Id.Button(Title, new Form(@case.Ref.Value, child));

    public Refusal? Bars(FormPage page, Form asked) => EnquiryStepRule.WhyNot(page.Whole, asked.Child, Pipeline.ProgressCheck);

    public Drawn Draw(FormPage page, Form asked)
    {
        var meant = EnquiryStepRule.Meant(page.Case, asked.Child, Pipeline.ProgressCheck);
        var stands = EnquiryStepRule.Same(meant, work => work.Progress);
        return new(Title,
        [
            .. meant[0].Find(Pipeline.ProgressCheck)!.Due is { } due
                ? (IReadOnlyList<CardElement>)[new TextBlock($"By {due.SayRule(page.Words)}."), .. SourceNote.Of(due)] : [],
            .. ChildChoice.For(page.Case, asked.Child),
            Choices.Radios("progress", "How does the enquiry go?", WordTables.EnquiryProgress, stands?.Progress),
            Choices.Radios("planHolds", "Does the safety plan keep the child safe?", WordTables.YesNo, stands?.PlanHolds),
            Choices.Radios("conference", "Should an initial child protection conference be held?", WordTables.Conference,
                stands?.Conference),
            new TextInput("note", "Management case note") { IsMultiline = true, MaxLength = FormCard.LongText, Value = stands?.Note },
        ]);
    }

    public Decision Decide(FormPage page, Form typed) =>
        EnquiryStepRule.Check(page.Whole, typed.Child, typed.Progress, typed.PlanHolds, typed.Conference, typed.Note);

    public Echo Saved(FormPage page, Kept<Form> kept) => new("the progress check stands on the record")
    {
        Notes = kept.Typed.PlanHolds == YesNo.No
            ? [new TextBlock("The safety plan does not hold: change it today.") { Weight = TextWeight.Bolder, Color = TextColor.Attention }]
            : [],
    };

    public PartButton? Next(FormPage page, Kept<Form> kept) => kept.Typed.PlanHolds == YesNo.No
        ? new("Interim safety plan", PartIds.SafetyPlan, CaseForm.Of(page.Case))
        : EnquiryPage.Button(page.Case);
}
