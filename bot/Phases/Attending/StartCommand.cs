using StrategyBot.Cases;
using StrategyBot.Conversations;
using StrategyBot.Forms;
using StrategyBot.Records;
using StrategyBot.Rules.Wording;

namespace StrategyBot.Phases.Attending;

/// <summary>Starts the meeting by a typed word; holds no content, so it works in the meeting chat too (P10).</summary>
internal sealed class StartCommand(Clerk clerk, LiveCase live, Words words, TimeProvider clock) : ICommand
{
    public static string Word => "start";

    public static string Help => "`start` – the meeting begins (chair)";

    public static bool HoldsContent => false;

    public async Task<Reply> HandleAsync(string rest, Turn turn, CancellationToken cancellationToken) =>
        await live.FindAsync(rest, turn, Capability.SeeCase, view => view.Reader.May(Capability.Lead) && view.Case.Meeting is { IsConvened: true, Attendance.StartedAt: null }, cancellationToken) switch
        {
            Found.One one => await StartAsync(one.View.Case.Id, turn, cancellationToken),
            var other => other.WhyNot("start SB-2026-014 Heron", words),
        };

    private async Task<Reply> StartAsync(CaseId id, Turn turn, CancellationToken cancellationToken)
    {
        var (decision, view) = await clerk.AskAsync(turn.Asker(), id, Capability.Lead, turn.Source, (@case, _) => Holding.Start(@case, clock.GetUtcNow()), cancellationToken);
        return decision.Match<Reply>(
            accepted: _ => Spoken.At(turn, id, $"{id} {view!.Case.CheckWord} started {words.Time(view.Case.Meeting.Attendance.StartedAt!.Value)}"),
            refused: why => new Reply.Say(why.Say(words)));
    }
}
