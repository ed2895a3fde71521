using StrategyBot.Cases;
using StrategyBot.Conversations;
using StrategyBot.Forms;
using StrategyBot.Records;
using StrategyBot.Rules.Wording;

namespace StrategyBot.Phases.Attending;

/// <summary>The chair starts the meeting, where no Teams event did.</summary>
internal sealed class StartMeeting(Clerk clerk, Words words, TimeProvider clock) : IVerb<StartMeeting.Form>
{
    public static string Verb => "attending/start";

    public sealed record Form(string Case);

    public static PartButton Button(Case @case) => new("Start the meeting", Verb, new Form(@case.Id.Value));

    public async Task<Reply> HandleAsync(Form form, Turn turn, CancellationToken cancellationToken)
    {
        var (decision, view) = await clerk.AskAsync(turn.Asker(), new(form.Case), Capability.Lead, turn.Source, (@case, _) => Holding.Start(@case, clock.GetUtcNow()), cancellationToken);
        return decision.Match<Reply>(
            accepted: _ => new Reply.Saved(form.Case, $"{view!.Case.Id} {view.Case.CheckWord} started {words.Time(view.Case.Meeting.Attendance.StartedAt!.Value)}"),
            refused: why => new Reply.Say(why.Say(words)));
    }
}
