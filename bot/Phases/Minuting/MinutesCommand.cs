using StrategyBot.Conversations;

namespace StrategyBot.Phases.Minuting;

/// <summary>Opens the minutes: the draft for who approves it, the version that stands for everybody else.</summary>
internal sealed class MinutesCommand(CommandCase command, Verbs verbs, IServiceProvider services, Rules.Wording.Words words) : ICommand
{
    public static string Word => "minutes";

    public static string Help => "`minutes` – opens the minutes: the draft for the chair, the approved ones for everybody else";

    public static bool HoldsContent => true;

    public async Task<Reply> HandleAsync(string rest, Turn turn, CancellationToken cancellationToken) =>
        await command.FindAsync(rest, turn, Capability.SeeCase, view => view.Whole.Meeting.Attendance.EndedAt is not null,
            cancellationToken) switch
        {
            Found.One { View: var view } when view.Reader.May(Capability.Lead) && view.Whole.Meeting.Minutes.Version == 0 =>
                await OpenAsync(DraftPage.Button(view.Case), turn, cancellationToken),
            Found.One { View: var view } =>
                await OpenAsync(IssuedMinutesPage.Button(view.Case, view.Case.Meeting), turn, cancellationToken),
            var other => other.WhyNot("minutes SB-2026-014 Heron", words),
        };

    private Task<Reply> OpenAsync(PartButton button, Turn turn, CancellationToken cancellationToken) =>
        verbs.AnswerAsync(button.Verb, services, CardJson.Data(button.Form), turn, cancellationToken);
}
