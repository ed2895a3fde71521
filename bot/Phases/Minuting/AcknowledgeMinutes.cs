using StrategyBot.Cases;
using StrategyBot.Conversations;
using StrategyBot.Forms;
using StrategyBot.Protocols.Cards;
using StrategyBot.Records;
using StrategyBot.Rules.Wording;

namespace StrategyBot.Phases.Minuting;

/// <summary>A reader says that they have read the minutes (R81).</summary>
internal sealed class AcknowledgeMinutes(Clerk clerk, Words words, TimeProvider clock) : IVerb<AcknowledgeMinutes.Form>
{
    public static string Verb => "minuting/acknowledge";

    public sealed record Form(string Case, string Meeting, int Version);

    public static SubmitAction Button(Case @case, Meeting meeting, int version) => Actions.Send("I have read them", Verb, new Form(@case.Id.Value, meeting.Id.Value, version));

    public async Task<Reply> HandleAsync(Form form, Turn turn, CancellationToken cancellationToken)
    {
        var (decision, _) = await clerk.AskAsync(turn.Asker(), new(form.Case), Capability.ReadMinutes, turn.Source,
            (@case, me) => KeepingMinutes.Acknowledge(@case, me, new ReadMinutes.Form(form.Case, form.Meeting).Of(@case), form.Version), cancellationToken);
        return decision.Match<Reply>(
            accepted: _ => new Reply.Saved(form.Case, $"Saved {words.Time(clock.GetUtcNow())}: you have read version {form.Version} of the minutes."),
            refused: why => new Reply.Say(why.Say(words)));
    }
}
