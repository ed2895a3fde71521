namespace StrategyBot.Phases.FollowingUp;

/// <summary>Open actions of one or more cases, and what is asked of one of them.</summary>
internal static class ActionAnswerDrawing
{
    // So many with every text full stay under the limit of a card; the rest is counted.
    private const int Most = 10;

    private const int MostLabel = 70;

    private const int MostWhat = 180;

    /// <param name="value">What a choice is sent as.</param>
    /// <param name="isChosen">The one that was chosen; it is among those that are shown.</param>
    public static Drawn Of(
        IReadOnlyList<ListedAction> actions, DateTimeOffset now, Words words,
        Func<ListedAction, string> value, Func<ListedAction, bool> isChosen)
    {
        var shown = actions.Take(Most).ToList();
        if (!shown.Any(isChosen) && actions.FirstOrDefault(isChosen) is { } chosen)
        {
            shown[^1] = chosen;
        }

        return shown.Count == 0
            ? new("No open actions", [new TextBlock("Nothing is open for you just now.")]) { Frame = "Actions", Saves = [] }
            : new(actions.Count == 1 ? "1 open action" : $"{actions.Count} open actions",
            [
                .. shown.SelectMany((item, index) => Listed(item, index, now, words)),
                .. actions.Count > Most ? (IReadOnlyList<CardElement>)[More(actions.Count - Most)] : [],
                new ChoiceSetInput("chosen", "Which action?", [.. shown.Select((item, at) => new Choice(Label(item, at), value(item)))])
                {
                    Value = value(shown.FirstOrDefault(isChosen) ?? shown[0]),
                    Separator = true,
                },
                Choices.Radios("progress", "What do you say?", WordTables.ActionProgress, stands: null),
                new TextInput("note", "If not: why? The chair is told at once.") { IsMultiline = true, MaxLength = FormCard.LongText },
                .. shown.All(item => item.IsOwn) ? (IReadOnlyList<CardElement>)[]
                : [
                    Choices.Radios<Via>("how", "If the owner told you: how?", WordTables.Via, stands: null,
                        Via.Form, Via.Outlook, Via.TeamsEvent, Via.Roster, Via.Report, Via.Chair),
                    new TimeInput("toldAt", "At what time today? Now, if you leave it out."),
                ],
            ])
            {
                Frame = "Actions",
            };
    }

    /// <summary>The same as a message; its choices say what it shows of each.</summary>
    /// <param name="beside">Further buttons.</param>
    public static AdaptiveCard Card(
        IReadOnlyList<ListedAction> actions, DateTimeOffset now, Words words, params IReadOnlyList<CardAction> beside)
    {
        var drawn = Of(actions, now, words, item => item.Shown, _ => false);
        return FormCard.Of(drawn.Title, null, drawn.Body, actions.Count == 0 ? []
            : [Actions.Send("Save", ActionAnswerPart.Id.Save, new ActionAnswerPart.Form(actions[0].Case.Ref.Value)), .. beside]);
    }

    /// <summary>An action of the uncut case as somebody may read it.</summary>
    public static PlannedAction For(Participant reader, PlannedAction action) =>
        action.Fact.Audience.Admits(reader.Agency) ? action : action with { Fact = (ActionAgreed)action.Fact.Withheld(), Note = "" };

    public static string Say(ActionProgress? progress) =>
        progress is { } said ? WordTables.ActionProgress.InList(said) : "not answered";

    /// <summary><c>accepted by telephone Wed 25 Nov 2026, 10:20, written down by Priya Nair</c>.</summary>
    public static string Say(Case @case, PlannedAction action, Words words) => Say(action.Progress) + (action.Told is { } told
        ? $" {WordTables.Via.InList(told.Via)} {words.When(told.At)}, written down by "
            + CardText.Plain(Shortened.To(MostLabel, @case.Find(told.By)?.Name ?? "somebody"))
        : InPlace(@case, action) is { } other ? $", by {CardText.Plain(Shortened.To(MostLabel, other.Name))}"
        : "");

