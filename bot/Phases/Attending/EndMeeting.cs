using StrategyBot.Cases;
using StrategyBot.Conversations;
using StrategyBot.Forms;
using StrategyBot.Protocols.Cards;
using StrategyBot.Records;
using StrategyBot.Rules.Wording;

namespace StrategyBot.Phases.Attending;

/// <summary>The chair ends the meeting: the minutes clock starts, what is open is listed (P7).</summary>
internal sealed class EndMeeting(Clerk clerk, PhaseList phases, Words words, TimeProvider clock) : IVerb<EndMeeting.Form>
{
    public static string Verb => "attending/end";

    public sealed record Form(string Case);

    public static SubmitAction Button(Case @case) => Actions.Send("End now", Verb, new Form(@case.Id.Value));

    public async Task<Reply> HandleAsync(Form form, Turn turn, CancellationToken cancellationToken)
    {
        var (decision, view) = await clerk.AskAsync(turn.Asker(), new(form.Case), Capability.Lead, turn.Source, (@case, _) => Holding.End(@case, phases.Gaps(@case), clock.GetUtcNow()), cancellationToken);
        return decision.Match<Reply>(
            accepted: _ => new Reply.Saved(form.Case, EndedWords.Say(view!.Case, words, clock.GetUtcNow()), EndedWords.Undo(view.Case)),
            refused: why => new Reply.Say(why.Say(words)));
    }
}

/// <summary>What is said of an ended meeting, and the way back from it.</summary>
internal static class EndedWords
{
    public static string Say(Case @case, Words words, DateTimeOffset now)
    {
        var held = @case.Meeting.Attendance;
        return $"{@case.Id} {@case.CheckWord} ended {words.Time(held.EndedAt!.Value)}"
            + (held.Gaps is { } gaps && held.CompletedAt is null ? $"; {gaps.Gaps.Count} still to answer by {words.Day(now, gaps.DueAt)}" : "");
    }

    public static CardElement Undo(Case @case) => new ActionSet(ResumeMeeting.Send(@case));
}
