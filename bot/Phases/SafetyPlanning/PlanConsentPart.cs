namespace StrategyBot.Phases.SafetyPlanning;

/// <summary>Somebody of the family agreed to the plan: with time and advice, of their own will, and how (R72, R76, R78).</summary>
internal sealed class PlanConsentPart : IPart<PlanConsentPart.Form>
{
    public const string Title = "How they agreed";

    /// <param name="Of">The number of what they said.</param>
    public sealed record Form(
        string Case, int Of = 0, YesNo? Time = null, YesNo? Advice = null, YesNo? Free = null, AgreedHow? How = null) : ICaseForm;

    public static PartId Id => new(PartIds.PlanConsent);

    public static Capability Needs => Capability.FillForm;

    public static IReadOnlyList<string> Keys => ["of"];

    public static PartButton Button(Case @case, PlanTalk talk) => Id.Button(Title, new Form(@case.Ref.Value, talk.Said.Seq));

    public Refusal? Bars(FormPage page, Form asked) => Find(page.Case, asked) is { HasAgreed: true } ? null : new NotYourPart();

    public Drawn Draw(FormPage page, Form asked)
    {
        var talk = Find(page.Case, asked)!;
        var stands = talk.Consent?.Fact;
        return new(Title,
        [
            .. HoldLines.On(page.Case),
            new PlainText($"{Shortened.Name(talk.Named(page.Case))}: {talk.Says}.") { Weight = TextWeight.Bolder },
            Choices.Radios("time", "Were they offered time to think?", WordTables.YesNo, stands?.Time),
            Choices.Radios("advice", "Were they offered advice of their own?", WordTables.YesNo, stands?.Advice),
            Choices.Radios("free", "Did they agree of their own will, with nobody pressing them?", WordTables.YesNo, stands?.Free),
            Choices.Radios("how", "How did they agree?", WordTables.AgreedHow, stands?.How),
        ]);
    }

    public Decision Decide(FormPage page, Form typed) =>
        PlanTalkRule.Agreed(page.Whole, page.Me, typed.Of, typed.Time, typed.Advice, typed.Free, typed.How);

    public Echo Saved(FormPage page, Kept<Form> kept) => new(kept.Typed.Free == YesNo.No
        ? "what was pressed for is no agreement. A manager is asked now whether the children are safe without it"
        : "how they agreed");

    private static PlanTalk? Find(Case @case, Form asked) => PlanTalk.All(@case).FirstOrDefault(talk => talk.Said.Seq == asked.Of);
}