    /// <summary>Who answered in the owner's place.</summary>
    private static Participant? InPlace(Case @case, PlannedAction action) =>
        action.Progress is not null && @case.Meeting.Plan.Answered.TryGetValue(action.Id, out var last)
            && @case.Find(last.By) is { } other && other.Id != action.Fact.Owner ? other : null;

    public static string What(PlannedAction action) =>
        action.Fact.What.Length == 0 ? "(kept from your agency by its marking)" : Shortened.To(MostWhat, action.Fact.What);

    /// <summary>When it is due and how it stands.</summary>
    public static string Standing(Case @case, PlannedAction action, DateTimeOffset now, Words words) =>
        $"{(action.Fact.DueAt < now ? "Overdue since" : "By")} {words.Day(now, action.Fact.DueAt)} · {Say(@case, action, words)}";

    private static string Label(ListedAction item, int index) => Shortened.To(MostLabel, $"{index + 1}. {What(item.Action)}");

    private static TextBlock More(int count) => new($"And {count} more; they follow when these are answered.") { IsSubtle = true };

    private static IEnumerable<CardElement> Listed(ListedAction item, int index, DateTimeOffset now, Words words)
    {
        yield return new PlainText($"{index + 1}. {What(item.Action)}") { Weight = TextWeight.Bolder };
        var owner = item.IsMine ? "" : CardText.Plain(Shortened.To(MostLabel, item.Owner));
        string[] line = [Standing(item.Case, item.Action, now, words), owner, $"{item.Case.Id} {item.Case.CheckWord}"];
        yield return new TextBlock(string.Join(" · ", line.Where(part => part.Length > 0)))
        {
            Color = item.Action.Fact.DueAt < now ? TextColor.Attention : TextColor.Default,
        };
        if (item.Action.Note.Length > 0)
        {
            yield return new PlainText(Shortened.To(MostLabel, item.Action.Note)) { IsSubtle = true };
        }
    }
}

/// <summary>An action on somebody's list.</summary>
/// <param name="IsMine">Whether the reader owns it; the chair sees others' too.</param>
/// <param name="IsOwn">Whether the reader owns it or stands in for its owner.</param>
/// <param name="Answered">The version at which it was last answered; 0 if it wasn't.</param>
internal sealed record ListedAction(Case Case, PlannedAction Action, bool IsMine, bool IsOwn, string Owner, int Answered)
{
    private const char Between = '|';

    /// <summary>Tells it apart across cases.</summary>
    public string Id => $"{Case.Ref.Value}{Between}{Action.Id.Value}";

    /// <summary>The same, and the version up to which it is shown.</summary>
    public string Shown => $"{Id}{Between}{Math.Max(Answered, Action.Changed)}";

    /// <summary>Where it says which answer was shown, that too.</summary>
    public static (string Case, ActionId Action, int? Answered)? Read(string? id) => id?.Split(Between) switch
    {
        [var @case, var action] => (@case, new(action), null),
        [var @case, var action, var answered] => (@case, new(action), int.TryParse(answered, out var version) ? version : null),
        _ => null,
    };

    /// <summary>The reader's own actions on a case.</summary>
    public static IEnumerable<ListedAction> Of(CaseView view) =>
        ActionAnswerRule.Of(view.Case, view.Reader).Select(action => From(view.Case, view.Reader, action));

    /// <summary>All that the reader may answer for.</summary>
    public static IEnumerable<ListedAction> Answerable(CaseView view) =>
        ActionAnswerRule.Answerable(view.Case, view.Reader).Select(action => From(view.Case, view.Reader, action));

    public static ListedAction From(Case @case, Participant reader, PlannedAction action) => new(
        @case, action, action.Fact.Owner == reader.Id, ActionAnswerRule.IsOwn(reader, action), @case.Find(action.Fact.Owner)?.Name ?? "",
        @case.Meeting.Plan.Answered.GetValueOrDefault(action.Id).Version);
}
