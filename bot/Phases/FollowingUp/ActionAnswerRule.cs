namespace StrategyBot.Phases.FollowingUp;

/// <summary>The rules of answering actions (R82, R93, R121). Answering again replaces what was seen. Pure.</summary>
internal static class ActionAnswerRule
{
    /// <param name="told">How and when the owner said it, where another writes it down: an answer is its owner's.</param>
    /// <param name="seen">The case's version up to which answers were seen.</param>
    public static Decision Answer(
        Case @case, Participant me, ActionId id, ActionProgress? progress, string note, (Via? Via, DateTimeOffset? At) told, int seen)
    {
        if (WhyNot(@case, me, id) is { } why)
        {
            return why;
        }

        var (action, typed) = (@case.Meeting.Plan.Open.First(action => action.Id == id), note.Trim());
        return progress is not { } said ? new CannotBe("Nothing is chosen yet. Choose what you say of the action.") { Field = "progress" }
            : typed.Length > FormCard.LongText ? new TooLong(FormCard.LongText) { Field = "note" }
            : typed.Length == 0 && said is (ActionProgress.Declined or ActionProgress.CannotDo) ? new ReasonNeeded { Field = "note" }
            : !IsOwn(me, action) && told.Via is null ? new NotYours(@case.Find(action.Fact.Owner)?.Name ?? "The owner") { Field = "how" }
            : action.Progress == said && action.Note == typed ? Decision.Already
            : IsChanged(action) && action.Changed > seen ? new ActionChanged { Field = "chosen" }
            : action.Progress is not null && @case.Meeting.Plan.Answered[id].Version > seen ? Meanwhile(@case, action)
            : Fact(@case, me, action, said, typed) with
            {
                Told = IsOwn(me, action) ? null : told.Via,
                HappenedAt = IsOwn(me, action) ? null : told.At,
            };
    }

    /// <summary>Accepts every action of one's own that is not answered yet, in one tap: those that the card showed, as it showed them.
    /// </summary>
    /// <param name="seen">The case's version that the card showed; <c>null</c> on a card of an earlier release.</param>
    public static Decision AcceptAll(Case @case, Participant me, int? seen)
    {
        var open = OwnActions.Unanswered(@case, me);
        var shown = open.Where(action => seen is { } version ? action.Changed <= version : !IsChanged(action)).ToList();
        return shown.Count == 0 && open.Count > 0
            ? new ActionChanged()
            : Decision.Of([.. shown.Select(action => OwnActions.Accepted(@case, action))]);
    }

    private static bool IsChanged(PlannedAction action) => action.ChangedAt != action.At;

    /// <summary>A person's own actions that are still open, and those of whom they stand in for; the soonest first.</summary>
    public static IEnumerable<PlannedAction> Of(Case @case, Participant me) =>
        @case.Meeting.Plan.Open.Where(action => !action.IsClosed && IsOwn(me, action)).OrderBy(action => action.Fact.DueAt);

    /// <summary>What a person may answer for: their own, and the chair everybody's.</summary>
    public static IEnumerable<PlannedAction> Answerable(Case @case, Participant me) =>
        @case.Meeting.Plan.Open.Where(action => !action.IsClosed && MayAnswer(@case, me, action)).OrderBy(action => action.Fact.DueAt);

    /// <summary>Why this person can't answer for the action; <c>null</c> if they can.</summary>
    public static Refusal? WhyNot(Case @case, Participant me, ActionId id) =>
        @case.Meeting.Plan.Open.FirstOrDefault(action => action.Id == id) is not { } action ? new ActionGone()
        : MayAnswer(@case, me, action) ? null
        : new NotYourPart();

    private static bool MayAnswer(Case @case, Participant me, PlannedAction action) => IsOwn(me, action) || me.Id == @case.Meeting.Chair;

    public static bool IsOwn(Participant me, PlannedAction action) => OwnActions.IsOwn(me, action);

    private static SavedMeanwhile Meanwhile(Case @case, PlannedAction action) =>
        new("What do you say?", @case.Find(@case.Meeting.Plan.Answered[action.Id].By)?.Name, action.ProgressAt ?? default)
        {
            Field = "progress",
        };

    private static ActionAnswered Fact(Case @case, Participant me, PlannedAction action, ActionProgress progress, string note) =>
        new(action.Id, progress, note)
        {
            Meeting = @case.Meeting.Id,
            Audience = action.Fact.Audience,
            // Who stands in for the owner says it themselves.
            OnBehalfOf = IsOwn(me, action) ? null : action.Fact.Owner,
        };
}

/// <summary>The action was taken back, or belongs to another meeting.</summary>
internal sealed record ActionGone : Refusal
{
    public override string Say(Words words) => "That action is no longer on the plan. Type `my actions` to see what is yours.";
}

/// <summary>What is answered is not what stands there now.</summary>
internal sealed record ActionChanged : Refusal
{
    public override string Say(Words words) => "It was changed or added since that card. Read what it says now, and answer again.";
}

/// <summary>Somebody answers for another, and doesn't say how they know.</summary>
internal sealed record NotYours(string Owner) : Refusal
{
    public override string Say(Words words) => $"{Owner} answers for this. If they told you, say how.";
}

/// <summary>R82, R121: whoever can't says why, so that the chair can act.</summary>
internal sealed record ReasonNeeded : Refusal
{
    public override string Say(Words words) => "Say in a few words why not: the chair is told at once and has to find another way.";
}
