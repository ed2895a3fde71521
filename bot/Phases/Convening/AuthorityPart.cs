namespace StrategyBot.Phases.Convening;

/// <summary>Whose area it is, where it isn't ours.</summary>
internal sealed class AuthorityPart : IPart<AuthorityPart.Form>
{
    public sealed record Form(string Case, string? Authority = null) : ICaseForm;

    public static PartId Id => new("convening/authority");

    public static Capability Needs => Capability.Arrange;

    public Refusal? Bars(FormPage page, Form asked) => page.Case.Circumstances?.Has(Features.AnotherAuthority) == true ? null
        : new CannotBe("It is our own area.");

    public Drawn Draw(FormPage page, Form asked) => ConveningDrawing.Of(page, Step.Setting,
    [
        ConveningDrawing.Line("authority", "Which authority", page.Case.Circumstances!.Authority),
    ]) with
    {
        Title = "Another authority's area",
        Beside = [Step.Setting.Part(page.Case).Send("Back", CaseForm.Of(page.Case))],
    };

    public Decision Decide(FormPage page, Form typed) => CircumstancesRule.Authority(page.Whole, typed.Authority);

    public Echo Saved(FormPage page, Kept<Form> kept) => new("whose area it is");

    public PartButton? Next(FormPage page, Kept<Form> kept) => Step.Setting.Next(page.Case);
}
