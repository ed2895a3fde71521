using StrategyBot.Conversations;

namespace StrategyBot.Phases.Reviewing;

/// <summary>The case's timeline; in a meeting chat only a button, which opens it for whoever presses it (P10).</summary>
internal sealed class TimelineCommand(CommandCase command, IServiceProvider services, Words words) : ICommand
{
    public static string Word => "timeline";

    public static string Help =>
        "`timeline` – what happened in a case, what has a day, what is due and what is late; `timeline SB-2026-014 Heron` – of one case";

    public static bool HoldsContent => false;

    public async Task<Reply> HandleAsync(string rest, Turn turn, CancellationToken cancellationToken) =>
        await command.FindAsync(rest, turn, CaseTimelinePage.Needs, null, cancellationToken) switch
        {
            Found.One one when turn.At.Kind == PlaceKind.MeetingChat => new Reply.Show(CaseTimelinePage.Title, FormCard.Of(
                $"{one.View.Case.Id} {one.View.Case.CheckWord}", null, [new TextBlock("The timeline opens for you alone.")],
                Actions.Open(CaseTimelinePage.Title, CaseTimelinePage.Button(one.View.Case).Verb,
                    CaseTimelinePage.Button(one.View.Case).Form))),
            // Asked for when it is used: they know every command themselves.
            Found.One one when CaseTimelinePage.Button(one.View.Case) is var open => await services.GetRequiredService<Verbs>()
                .AnswerAsync(open.Verb, services, CardJson.Data(open.Form), turn, cancellationToken),
            var other => other.WhyNot("timeline SB-2026-014 Heron", words),
        };
}
