using StrategyBot.Obligations;
using StrategyBot.Reaching;

namespace StrategyBot.Phases.FollowingUp;

/// <summary>Tells the chair at once that an owner does not accept an action or can't do it (R82, R121).</summary>
internal sealed class AlertChairDuty(Reach reach, Words words, TimeProvider clock) : IDuty<ActionId>
{
    public static string Kind => "following-up/alert";

    public static DateTimeOffset Since { get; } = new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);

    public static IEnumerable<Owed<ActionId>> Owes(Case @case) =>
        from action in @case.Meeting.Plan.Open
        where action is { Progress: ActionProgress.CannotDo or ActionProgress.Declined, ProgressAt: not null }
        where action.Fact.Owner != @case.Meeting.Chair
        let at = action.ProgressAt!.Value
        select new Owed<ActionId>($"{Kind}/{@case.Meeting.Id.Value}/{action.Id.Value}/{at.UtcTicks}", at, action.Id)
        {
            To = @case.Meeting.Chair,
        };

    public Task<Performed> PerformAsync(Case @case, Owed<ActionId> owed, Attempt attempt, CancellationToken cancellationToken) =>
        reach.TellAsync(@case, @case.Chair, owed, attempt,
            new(Card(@case, owed.About, clock.GetUtcNow(), words), "An action needs you; open your part."), cancellationToken);

    internal static AdaptiveCard Card(Case @case, ActionId id, DateTimeOffset now, Words words)
    {
        var action = ActionAnswerDrawing.For(@case.Chair, @case.Meeting.Plan.Actions.First(action => action.Id == id));
        var owner = Shortened.To(FormCard.Line, @case.Find(action.Fact.Owner)?.Described ?? "");
        var all = ActionAnswerPart.Everybodys(@case);
        return FormCard.Of(
            $"{@case.Id} {@case.CheckWord}",
            null,
            [
                new PlainText($"{owner}: {ActionAnswerDrawing.Say(action.Progress)}") { Weight = TextWeight.Bolder },
                new PlainText(ActionAnswerDrawing.What(action)),
                new TextBlock(ActionAnswerDrawing.Standing(@case, action, now, words)),
                .. action.Note.Length == 0 ? (IReadOnlyList<CardElement>)[] : [new PlainText($"Why: {action.Note}")],
            ],
            Actions.Send(all.Title, all.Verb, all.Form));
    }
}
