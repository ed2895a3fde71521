using System.Text.Json;
using System.Text.Json.Serialization;

namespace StrategyBot.Phases.Planning;

/// <summary>Whether there is reasonable cause to suspect significant harm, for one child or all (P3, P9).</summary>
internal sealed class ReasonableCausePart : IPart<ReasonableCausePart.Form>, IOnPaper
{
    public sealed record Form(
        string Case, string? Child = null, ReasonableCause? Answer = null, string? Rationale = null, string? Because = null,
        string? Marking = null, bool? Same = null) : ICaseForm, IDecidedApart
    {
        [JsonExtensionData]
        public Dictionary<string, JsonElement>? Apart { get; init; }
    }

    public static PartId Id => new("planning/reasonable-cause");

    public static Capability Needs => Capability.Decide;

    public static IReadOnlyList<string> Keys => ["child"];

    public static IReadOnlyList<IReadOnlyList<string>> Together => [["answer", "rationale"]];

    public Refusal? Bars(FormPage page, Form asked) => DecisionRule.WhyNot(page.Whole, page.Me);

    public Drawn Draw(FormPage page, Form asked)
    {
        var decided = page.Case.Meeting.Plan.ReasonableCause;
        var isApart = DecisionsApart.AreAsked(page, asked.Child, DecisionsApart.Most, decided, Say, fact => fact.Rationale);
        var shown = isApart ? DecisionsApart.Start(page.Case, decided) : DecisionDrawing.Start(page.Case, asked.Child, decided);
        var question = page.Case.Profile.Questions.AskReasonableCause(
            page.Case.Children is [var only] ? ChildChoice.Named(only) : "the child");
        return DecisionDrawing.Of(page, "Reasonable cause", shown, isApart,
            isApart ? DecisionsApart.Ask(page.Case, question, WordTables.ReasonableCause, decided, fact => fact.Answer)
                : [Choices.Radios("answer", question, WordTables.ReasonableCause, shown.Stands?.Answer)],
            plan => plan.ReasonableCause, Say, fact => fact.Rationale, DecisionDrawing.Views(page, page.Case.Children));
    }

    public IReadOnlyList<Form> Each(FormPage page, Form typed) =>
        DecisionsApart.Are(typed) ? [typed] : ChildChoice.Each(page.Case, typed.Child, typed, child => typed with { Child = child });

    public Decision Decide(FormPage page, Form typed) =>
        ChildChoice.Read(page.Whole, typed.Child) is var children && DecisionDrawing.Readers(page, typed.Marking, children,
            page.Whole.Meeting.Plan.ReasonableCause, typed.Rationale, typed.Because) is { } readers
            ? DecisionsApart.Are(typed)
                ? DecisionsApart.Decide(page.Whole, typed, WordTables.ReasonableCause, (some, answer) =>
                    DecisionRule.ReasonableCause(page.Whole, some, answer, typed.Rationale, typed.Because, readers))
                : DecisionRule.ReasonableCause(page.Whole, children, typed.Answer, typed.Rationale, typed.Because, readers)
            : MarkingInput.NotSaid;

    public Echo Saved(FormPage page, Kept<Form> kept) =>
        DecisionDrawing.Saved(page, kept.Typed.Child, "reasonable cause", page.Case.Meeting.Plan.ReasonableCause, Say);

    private static string Say(ReasonableCauseDecided decided) => WordTables.ReasonableCause.InList(decided.Answer);
}
