using StrategyBot.Rules.Procedures;

namespace StrategyBot.Phases.Enquiring;

/// <summary>A step was done: one press, or the day and a line with it.</summary>
internal sealed class StepDonePart : IPart<StepDonePart.Form>
{
    public sealed record Form(string Case, string? Child = null, string? Step = null, DateOnly? On = null, string? How = null) : ICaseForm;

    public static PartId Id => new("enquiring/step");

    public static Capability Needs => Capability.KeepEnquiry;

    public static IReadOnlyList<string> Keys => ["child", "step"];

    public static PartButton Button(Case @case, string child, PipelineStep step) =>
        Id.Button(step.Title, new Form(@case.Ref.Value, child, step.Id));

    public Refusal? Bars(FormPage page, Form asked) => asked.Step is null ? new CannotBe("No step is meant by that.")
        : EnquiryStepRule.WhyNot(page.Whole, asked.Child, asked.Step)
        ?? (Step(page, asked) is { } step && !StepHolders.MayDo(page.Whole, page.Me, step)
            ? new AnothersStep(step, StepHolders.Say(page.Whole, step)) : null);

    public Drawn Draw(FormPage page, Form asked)
    {
        var meant = EnquiryStepRule.Meant(page.Whole, asked.Child, asked.Step);
        var (step, states) = (Step(page, asked)!, meant.Select(one => one.Find(asked.Step!)!).ToList());
        var stands = EnquiryStepRule.Meant(page.Case, asked.Child, asked.Step)
            .Select(one => Stands(page, one.Find(asked.Step!)!)).Distinct().ToList() is [var same] ? same : null;
        return new(step.Title,
        [
            .. states[0].Due is { } due
                ? (IReadOnlyList<CardElement>)[new TextBlock($"By {due.SayRule(page.Words)}."), .. SourceNote.Of(due)] : [],
            .. Beside(page, asked.Step!, meant),
            .. ChildChoice.For(page.Case, asked.Child),
            new DateInput("on", "On which day? Leave it out for today") { Value = stands?.On },
            new TextInput("how", asked.Step == Pipeline.Invitations ? "How they went, also by hand or post; to whom"
                : "In a line how, or where it is found")
            {
                MaxLength = FormCard.Line,
                Value = stands?.How,
            },
        ])
        {
            Saves = [new("It was done")],
        };
    }

    public Decision Decide(FormPage page, Form typed) =>
        EnquiryStepRule.Done(page.Whole, page.Me, typed.Child, typed.Step, typed.On, typed.How, page.Now, page.Words);

    public Echo Saved(FormPage page, Kept<Form> kept) => new($"{Lowered(Step(page, kept.Typed)!.Title)}: done");

    public PartButton? Next(FormPage page, Kept<Form> kept) => EnquiryPage.Button(page.Case);

    internal static string Lowered(string title) => char.ToLowerInvariant(title[0]) + title[1..];

    private static PipelineStep? Step(FormPage page, Form asked) =>
        Pipeline.Of(page.Whole.Profile).FirstOrDefault(step => step.Id == asked.Step);

    private static (DateOnly On, string How)? Stands(FormPage page, StepState state) => state.Said is { Fact: EnquiryStepDone done } said
        ? (page.Words.LocalDate(done.HappenedAt ?? said.At), done.How)
        : null;

    /// <summary>What has to be known for the step.</summary>
    private static IEnumerable<CardElement> Beside(FormPage page, string step, IReadOnlyList<ChildEnquiry> meant) => step switch
    {
        // R103: the case's own list.
        Pipeline.Invitations when ConferenceCalendar.Says(page.Whole).ToList() is { Count: > 0 } says =>
            says.Select(line => new TextBlock(line)),
        Pipeline.Screening or Pipeline.Invitations => [new PlainText(Shortened.To(FormCard.LongText,
            $"On the case: {string.Join("; ", page.Whole.Invited.Select(person => person.Described))}."))],
        // R102: with the safety plan's own gate (R66).
        Pipeline.Authorised => Gate(page, meant),
        _ => [],
    };

    private static IEnumerable<CardElement> Gate(FormPage page, IReadOnlyList<ChildEnquiry> meant)
    {
        foreach (var line in meant.SelectMany(one => EnquiryLines.Stands(one, page.Words)).Distinct())
        {
            yield return new TextBlock(line);
        }

        if (RowRules.HasSafetyPlan(page.Whole) && page.Whole.Meeting.Plan.Authorised is null)
        {
            yield return new TextBlock("The safety plan is not authorised yet. Look at it before you authorise the enquiry.")
            {
                Weight = TextWeight.Bolder,
            };
            yield return new ActionSet(new PartButton("Interim safety plan", PartIds.SafetyPlan, CaseForm.Of(page.Case)).Send());
        }
    }
}

/// <summary>Takes back what was said last of a step.</summary>
internal sealed class UndoStep : IAct<UndoStep.Form>
{
    /// <param name="At">When it was said, so that what was said later is never undone by an old button.</param>
    public sealed record Form(string Case, string? Child = null, string? Step = null, DateTimeOffset? At = null) : ICaseForm;

    public static string Verb => "enquiring/undo";

    public static Capability Needs => Capability.KeepEnquiry;

    public static SubmitAction Button(Case @case, string child, string step, DateTimeOffset at) =>
        Actions.Send("Undo", Verb, new Form(@case.Ref.Value, child, step, at)) with { AssociatedInputs = AssociatedInputs.None };

    public Decision Decide(FormPage page, Form pressed) =>
        EnquiryStepRule.Undo(page.Whole, page.Me, pressed.Child, pressed.Step, pressed.At ?? default);

    public Echo Saved(FormPage page, Kept<Form> kept) => new("it is taken back") { Done = "Taken back" };

    public PartButton? Next(FormPage page, Kept<Form> kept) => EnquiryPage.Button(page.Case);
}
