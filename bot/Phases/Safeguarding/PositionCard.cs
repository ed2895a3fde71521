using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Forms;
using StrategyBot.Protocols.Cards;
using StrategyBot.Rules.Wording;

namespace StrategyBot.Phases.Safeguarding;

/// <summary>Where one child is safe: the meeting's first form (P4), in two halves so that each is small.</summary>
internal static class PositionCard
{
    private static readonly IReadOnlyList<Choice> Bases =
        [new("Parents agree", "parentsAgree"), new("Police protection", "policeProtection"), new("Court order", "order"), new("None of these", "none")];

    /// <param name="typed">What stands, or what was sent and refused.</param>
    public static AdaptiveCard Place(CaseView view, Child child, SavePlace.Form typed, Words words, string? notSaved = null) => FormCard.Of(
        Title(child),
        notSaved,
        [
            Whom(child),
            new TextInput("where", "Where is the child?") { MaxLength = FormCard.Line, Value = Fitting(typed.Where) },
            new TextInput("withWhom", "With whom?") { MaxLength = FormCard.Line, Value = Fitting(typed.WithWhom) },
            new TextInput("supervision", "Who supervises contact?") { MaxLength = FormCard.Line, Value = Fitting(typed.Supervision) },
            new ChoiceSetInput("basis", "On what footing?", Bases) { Style = ChoiceSetStyle.Expanded, Value = typed.Basis is { } basis and not SafetyBasis.NotSaidYet ? Bases[(int)basis].Value : null },
            .. notSaved is null ? [] : PositionEcho.For(view.Case, child, words),
            FormCard.NotSavedYet,
        ],
        Saves(view, child, SavePlace.Verb));

    /// <param name="saved">What the first half answered.</param>
    public static AdaptiveCard Limit(CaseView view, Child child, SaveLimit.Form typed, Words words, string? saved = null, string? notSaved = null)
    {
        var ends = Positioning.ProtectionEnds(view.Case, child);
        return FormCard.Of(
            Title(child),
            notSaved,
            [
                .. saved is null ? (IReadOnlyList<CardElement>)[] : [new TextBlock(saved) { Weight = TextWeight.Bolder, Color = TextColor.Good }],
                Whom(child),
                new DateInput("sinceDate", "Police protection or order: since which day?") { Value = typed.SinceDate },
                new TimeInput("sinceTime", "Since what time?") { Value = typed.SinceTime },
                .. ends is null ? (IReadOnlyList<CardElement>)[] : [new TextBlock($"Police protection ends {ends.Say(words)}.") { Weight = TextWeight.Bolder }],
                new DateInput("decideDate", "Decide by which day?") { Value = typed.DecideDate },
                new TimeInput("decideTime", "By what time?") { Value = typed.DecideTime },
                new TextInput("ring", "If someone tries to take the child, ring") { MaxLength = FormCard.Line, Value = Fitting(typed.Ring) },
                .. notSaved is null ? [] : PositionEcho.For(view.Case, child, words),
                FormCard.NotSavedYet,
            ],
            Saves(view, child, SaveLimit.Verb));
    }

    private static string Title(Child child) => $"Where {child.Number} is safe";

    private static PlainText Whom(Child child) => new(Shortened.To(FormCard.Line, ChildChoice.Named(child))) { Weight = TextWeight.Bolder };

    /// <summary>For this child, and in one tap for all (P9).</summary>
    private static IReadOnlyList<CardAction> Saves(CaseView view, Child child, string verb) =>
    [
        Actions.Send("Save", verb, new { Case = view.Case.Id.Value, Child = child.Id.Value, Seen = Seen(view, child) }),
        .. view.Case.Children.Count < 2 ? (IReadOnlyList<CardAction>)[] : [Actions.Send("Same for all children", verb, new { Case = view.Case.Id.Value, Child = child.Id.Value, All = true, Seen = Seen(view, child) })],
    ];

    private static DateTimeOffset? Seen(CaseView view, Child child) => view.Case.Meeting.Safety.Positions.GetValueOrDefault(child.Id)?.At;

    private static string? Fitting(string? text) => text?.Length > FormCard.Line ? null : text;
}
