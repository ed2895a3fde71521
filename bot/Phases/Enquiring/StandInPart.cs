namespace StrategyBot.Phases.Enquiring;

/// <summary>The social worker can't come to the conference: the manager names who comes in their place (R105).</summary>
internal sealed class StandInPart : IPart<StandInPart.Form>
{
    public const string Title = "Who comes in the social worker's place";

    public sealed record Form(string Case, string? Child = null, string? Who = null, string? Because = null) : ICaseForm;

    public static PartId Id => new(PartIds.StandIn);

    public static Capability Needs => Capability.FillForm;

    public static IReadOnlyList<string> Keys => ["child"];

    public static PartButton Button(Case @case, string child = ChildChoice.All) => Id.Button(Title, new Form(@case.Ref.Value, child));

    public Refusal? Bars(FormPage page, Form asked) => page.Me.Agency != Agency.SocialCare ? new NotYourPart()
        : EnquiryStepRule.WhyNot(page.Whole, asked.Child);

    public Drawn Draw(FormPage page, Form asked)
    {
        var stands = EnquiryStepRule.Meant(page.Case, asked.Child).Select(one => one.Work.StandIn?.Fact).Distinct().ToList()
            is [var same] ? same : null;
        return new(Title,
        [
            .. ChildChoice.For(page.Case, asked.Child),
            new TextInput("because", "Why the social worker can't come") { MaxLength = FormCard.Line, Value = stands?.Because },
            new TextInput("who", "Who comes instead, and their role. Leave it out for the manager to say")
            {
                MaxLength = FormCard.Line,
                Value = stands?.Who,
            },
        ]);
    }

    public Decision Decide(FormPage page, Form typed) =>
        ConferenceFamilyRule.StandIn(page.Whole, page.Me, typed.Child, typed.Who, typed.Because);

    public Echo Saved(FormPage page, Kept<Form> kept) => new(string.IsNullOrWhiteSpace(kept.Typed.Who)
        ? "the manager is asked to name somebody" : "who comes in the social worker's place");

    public PartButton? Next(FormPage page, Kept<Form> kept) => EnquiryPage.Next(page.Case);
}
