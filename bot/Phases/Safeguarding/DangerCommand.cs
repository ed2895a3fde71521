using StrategyBot.Conversations;

namespace StrategyBot.Phases.Safeguarding;

/// <summary>Opens <em>Danger now</em> by a typed word.</summary>
internal sealed class DangerCommand(CommandCase command, Verbs verbs, IServiceProvider services, Words words) : ICommand
{
    public static string Word => "danger";

    public static string Help => "`danger` – a child is in danger now: chair and social worker are told at once";

    public static bool HoldsContent => false;

    public async Task<Reply> HandleAsync(string rest, Turn turn, CancellationToken cancellationToken) =>
        await command.FindAsync(rest, turn, DangerPart.Needs, view => view.Case.Meeting.IsConvened, cancellationToken, ofCase: true) switch
        {
            Found.One { View: var view } when DangerPart.Button(view.Case) is var open =>
                await verbs.AnswerAsync(open.Verb, services, CardJson.Data(open.Form), turn, cancellationToken),
            var other => other.WhyNot("danger SB-2026-014 Heron", words),
        };
}
