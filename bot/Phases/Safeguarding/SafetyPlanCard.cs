using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Forms;
using StrategyBot.Protocols.Cards;
using StrategyBot.Rules.Wording;

namespace StrategyBot.Phases.Safeguarding;

internal static class SafetyPlanCard
{
    public static AdaptiveCard For(CaseView view, Words words)
    {
        var rows = RowRules.Of(view.Case, ActionKind.SafetyPlan).Any();
        var none = view.Case.Meeting.Safety.NoneNeeded;
        return RowCard.List(
            view, OpenSafetyPlan.Kind,
            rows || none is null ? [] : [new TextBlock("None is needed, because:") { Weight = TextWeight.Bolder }, new PlainText(none.Fact.Because)],
            rows ? [OpenReview.Send(view.Case)] : [OpenNoneNeeded.Send(view.Case)],
            words);
    }

    /// <param name="because">What stands, or what was sent and refused.</param>
    public static AdaptiveCard NoneNeeded(CaseView view, string? because, string? notSaved = null) => FormCard.Of(
        "No interim safety plan",
        notSaved,
        [
            new TextInput("because", "Considered, and none is needed because") { IsMultiline = true, MaxLength = FormCard.LongText, Value = because?.Length > FormCard.LongText ? null : because },
            FormCard.NotSavedYet,
        ],
        [SaveNoneNeeded.Button(view.Case)]);

    public static AdaptiveCard Review(CaseView view, DateOnly? on, string? notSaved = null) => FormCard.Of(
        "Review of the interim safety plan",
        notSaved,
        [
            new TextBlock("The family reviews it first, then the agencies."),
            new DateInput("on", "On which day is it reviewed?") { Value = on },
            FormCard.NotSavedYet,
        ],
        [SaveReview.Button(view.Case)]);
}
