namespace StrategyBot.Phases.Convening;

/// <summary>Why somebody else chairs than the procedure asks for, where that came up once the meeting was called (R6).</summary>
internal sealed class ChairReasonPart : IPart<ChairReasonPart.Form>
{
    public sealed record Form(string Case, string? Reason = null, string? Marking = null) : ICaseForm;

    public static PartId Id => new("convening/chair");

    public static Capability Needs => Capability.Arrange;

    public static PartButton Button(Case @case) => Id.Button("Who chairs", new Form(@case.Ref.Value));

    public Refusal? Bars(FormPage page, Form asked) => ChairRule.Title(page.Whole, page.Now) is null ? ChairRule.MayChair : null;

    public Drawn Draw(FormPage page, Form asked)
    {
        var stands = page.Case.Meeting.Room.ChairSaid?.Fact;
        return new("Who chairs",
        [
            new TextBlock(CardText.Plain(ChairRule.Say(page.Whole, ChairRule.Title(page.Whole, page.Now)!))),
            TimeDrawing.Reason("reason", "Or: why you do") with { Value = stands?.Reason },
            .. MarkingInput.Beside(page, stands, page.Whole.Meeting.Room.ChairSaid?.Fact, stands?.Audience),
        ])
        {
            Preselected = stands is null ? [MarkingInput.Id] : [],
        };
    }

    public Decision Decide(FormPage page, Form typed) =>
        MarkingInput.Said(page, typed.Marking, page.Whole.Meeting.Room.ChairSaid?.Fact.Audience, typed.Reason) is { } readers
            ? ChairRule.Explain(page.Whole, typed.Reason, readers, page.Now)
            : MarkingInput.NotSaid;

    public Echo Saved(FormPage page, Kept<Form> kept) => new("why this chair");
}
