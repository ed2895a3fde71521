using StrategyBot.Conversations;
using StrategyBot.Phases;
using StrategyBot.Records;

namespace StrategyBot.Hub;

/// <summary>Opens the next part that waits for the person who asks; the chair reads on it what to say (P24).</summary>
internal sealed class NextCommand(
    Clerk clerk, CommandCase command, PhaseList phases, Verbs verbs, IServiceProvider services, Words words, TimeProvider clock) : ICommand
{
    public static string Word => "next";

    public static string Help => "`next` – opens the next part that waits for you, and tells the chair what to say there";

    public static bool HoldsContent => true;

    public async Task<Reply> HandleAsync(string rest, Turn turn, CancellationToken cancellationToken)
    {
        var found =
            await command.FindAsync(
                rest, turn, Capability.SeeCase, view => phases.Entries(view, clock.GetUtcNow()).Any(entry => entry.IsOpen),
                cancellationToken);
        return found switch
        {
            Found.One one when phases.Entries(one.View, clock.GetUtcNow()).FirstOrDefault(entry => entry.IsOpen) is { } next =>
                await verbs.AnswerAsync(next.Open.Verb, services, CardJson.Data(next.Open.Form), turn, cancellationToken),
            Found.One one => Own(one.View, turn),
            var other => other.WhyNot("next SB-2026-014 Heron", words),
        };
    }

    private Reply.Show Own(CaseView view, Turn turn)
    {
        clerk.NoteShown(turn.Asker(), view.Case.Id, OpenMyPart.Verb);
        return new("Your part", FormCard.Of(MyPartDrawing.Of(view, phases, words, clock.GetUtcNow())));
    }
}
