namespace StrategyBot.Phases.SafetyPlanning;

/// <summary>Which services and support the children and the family have until the conference (R43).</summary>
internal sealed class PlanSupportPart : IPart<PlanSupportPart.Form>
{
    public const string Title = "Services and support until then";

    public sealed record Form(string Case, YesNo? Needed = null, string? What = null, string? Marking = null) : ICaseForm;

    public static PartId Id => new(PartIds.PlanSupport);

    public static Capability Needs => Capability.FillForm;

    public static PartButton Button(Case @case) => Id.Button(Title, new Form(@case.Ref.Value));

    public Drawn Draw(FormPage page, Form asked)
    {
        var (stands, whole) = (page.Case.Meeting.SafetyPlan.Support?.Fact, page.Whole.Meeting.SafetyPlan.Support?.Fact);
        return new(Title,
        [
            new TextBlock("What helps at once, besides the rows of the plan: a nursery place, a family support worker, a refuge."),
            Choices.Radios("needed", "Do the children or the family need services now?", WordTables.YesNo, stands?.Needed),
            new TextInput("what", "Which, from whom, from when. If none, why not")
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
        MarkingInput.Said(page, typed.Marking, page.Whole.Meeting.SafetyPlan.Support?.Fact.Audience, typed.What) is { } readers
            ? ConsideredRule.Support(page.Whole, typed.Needed, typed.What, readers)
            : MarkingInput.NotSaid;

    public Echo Saved(FormPage page, Kept<Form> kept) => new(kept.Typed.Needed == YesNo.Yes
        ? "which services there are. What somebody has to do for it is a row of the plan, or an action"
        : "no services are needed now, and why");
}
