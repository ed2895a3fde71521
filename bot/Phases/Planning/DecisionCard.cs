using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Forms;
using StrategyBot.Protocols.Cards;
using StrategyBot.Rules.Wording;

namespace StrategyBot.Phases.Planning;

/// <summary>The forms of the three decisions; each shows what stands for each child.</summary>
internal static class DecisionCard
{
    private const int ShownRationale = 120;

    public static AdaptiveCard For(CaseView view, SaveCause.Form typed, Words words, string? notSaved = null) => Of(
        view, "Reasonable cause", typed.Child, typed.Rationale, notSaved,
        [Expanded("answer", view.Case.Profile.Questions.AskReasonableCause(view.Case.Children is [var only] ? ChildChoice.Named(only) : "the child"), PlanWords.Causes, PlanWords.Value(PlanWords.Causes, typed.Answer))],
        Stands(view, view.Case.Meeting.Plan.ReasonableCause, PlanWords.Say, fact => fact.Rationale, words),
        SaveCause.Button(view.Case));

    public static AdaptiveCard For(CaseView view, SaveEnquiry.Form typed, Words words, string? notSaved = null) => Of(
        view, "Section 47 enquiry", typed.Child, typed.Rationale, notSaved,
        [
            Expanded("answer", "Start, continue or do not start a section 47 enquiry?", PlanWords.Enquiries, PlanWords.Value(PlanWords.Enquiries, typed.Answer)),
            new ChoiceSetInput("conduct", "If there is one: who carries it out?", PlanWords.Conducts) { Value = PlanWords.Value(PlanWords.Conducts, typed.Conduct) },
            new ChoiceSetInput("followOn", "If there is none: what follows?", PlanWords.FollowOns) { Value = PlanWords.Value(PlanWords.FollowOns, typed.FollowOn) },
        ],
        Stands(view, view.Case.Meeting.Plan.Section47, PlanWords.Say, fact => fact.Rationale, words),
        SaveEnquiry.Button(view.Case));

    public static AdaptiveCard For(CaseView view, SaveConference.Form typed, Words words, string? notSaved = null) => Of(
        view, "Initial child protection conference", typed.Child, typed.Rationale, notSaved,
        [Expanded("answer", "Should an initial child protection conference be held?", PlanWords.Conferences, PlanWords.Value(PlanWords.Conferences, typed.Answer))],
        Stands(view, view.Case.Meeting.Plan.Conference, PlanWords.Say, fact => fact.Rationale, words),
        SaveConference.Button(view.Case));

    /// <summary>Which child a form opens upon: all where nothing differs, else the first that is not decided.</summary>
    public static (string? Child, TFact? Stands) Start<TFact>(Case @case, IReadOnlyDictionary<ChildId, Decided<TFact>> decided)
        where TFact : PlanningFact
    {
        var open = @case.Children.Where(child => !decided.ContainsKey(child.Id)).ToList();
        if (open.Count > 0)
        {
            return open.Count == @case.Children.Count ? (null, null) : (open[0].Id.Value, null);
        }

        var first = @case.Children.Count == 0 ? null : decided[@case.Children[0].Id].Fact;
        var same = @case.Children.All(child => decided[child.Id].Fact with { Child = null } == first! with { Child = null });
        return (same ? null : @case.Children[0].Id.Value, first);
    }

    private static AdaptiveCard Of(
        CaseView view, string title, string? child, string? rationale, string? notSaved, IReadOnlyList<CardElement> asked, IEnumerable<CardElement> stands, SubmitAction save) => FormCard.Of(
        title,
        notSaved,
        [
            .. ChildChoice.For(view.Case, child),
            .. asked,
            new TextInput("rationale", "Why") { IsMultiline = true, MaxLength = FormCard.LongText, Value = rationale?.Length > FormCard.LongText ? null : rationale },
            .. stands,
            FormCard.NotSavedYet,
        ],
        [save]);

    private static ChoiceSetInput Expanded(string id, string label, IReadOnlyList<Choice> choices, string? value) => new(id, label, choices) { Style = ChoiceSetStyle.Expanded, Value = value };

    private static IEnumerable<CardElement> Stands<TFact>(CaseView view, IReadOnlyDictionary<ChildId, Decided<TFact>> decided, Func<TFact, string> say, Func<TFact, string> why, Words words) =>
        view.Case.Children.Where(child => decided.ContainsKey(child.Id)).Select(child =>
        {
            var one = decided[child.Id];
            var rationale = why(one.Fact);
            return (CardElement)new TextBlock(CardText.Plain(
                $"{Shortened.To(ShownRationale, ChildChoice.Named(child))}: {say(one.Fact)}{(rationale.Length == 0 ? "" : $" – {Shortened.To(ShownRationale, rationale)}")} ({Shortened.To(ShownRationale, view.Case.Find(one.By)?.Name ?? "")}, {words.Time(one.At)})"))
            {
                IsSubtle = true,
                Size = TextSize.Small,
            };
        });
}
