using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Forms;
using StrategyBot.Rules.Wording;

namespace StrategyBot.Phases.FollowingUp;

/// <summary>The rules of answering actions (R82, R93, R121). Answering again replaces.</summary>
public static class AnsweringActions
{
    public static Decision Answer(Case @case, Participant me, ActionId id, ActionProgress? progress, string note)
    {
        var why = note.Trim();
        return @case.Meeting.Plan.Open.FirstOrDefault(action => action.Id == id) is not { } action ? new ActionGone()
            : !MayAnswer(@case, me, action) ? new NotYourPart()
            : progress is not { } said ? new CannotBe("Nothing is chosen yet. Choose what you say of the action.")
            : why.Length > FormCard.LongText ? new TooLong(FormCard.LongText)
            : why.Length == 0 && said is (ActionProgress.Declined or ActionProgress.CannotDo) ? new ReasonNeeded()
            : action.Progress == said && action.Note == why ? Decision.Already
            : Fact(@case, me, action, said, why);
    }

    /// <summary>Accepts every action of one's own that is not answered yet, in one tap.</summary>
    public static Decision AcceptAll(Case @case, Participant me) => Decision.Of(
        [.. Of(@case, me).Where(action => action.Progress is null).Select(action => Fact(@case, me, action, ActionProgress.Accepted, ""))]);

    /// <summary>A person's own actions that are still open, and those of whom they stand in for; the soonest first.</summary>
    public static IEnumerable<PlannedAction> Of(Case @case, Participant me) =>
        @case.Meeting.Plan.Open.Where(action => !action.IsClosed && IsOwn(me, action)).OrderBy(action => action.Fact.DueAt);

    /// <summary>What a person may answer for: their own, and the chair everybody's.</summary>
    public static IEnumerable<PlannedAction> Answerable(Case @case, Participant me) =>
        @case.Meeting.Plan.Open.Where(action => !action.IsClosed && MayAnswer(@case, me, action)).OrderBy(action => action.Fact.DueAt);

    private static bool MayAnswer(Case @case, Participant me, PlannedAction action) => IsOwn(me, action) || me.Id == @case.Meeting.Chair;

    private static bool IsOwn(Participant me, PlannedAction action) => action.Fact.Owner == me.Id || action.Fact.Owner == me.DeputyFor;

    private static ActionAnswered Fact(Case @case, Participant me, PlannedAction action, ActionProgress progress, string note) => new(action.Id, progress, note)
    {
        Meeting = @case.Meeting.Id,
        Audience = action.Fact.Audience,
        OnBehalfOf = action.Fact.Owner == me.Id ? null : action.Fact.Owner,
    };
}

/// <summary>The action was taken back, or belongs to another meeting.</summary>
public sealed record ActionGone : Refusal
{
    public override string Say(Words words) => "That action is no longer on the plan. Type `my actions` to see what is yours.";
}

/// <summary>R82, R121: whoever can't says why, so that the chair can act.</summary>
public sealed record ReasonNeeded : Refusal
{
    public override string Say(Words words) => "Say in a few words why not: the chair is told at once and has to find another way.";
}
