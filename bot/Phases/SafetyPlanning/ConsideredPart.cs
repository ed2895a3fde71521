namespace StrategyBot.Phases.SafetyPlanning;

/// <summary>The first question of the plan (R68), what it is for (R69), and the wider family's part in it (R70).</summary>
internal sealed class ConsideredPart : IPart<ConsideredPart.Form>
{
    public const string Title = "Is a safety plan right here?";

    public sealed record Form(
        string Case, PlanFit? Fit = null, string? Purpose = null, string? Because = null, YesNo? Family = null, string? FamilyRole = null,
        string? Marking = null) : ICaseForm;

    public static PartId Id => new(PartIds.SafetyPlanConsidered);

    public static Capability Needs => Capability.FillForm;

    public static PartButton Button(Case @case) => Id.Button(Title, new Form(@case.Ref.Value));

    public Drawn Draw(FormPage page, Form asked)
    {
        var (stands, whole) = (page.Case.Meeting.SafetyPlan.Considered?.Fact, page.Whole.Meeting.SafetyPlan.Considered?.Fact);
        return new(Title,
        [
            .. Advice(page),
            Choices.Radios("fit", "Is a safety plan right here?", WordTables.PlanFit, stands?.Fit),
            new TextInput("purpose", "What is the worry, and what has to be done?")
            {
                IsMultiline = true,
                MaxLength = ConsideredRule.MostOfPurpose,
                Value = stands?.Purpose,
            },
            new TextInput("because", "If no plan: why, and what instead. If you ask a manager: what you ask")
            {
                IsMultiline = true,
                MaxLength = FormCard.LongText,
                Value = stands?.Because,
            },
            Choices.Radios("family", "Do wider family and friends take part?", WordTables.YesNo, stands?.Family),
            new TextInput("familyRole", "What they do. If they can't, why not")
            {
                IsMultiline = true,
                MaxLength = FormCard.LongText,
                Value = stands?.FamilyRole,
            },
            .. MarkingInput.Beside(page, stands, whole, stands?.Audience),
        ])
        {
            Preselected = stands is null ? [MarkingInput.Id] : [],
        };
    }

    public Decision Decide(FormPage page, Form typed) =>
        MarkingInput.Said(page, typed.Marking, page.Whole.Meeting.SafetyPlan.Considered?.Fact.Audience, typed.Purpose, typed.Because,
            typed.FamilyRole) is { } readers
            ? ConsideredRule.Say(page.Whole, typed.Fit, typed.Purpose, typed.Because, typed.Family, typed.FamilyRole, readers)
            : MarkingInput.NotSaid;

    public Echo Saved(FormPage page, Kept<Form> kept) =>
        new(page.Case.Meeting.SafetyPlan.Considered!.Fact.Fit switch
        {
            PlanFit.LegalAction => "legal action is taken instead. Say where each child is, and add a row for the time until the order",
            PlanFit.AdviceFirst => "a manager is asked now",
            PlanFit.Otherwise => "something else is done instead. Say on the safety plan why no row is needed",
            _ => WordTables.PlanFit.InList(PlanFit.SafetyPlan),
        });

    /// <summary>What a manager advised, above the question.</summary>
    private static IEnumerable<CardElement> Advice(FormPage page)
    {
        if (page.Case.Meeting.SafetyPlan.Advice is { Fact.What.Length: > 0 } given)
        {
            yield return new PlainText($"{page.Case.Find(given.By)?.Name ?? "A manager"} advises: "
                + Shortened.To(FormCard.LongText, given.Fact.What));
        }
    }
}

/// <summary>A manager says whether a safety plan is right here, where they were asked first (R68).</summary>
internal sealed class PlanAdvicePart : IPart<PlanAdvicePart.Form>
{
    public const string Title = "Advice on the safety plan";

    public sealed record Form(string Case, string? What = null, string? Marking = null) : ICaseForm;

    public static PartId Id => new(PartIds.PlanAdvice);

    public static Capability Needs => Capability.Decide;

    public static PartButton Button(Case @case) => Id.Button(Title, new Form(@case.Ref.Value));

    public Refusal? Bars(FormPage page, Form asked) =>
        page.Case.Meeting.SafetyPlan.Considered is null ? new CannotBe("Nobody has asked for advice yet.") : null;

    public Drawn Draw(FormPage page, Form asked)
    {
        var (stands, whole) = (page.Case.Meeting.SafetyPlan.Advice?.Fact, page.Whole.Meeting.SafetyPlan.Advice?.Fact);
        return new(Title,
        [
            .. page.Case.Meeting.SafetyPlan.Considered is { Fact.Because.Length: > 0 } asks
                ? (IReadOnlyList<CardElement>)[new PlainText(Shortened.To(FormCard.LongText, asks.Fact.Because))] : [],
            new TextInput("what", "Is a safety plan right here? What do you advise?")
            {
                IsMultiline = true,
                MaxLength = FormCard.LongText,
                Value = stands?.What,
            },
            .. MarkingInput.Beside(page, stands, whole, stands?.Audience),
        ])
        {
            Preselected = stands is null ? [MarkingInput.Id] : [],
        };
    }

    public Decision Decide(FormPage page, Form typed) =>
        MarkingInput.Said(page, typed.Marking, page.Whole.Meeting.SafetyPlan.Advice?.Fact.Audience, typed.What) is { } readers
            ? ConsideredRule.Advise(page.Whole, typed.What, readers)
            : MarkingInput.NotSaid;

    public Echo Saved(FormPage page, Kept<Form> kept) => new("the social worker is asked to say now whether a safety plan is right");
}
