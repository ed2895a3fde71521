using StrategyBot.Rules.Procedures;

namespace StrategyBot.Phases.Convening;

/// <summary>The first question (P2), answered again on a case that is open.</summary>
internal sealed class UrgencyPart : IPart<UrgencyPart.Form>
{
    public const string Title = "Convene: the first question";

    public const string AsksForWhom = "Who may read your reason";

    public sealed record Form(
        string Case, YesNo? Answer = null, IReadOnlyList<string>? Which = null, string? Reason = null, string? Marking = null) : ICaseForm;

    public static PartId Id => new("convening/urgent");

    public static Capability Needs => Capability.Arrange;

    public static IReadOnlyList<IReadOnlyList<string>> Together => [["which", "answer", "reason"]];

    public Drawn Draw(FormPage page, Form asked) =>
        ConveningDrawing.Of(page, Step.Urgent,
        [
            .. Ask(page.Case.Profile, page.Case.Urgent),
            .. MarkingInput.Beside(page, page.Case.Urgent, page.Whole.Urgent, page.Case.Limit.UrgentFor, AsksForWhom),
        ]) with
        {
            Title = Title,
            Preselected = page.Whole.Urgent.Reason.Length == 0 ? [MarkingInput.Id] : [],
        };

    public Decision Decide(FormPage page, Form typed) =>
        MarkingInput.Said(page, typed.Marking, page.Whole.Limit.UrgentFor, typed.Reason) is { } readers
            ? UrgencyRule.Answer(page.Whole, new(typed.Answer, [.. typed.Which ?? []], typed.Reason ?? ""), readers)
            : MarkingInput.NotSaid;

    public Echo Saved(FormPage page, Kept<Form> kept) => new("the first question");

    public PartButton? Next(FormPage page, Kept<Form> kept) => Step.Urgent.Next(page.Case);

    public static IReadOnlyList<CardElement> Ask(ProcedureProfile profile, UrgentQuestion? stands) =>
    [
        new ChoiceSetInput("which", "Is any of these so?", [.. profile.Questions.Urgent.Select(part => new Choice(part.Text, part.Id))])
        {
            IsMultiSelect = true,
            Style = ChoiceSetStyle.Expanded,
            Value = stands is null ? null : string.Join(',', stands.Which),
        },
        new ChoiceSetInput("answer", "Your answer",
        [
            new("Yes: the meeting is the same day", WordTables.ValueOf(YesNo.Yes)),
            new("No, none of them", WordTables.ValueOf(YesNo.No)),
        ])
        {
            Style = ChoiceSetStyle.Expanded,
            Value = Choices.Value(stands?.Answer),
        },
        new TextInput("reason", "If No: your reason") { IsMultiline = true, MaxLength = FormCard.LongText, Value = stands?.Reason },
        new TextBlock("Without an answer the meeting is the same day. Only a No with a reason takes the longer limit.") { IsSubtle = true },
    ];
}
