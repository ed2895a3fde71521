using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Conversations;
using StrategyBot.Forms;
using StrategyBot.Protocols.Cards;
using StrategyBot.Records;
using StrategyBot.Rules.Wording;

namespace StrategyBot.Phases.FollowingUp;

/// <summary>Saves what an owner says of an action, or the chair on their behalf.</summary>
internal sealed class AnswerAction(Clerk clerk, Words words, TimeProvider clock) : IVerb<AnswerAction.Form>
{
    public static string Verb => "following-up/answer";

    /// <param name="Chosen">Case and action, as <see cref="ListedAction.Id"/>.</param>
    public sealed record Form(string? Chosen = null, ActionProgress? Progress = null, string? Note = null);

    public static SubmitAction Button() => Actions.Send("Save", Verb);

    public async Task<Reply> HandleAsync(Form form, Turn turn, CancellationToken cancellationToken)
    {
        if (ListedAction.Read(form.Chosen) is not { } chosen)
        {
            return new Reply.Say("Nothing was saved: no action is chosen. Type `my actions` and choose one.");
        }

        var (decision, view) = await clerk.AskAsync(turn.Asker(), chosen.Case, Capability.Act, turn.Source,
            (@case, me) => AnsweringActions.Answer(@case, me, chosen.Action, form.Progress, form.Note ?? ""), cancellationToken);
        return decision.Match<Reply>(
            accepted: _ => new Reply.Saved(chosen.Case.Value, $"Saved {words.Time(clock.GetUtcNow())}: {chosen.Case} {view!.Case.CheckWord}, {ActionWords.Say(form.Progress)}", Echo(view.Case, chosen.Action)),
            refused: why => why is ActionGone
                ? new Reply.Say(why.Say(words))
                : FormAgain.Or(why, view, words, "Actions", (seen, notSaved) => MyActionsCard.For([.. ListedAction.Answerable(seen)], clock.GetUtcNow(), words, seen.Case.Id, form, notSaved)));
    }

    private static IReadOnlyList<CardElement> Echo(Case @case, ActionId id) =>
        @case.Meeting.Plan.Actions.FirstOrDefault(action => action.Id == id) is { } action
            ? [new PlainText(ActionWords.What(action)), .. action.Note.Length == 0 ? (IReadOnlyList<CardElement>)[] : [new PlainText(action.Note)]]
            : [];
}
