namespace StrategyBot.Phases.Convening;

/// <summary>A child moves in who has a plan in another area: who told us and when, as the conference's days count from there, and whether
/// the other authority keeps responsibility (R4).</summary>
internal sealed class TransferInPart : IPart<TransferInPart.Form>
{
    public const string Title = "A plan in another area";

    public sealed record Form(
        string Case, string? Authority = null, DateOnly? Notified = null, YesNo? Keeps = null, string? By = null, DateOnly? On = null,
        TimeOnly? Time = null) : ICaseForm;

    public static PartId Id => new("convening/transfer-in");

    public static Capability Needs => Capability.Arrange;

    public static IReadOnlyList<IReadOnlyList<string>> Together => [["on", "time"]];

    public static PartButton Button(Case @case) => Id.Button(Title, new Form(@case.Ref.Value));

    public Refusal? Bars(FormPage page, Form asked) => TransferInRule.WhyNot(page.Whole);

    public Drawn Draw(FormPage page, Form asked)
    {
        var (given, words) = (page.Case.TransferIn?.Fact, page.Words);
        return ConveningDrawing.Of(page, Step.Why,
        [
            ConveningDrawing.Line("authority", "Which authority made the plan", given?.Authority),
            new DateInput("notified", "On which day did they tell us? The conference's days count from it") { Value = given?.NotifiedOn },
            Choices.Radios("keeps", "Do they keep responsibility for the child?", WordTables.YesNo, given?.Keeps),
            ConveningDrawing.Line("by", "If yes: who there confirmed it", given?.ConfirmedBy),
            new DateInput("on", "If yes: confirmed on which day") { Value = given?.ConfirmedAt is { } at ? words.LocalDate(at) : null },
            new TimeInput("time", "Confirmed at what time") { Value = given?.ConfirmedAt is { } then ? words.LocalTime(then) : null },
        ]) with
        {
            Title = Title,
            Beside = [Step.Why.Part(page.Case).Send("Back", CaseForm.Of(page.Case))],
            // Not known yet holds nothing up (P30); it stays in the list.
            Leaving = Step.Why.Next(page.Case) is { } next ? [(next with { Title = "Go on without it" }).Send()] : [],
        };
    }

    public Decision Decide(FormPage page, Form typed) => TransferInRule.Say(page.Whole, typed, page.Now, page.Words);

    public Echo Saved(FormPage page, Kept<Form> kept) => new(kept.Typed.Keeps == YesNo.Yes
        ? "they keep responsibility. No meeting need be called here; close the case, or hold one all the same"
        : "the plan in another area");

    public PartButton? Next(FormPage page, Kept<Form> kept) =>
        kept.Typed.Keeps == YesNo.Yes && !page.Case.Meeting.IsConvened ? ClosingPage.Button(page.Case) : Step.Why.Next(page.Case);
}
