namespace StrategyBot.Phases.Keeping;

/// <summary>A record needn't be kept for a court or an inquiry any more.</summary>
internal sealed class ReleaseRecordPart : IPart<ReleaseRecordPart.Form>
{
    private const string Title = "It needn't be kept for that any more";

    public sealed record Form(string Case, int? Hold = null, string? Why = null) : ICaseForm;

    public static PartId Id => new("keeping/release");

    public static Capability Needs => Capability.KeepRecord;

    public static IReadOnlyList<string> Keys => ["hold"];

    public static PartButton Button(Case @case, CaseHold hold) => Id.Button(Title, new Form(@case.Ref.Value, hold.Said.Seq));

    public Refusal? Bars(FormPage page, Form asked) =>
        HoldRule.Standing(page.Whole).Any(hold => hold.Said.Seq == asked.Hold) ? null : new CannotBe("It isn't kept for that.");

    public Drawn Draw(FormPage page, Form asked) => new(Title,
    [
        new PlainText(HoldRule.SayWhole(page.Whole, HoldRule.Standing(page.Whole).First(hold => hold.Said.Seq == asked.Hold), page.Words)),
        new TextInput("why", "Who said so, and when") { IsMultiline = true, MaxLength = FormCard.LongText },
    ]);

    public Decision Decide(FormPage page, Form typed) => HoldRule.Release(page.Whole, typed.Hold, typed.Why);

    public Echo Saved(FormPage page, Kept<Form> kept) => new("the record needn't be kept for that any more");
}
