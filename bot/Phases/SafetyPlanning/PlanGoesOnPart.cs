namespace StrategyBot.Phases.SafetyPlanning;

/// <summary>The conference has decided, and chair or manager say that the interim safety plan stays: why, and until when (R65).</summary>
internal sealed class PlanGoesOnPart : IPart<PlanGoesOnPart.Form>
{
    public const string Title = "The safety plan goes on";

    public sealed record Form(string Case, DateOnly? On = null, string? Why = null, string? Marking = null) : ICaseForm;

    public static PartId Id => new("safety-planning/goes-on");

    public static Capability Needs => Capability.Decide;

    public static PartButton Button(Case @case) => Id.Button(Title, new Form(@case.Ref.Value));

    public static SubmitAction Send(Case @case) => Id.Send(Title, new Form(@case.Ref.Value));

    public Refusal? Bars(FormPage page, Form asked) => PlanGoesOnRule.WhyNot(page.Whole);

    public Drawn Draw(FormPage page, Form asked) => new(Title,
    [
        .. PlanGoesOnRule.Says(page),
        new TextBlock("The conference has decided. Its rows stay with their owners, and its own clocks run on."),
        new DateInput("on", PlanGoesOnRule.Review(page.Whole, page.Words.LocalDate(page.Now)) is { } review
            ? $"Looked at again on. Leave it out where its own review on {page.Words.Date(review)} is enough" : "Looked at again on"),
        new TextInput("why", "Why it stays, and whom you asked") { IsMultiline = true, MaxLength = FormCard.LongText },
        MarkingInput.For(page.Case, page.Me.Agency),
    ])
    {
        Saves = [new("Save")],
        Preselected = [MarkingInput.Id],
        Beside = [PlanEndPart.Id.Send(PlanEndPart.Title, new PlanEndPart.Form(page.Case.Ref.Value))],
    };

    public Decision Decide(FormPage page, Form typed) => MarkingInput.Said(page, typed.Marking, null, typed.Why) is { } readers
        ? PlanGoesOnRule.Say(page.Whole, page.Me, typed.On, typed.Why, page.Words.LocalDate(page.Now), readers)
        : MarkingInput.NotSaid;

    public Echo Saved(FormPage page, Kept<Form> kept) => new($"the safety plan {PlanGoesOnRule.Until(
        page.Whole.Meeting.SafetyPlan.GoesOn!.Fact, page.Words)}. Then its end is asked for again");

    public PartButton? Under(FormPage page, Form asked) => PlanEndPart.Button(page.Case);
}

/// <summary>The rule of a plan that stays though the conference has decided. Pure.</summary>
internal static class PlanGoesOnRule
{
    public static Refusal? WhyNot(Case @case) => !PlanEndRule.CanEnd(@case) ? PlanEndRule.NothingToEnd
        : !PlanEndRule.IsConferenceOver(@case) ? new CannotBe("The safety plan stands until the conference has decided.")
        : null;

    /// <summary>The plan's own review, where it is still to come.</summary>
    public static DateOnly? Review(Case @case, DateOnly today) =>
        @case.Meeting.Safety.ReviewOn is { } review && review > today ? review : null;

    /// <summary>Said since the last conference decided, and not to be looked at yet; <c>null</c>: its end is asked for.</summary>
    public static Decided<SafetyPlanGoesOn>? Standing(Case @case, DateTimeOffset now) =>
        @case.Meeting is { SafetyPlan.GoesOn: { } said, Safety: var safety }
            && !EnquiryPipeline.Of(@case).Any(one => one.Work.Outcome?.Seq > said.Seq)
            && (said.Fact.LookAt is { } day ? @case.Clocks.Words.LocalDate(now) < day : !safety.Reviews.Exists(one => one.Seq > said.Seq))
            ? said : null;

    public static Decision Say(Case @case, Participant me, DateOnly? on, string? why, DateOnly today, Readers readers)
    {
        var text = (why ?? "").Trim();
        var said = new SafetyPlanGoesOn(on, text) { Meeting = @case.Meeting.Id, Audience = readers.Audience };
        return WhyNot(@case) is { } not ? not
            : new Unsaid().If(on <= today, "on", "Choose a day that is still to come.")
                .If(on is null && Review(@case, today) is null, "on",
                    "Say when it is looked at again: no review of the plan is to come.")
                .Text("why", text, "Say why it stays, and whom you asked.").Why is { } missing ? missing
            : @case.Meeting.SafetyPlan.GoesOn is { } stands && stands.Fact == said && me.Is(stands.By) ? Decision.Already
            : said;
    }

    /// <summary>As it stands in a list.</summary>
    public static string Until(SafetyPlanGoesOn said, Words words) =>
        said.LookAt is { } day ? $"goes on, looked at again {words.Date(day)}" : "goes on until its own review";

    /// <summary>Who said last that it stays, until when and why.</summary>
    public static IReadOnlyList<CardElement> Says(FormPage page) => page.Case.Meeting.SafetyPlan is { GoesOn: { } said, Ended: null }
        ? [new PlainText(Shortened.To(FormCard.LongText, $"{page.Words.When(said.At)}, {page.Case.Find(said.By)?.Name ?? "somebody"}: it "
            + Until(said.Fact, page.Words) + (said.Fact.Why.Length > 0 ? $". {said.Fact.Why}" : "")))]
        : [];
}
