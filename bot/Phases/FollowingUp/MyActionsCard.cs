using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Forms;
using StrategyBot.Protocols.Cards;
using StrategyBot.Rules.Wording;

namespace StrategyBot.Phases.FollowingUp;

/// <summary>Open actions of one or more cases, and the form to answer one of them.</summary>
internal static class MyActionsCard
{
    // So many with every text full stay under the limit of a card; the rest is counted.
    private const int Most = 10;

    private const int Label = 70;

    /// <param name="case">Set where the card is about one case: what is asked for all at once then works.</param>
    public static AdaptiveCard For(IReadOnlyList<ListedAction> actions, DateTimeOffset now, Words words, CaseId? @case = null, AnswerAction.Form? typed = null, string? notSaved = null)
    {
        var shown = actions.OrderBy(item => item.Action.Fact.DueAt).Take(Most).ToList();
        return FormCard.Of(
            shown.Count == 0 ? "No open actions" : actions.Count == 1 ? "1 open action" : $"{actions.Count} open actions",
            notSaved,
            shown.Count == 0
                ? [new TextBlock("Nothing is open for you just now.")]
                :
                [
                    .. shown.SelectMany((item, index) => Listed(item, index, now, words)),
                    .. actions.Count > Most ? (IReadOnlyList<CardElement>)[new TextBlock($"And {actions.Count - Most} more; they follow when these are answered.") { IsSubtle = true }] : [],
                    new ChoiceSetInput("chosen", "Which action?", [.. shown.Select((item, index) => new Choice(Shortened.To(Label, $"{index + 1}. {ActionWords.What(item.Action)}"), item.Id))]) { Value = typed?.Chosen ?? shown[0].Id, Separator = true },
                    new ChoiceSetInput("progress", "What do you say?",
                    [
                        new("I accept it", "accepted"),
                        new("I don't accept it", "declined"),
                        new("It is done", "done"),
                        new("I can't do it", "cannotDo"),
                    ])
                    {
                        Style = ChoiceSetStyle.Expanded,
                        Value = Value(typed?.Progress),
                    },
                    new TextInput("note", "If not: why? The chair is told at once.") { IsMultiline = true, MaxLength = FormCard.LongText, Value = typed?.Note is { } note ? Shortened.To(FormCard.LongText, note) : null },
                ],
            shown.Count == 0 ? [] : [AnswerAction.Button(), .. @case is { } one && shown.Any(item => item.IsMine && item.Action.Progress is null) ? (IReadOnlyList<CardAction>)[AcceptActions.Button(one)] : []]);
    }

    private static IEnumerable<CardElement> Listed(ListedAction item, int index, DateTimeOffset now, Words words)
    {
        yield return new PlainText($"{index + 1}. {ActionWords.What(item.Action)}") { Weight = TextWeight.Bolder };
        yield return new TextBlock(string.Join(" · ", new[] { ActionWords.Standing(item.Action, now, words), item.IsMine ? "" : CardText.Plain(Shortened.To(Label, item.Owner)), $"{item.Case} {item.Word}" }.Where(part => part.Length > 0)))
        {
            Color = item.Action.Fact.DueAt < now ? TextColor.Attention : TextColor.Default,
        };
    }

    private static string? Value(ActionProgress? progress) => progress switch
    {
        ActionProgress.Accepted => "accepted",
        ActionProgress.Declined => "declined",
        ActionProgress.Done => "done",
        ActionProgress.CannotDo => "cannotDo",
        _ => null,
    };
}

/// <summary>An action on somebody's list.</summary>
/// <param name="IsMine">Whether the reader owns it; the chair sees others' too.</param>
internal sealed record ListedAction(CaseId Case, string Word, PlannedAction Action, bool IsMine, string Owner)
{
    private const char Between = '|';

    /// <summary>Tells it apart across cases.</summary>
    public string Id => $"{Case}{Between}{Action.Id.Value}";

    public static (CaseId Case, ActionId Action)? Read(string? id) => id?.Split(Between) is [var @case, var action] ? (new(@case), new(action)) : null;

    /// <summary>The reader's own actions on a case.</summary>
    public static IEnumerable<ListedAction> Of(CaseView view) => AnsweringActions.Of(view.Case, view.Reader).Select(action => From(view, action));

    /// <summary>All that the reader may answer for.</summary>
    public static IEnumerable<ListedAction> Answerable(CaseView view) => AnsweringActions.Answerable(view.Case, view.Reader).Select(action => From(view, action));

    private static ListedAction From(CaseView view, PlannedAction action) =>
        new(view.Case.Id, view.Case.CheckWord, action, action.Fact.Owner == view.Reader.Id, view.Case.Find(action.Fact.Owner)?.Name ?? "");
}
