namespace StrategyBot.Phases.Convening;

/// <summary>When the immediate action was taken (R21): asked once one is chosen.</summary>
internal sealed class ImmediateActionPart : IPart<ImmediateActionPart.Form>
{
    public sealed record Form(string Case, DateOnly? ActionOn = null, TimeOnly? ActionTime = null) : ICaseForm;

    public static PartId Id => new("convening/action");

    public static Capability Needs => Capability.Arrange;

    public static IReadOnlyList<IReadOnlyList<string>> Together => [["actionOn", "actionTime"]];

    public Refusal? Bars(FormPage page, Form asked) => CircumstancesRule.HasAction(page.Case.Circumstances) ? null
        : new CannotBe("No immediate action is chosen.");

    public Drawn Draw(FormPage page, Form asked)
    {
        var (given, words) = (page.Case.Circumstances!, page.Words);
        var stands = given.ImmediateActionAt;
        var name = string.Join(", ", Features.Actions.Where(one => given.Has(one.Id)).Select(one => one.Text));
        return ConveningDrawing.Of(page, Step.Features,
        [
            new TextBlock(CardText.Plain($"{name}: when was it? An order that is still sought has no day yet.")),
            new DateInput("actionOn", "Day") { Value = stands is { } day ? words.LocalDate(day) : words.LocalDate(page.Now) },
            new TimeInput("actionTime", "Time, if it is known")
            {
                Value = stands is { } time && given.ActionToConfirm != true ? words.LocalTime(time) : null,
            },
        ]) with
        {
            Title = "When the immediate action was taken",
            Preselected = stands is null ? ["actionOn"] : [],
            Beside = [Step.Features.Part(page.Case).Send("Back", CaseForm.Of(page.Case))],
            Leaving = [Step.Features.Next(page.Case) is { } next
                ? Actions.Send("Not taken yet", next.Verb, next.Form) with { AssociatedInputs = AssociatedInputs.None }
                : Step.Features.Part(page.Case).Send("Not taken yet", CaseForm.Of(page.Case))],
        };
    }

    public Decision Decide(FormPage page, Form typed) => CircumstancesRule.Action(page.Whole, typed, page.Now, page.Words);

    public Echo Saved(FormPage page, Kept<Form> kept) => new("when the immediate action was taken");

    public PartButton? Next(FormPage page, Kept<Form> kept) => Step.Features.Next(page.Case);
}
