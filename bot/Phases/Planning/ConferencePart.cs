using System.Text.Json;
using System.Text.Json.Serialization;

namespace StrategyBot.Phases.Planning;

/// <summary>Whether an initial child protection conference is held, for one child or all (R55, P9).</summary>
internal sealed class ConferencePart : IPart<ConferencePart.Form>, IOnPaper
{
    public sealed record Form(
        string Case, string? Child = null, Conference? Answer = null, string? Rationale = null, string? Because = null,
        string? Marking = null, bool? Same = null) : ICaseForm, IDecidedApart
    {
        [JsonExtensionData]
        public Dictionary<string, JsonElement>? Apart { get; init; }
    }

    private const string Question = "Should an initial child protection conference be held?";

    public static PartId Id => new("planning/conference");

    public static Capability Needs => Capability.Decide;

    public static IReadOnlyList<string> Keys => ["child"];

    public static IReadOnlyList<IReadOnlyList<string>> Together => [["answer", "rationale"]];

    public Refusal? Bars(FormPage page, Form asked) => DecisionRule.WhyNot(page.Whole, page.Me);

    public Drawn Draw(FormPage page, Form asked)
    {
        var decided = page.Case.Meeting.Plan.Conference;
        var isApart = DecisionsApart.AreAsked(page, asked.Child, DecisionsApart.Most, decided, Say, fact => fact.Rationale);
        var shown = isApart ? DecisionsApart.Start(page.Case, decided) : DecisionDrawing.Start(page.Case, asked.Child, decided);
        return DecisionDrawing.Of(page, "Initial child protection conference", shown, isApart,
            isApart ? DecisionsApart.Ask(page.Case, Question, WordTables.Conference, decided, fact => fact.Answer)
                : [Choices.Radios("answer", Question, WordTables.Conference, shown.Stands?.Answer)],
            plan => plan.Conference, Say, fact => fact.Rationale) with
        {
            Frame = "Conference",
        };
    }

    public IReadOnlyList<Form> Each(FormPage page, Form typed) =>
        DecisionsApart.Are(typed) ? [typed] : ChildChoice.Each(page.Case, typed.Child, typed, child => typed with { Child = child });

    public Decision Decide(FormPage page, Form typed) =>
        ChildChoice.Read(page.Whole, typed.Child) is var children && DecisionDrawing.Readers(page, typed.Marking, children,
            page.Whole.Meeting.Plan.Conference, typed.Rationale, typed.Because) is { } readers
            ? DecisionsApart.Are(typed)
                ? DecisionsApart.Decide(page.Whole, typed, WordTables.Conference, (some, answer) =>
                    DecisionRule.Conference(page.Whole, some, answer, typed.Rationale, typed.Because, readers))
                : DecisionRule.Conference(page.Whole, children, typed.Answer, typed.Rationale, typed.Because, readers)
            : MarkingInput.NotSaid;

    public Echo Saved(FormPage page, Kept<Form> kept) =>
        DecisionDrawing.Saved(page, kept.Typed.Child, "conference", page.Case.Meeting.Plan.Conference, Say);

    private static string Say(ConferenceDecided decided) => WordTables.Conference.InList(decided.Answer);
}
