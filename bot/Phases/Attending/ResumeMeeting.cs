using StrategyBot.Cases;
using StrategyBot.Conversations;
using StrategyBot.Forms;
using StrategyBot.Protocols.Cards;
using StrategyBot.Records;
using StrategyBot.Rules.Wording;

namespace StrategyBot.Phases.Attending;

/// <summary>The meeting was not over: the last one was dropped from the call, or End was pressed too soon.</summary>
internal sealed class ResumeMeeting(Clerk clerk, Words words, TimeProvider clock) : IVerb<ResumeMeeting.Form>
{
    private const string Title = "It is not over: go on";

    public static string Verb => "attending/resume";

    public sealed record Form(string Case);

    public static PartButton Button(Case @case) => new(Title, Verb, new Form(@case.Id.Value));

    public static SubmitAction Send(Case @case) => Actions.Send(Title, Verb, new Form(@case.Id.Value)) with { AssociatedInputs = AssociatedInputs.None };

    public async Task<Reply> HandleAsync(Form form, Turn turn, CancellationToken cancellationToken)
    {
        var (decision, _) = await clerk.AskAsync(turn.Asker(), new(form.Case), Capability.Lead, turn.Source, (@case, _) => Holding.Resume(@case), cancellationToken);
        return decision.Match<Reply>(
            accepted: _ => new Reply.Saved(form.Case, $"Saved {words.Time(clock.GetUtcNow())}: the meeting goes on"),
            refused: why => new Reply.Say(why.Say(words)));
    }
}
