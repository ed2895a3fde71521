namespace StrategyBot.Phases.FollowingUp;

/// <summary>Open actions of one or more cases, and what is asked of one of them.</summary>
internal static class ActionAnswerDrawing
{
    // So many with every text full stay under the limit of a card; the rest is counted.
    private const int Most = 10;

    private const int MostLabel = 70;

    private const int MostWhat = 180;

    /// <summary>Each with its own buttons.</summary>
    public static Drawn List(IReadOnlyList<ListedAction> actions, DateTimeOffset now, Words words) => actions.Count == 0
        ? new("No open actions", [new TextBlock("Nothing is open for you just now.")]) { Frame = "Actions", Saves = [] }
        : new(actions.Count == 1 ? "1 open action" : $"{actions.Count} open actions",
        [
            .. actions.Take(Most).Select((item, at) => new Container(
            [
                .. Listed(item, now, words),
                new ActionSet(Buttons(item)),
            ])
            { Separator = at > 0 }),
            .. actions.Count > Most ? (IReadOnlyList<CardElement>)[More(actions.Count - Most)] : [],
        ])
        {
            Frame = "Actions",
            Saves = [],
        };

    /// <summary>What is asked of one of them.</summary>
    public static Drawn One(ListedAction item, ActionProgress? said, DateTimeOffset now, Words words) => new(
        said == ActionProgress.CannotDo ? "It can't be done" : "What do you say?",
        [
            .. Listed(item, now, words),
            .. said == ActionProgress.CannotDo ? (IReadOnlyList<CardElement>)[]
                : [Choices.Radios("progress", "What do you say?", WordTables.ActionProgress, stands: null)],
            new TextInput("note",
                said == ActionProgress.CannotDo ? "Why? The chair is told at once." : "If not: why? The chair is told at once.")
            {
                IsMultiline = true,
                MaxLength = FormCard.LongText,
            },
            .. item.IsOwn ? (IReadOnlyList<CardElement>)[] :
            [
                Choices.Radios<Via>("how", "If the owner told you: how?", WordTables.Via, stands: null,
                    Via.Form, Via.Outlook, Via.TeamsEvent, Via.Roster, Via.Report, Via.Chair),
                new TimeInput("toldAt", "At what time today? Now, if you leave it out."),
            ],
        ])
    {
        Frame = "Actions",
    };

    /// <summary>The list as a message.</summary>
    /// <param name="beside">Further buttons.</param>
    public static AdaptiveCard Card(
        IReadOnlyList<ListedAction> actions, DateTimeOffset now, Words words, params IReadOnlyList<CardAction> beside)
    {
        var drawn = List(actions, now, words);
        return FormCard.Of(drawn.Title, null, drawn.Body, beside);
    }

    private static IReadOnlyList<CardAction> Buttons(ListedAction item)
    {
        var id = item.Case.Ref.Value;
        return
        [
            .. item.IsOwn
                ? (IReadOnlyList<CardAction>)[FinishAction.Button(item),
                    ActionAnswerPart.Id.Send("Can't", new ActionAnswerPart.Form(id, Chosen: item.Shown, Progress: ActionProgress.CannotDo))]
                : [ActionAnswerPart.Id.Send("They told me", new ActionAnswerPart.Form(id, Chosen: item.Shown))],
            .. item.To.Count == 0 ? (IReadOnlyList<CardAction>)[]
                : [HandOverPart.Id.Send(item.IsOwn ? "Hand over" : "Reassign", new HandOverPart.Form(id, item.Action.Id.Value))],
            .. item.IsChairs
                ? (IReadOnlyList<CardAction>)[NewDatePart.Id.Send("New date", new NewDatePart.Form(id, item.Action.Id.Value))]
                : [],
        ];
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

    private static TextBlock More(int count) => new($"And {count} more; they follow when these are answered.") { IsSubtle = true };

    private static IEnumerable<CardElement> Listed(ListedAction item, DateTimeOffset now, Words words)
    {
        yield return new PlainText(What(item.Action)) { Weight = TextWeight.Bolder };
        var owner = item.IsMine ? "" : CardText.Plain(Shortened.To(MostLabel, item.Owner));
        string[] line = [Standing(item.Case, item.Action, now, words), owner, $"{item.Case.Id} {item.Case.CheckWord}"];
        yield return new TextBlock(string.Join(" · ", line.Where(part => part.Length > 0)))
        {
            Color = item.Action.Fact.DueAt < now ? TextColor.Attention : TextColor.Default,
        };
        if (item.Action.Fact.Family is { Who.Length: > 0 } family)
        {
            yield return new PlainText($"{Shortened.Name(family.Who)} does it. Reached by {Shortened.To(MostLabel, family.Reached)}")
            {
                IsSubtle = true,
            };
        }

        foreach (var hold in HoldLines.On(item.Case))
        {
            yield return hold;
        }

        if (item.Action.Note.Length > 0)
        {
            yield return new PlainText(Shortened.To(MostLabel, item.Action.Note)) { IsSubtle = true };
        }
    }
}

/// <summary>An action on somebody's list.</summary>
/// <param name="IsMine">Whether the reader owns it; the chair sees others' too.</param>
/// <param name="IsOwn">Whether the reader owns it or stands in for its owner.</param>
/// <param name="IsChairs">Whether the reader chairs, and so may set another date.</param>
/// <param name="Answered">The version at which it was last answered; 0 if it wasn't.</param>
/// <param name="To">Who could do it in the owner's place, as far as the reader may say so.</param>
internal sealed record ListedAction(
    Case Case, PlannedAction Action, bool IsMine, bool IsOwn, bool IsChairs, string Owner, int Answered, IReadOnlyList<Participant> To)
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
        @case, action, action.Fact.Owner == reader.Id, ActionAnswerRule.IsOwn(reader, action), reader.Id == @case.Meeting.Chair,
        @case.Find(action.Fact.Owner)?.Name ?? "", @case.Meeting.Plan.Answered.GetValueOrDefault(action.Id).Version,
        HandOverRule.Others(@case, reader, action));
}
