using StrategyBot.Cases;
using StrategyBot.Conversations;
using StrategyBot.Forms;
using StrategyBot.Protocols.Cards;
using StrategyBot.Records;
using StrategyBot.Rules.Procedures;
using Choice = StrategyBot.Protocols.Cards.Choice;

namespace StrategyBot.Phases.Convening;

/// <summary>Begins a strategy meeting with the first question (P2), or goes on with one that was begun.</summary>
internal sealed class ConveneCommand(Clerk clerk, Conveners conveners, ProcedureProfile profile) : ICommand
{
    public static string Word => "convene";

    public static string Help => "`convene` – calls a strategy meeting, or goes on with one you began";

    public static bool HoldsContent => false;

    public async Task<Reply> HandleAsync(string rest, Turn turn, CancellationToken cancellationToken)
    {
        if (turn.At.Kind != PlaceKind.Personal)
        {
            return new Reply.Say("Convene with me in our own chat, where nobody reads along. I saved nothing of what you typed here; if it said anything about a child, please delete it.");
        }

        if (await conveners.RefusesAsync(turn.By, cancellationToken) is { } why)
        {
            return new Reply.Say(why);
        }

        var read = await clerk.ReadAllAsync(turn.Asker(), Capability.Arrange, null, cancellationToken);
        var begun = read.Views.Where(view => !view.Case.Meeting.IsConvened).ToList();
        return begun.Count == 0
            ? new Reply.Show("Convene", UrgentCard.ToOpen(profile, turn.Source))
            : new Reply.Show("Convene", BegunCard.For(begun));
    }
}

/// <summary>What was begun and not called yet, to go on with, or another one.</summary>
internal static class BegunCard
{
    private const int MostShown = 20;

    public static AdaptiveCard For(IReadOnlyList<CaseView> begun) => FormCard.Of("Convene", null,
        [
            new TextBlock(begun.Count == 1 ? "You began this one and have not called it yet." : "You began these and have not called them yet."),
            new ChoiceSetInput("case", "Go on with", [.. begun.Reverse().Take(MostShown).Select(view => new Choice($"{view.Case.Id} {view.Case.CheckWord}: {Steps.FirstOpen(view.Case).Title()}", view.Case.Id.Value))])
            {
                Style = ChoiceSetStyle.Expanded,
                Value = begun[^1].Case.Id.Value,
            },
        ],
        Actions.Send("Go on with the chosen one", OpenStep.Verb),
        Begin.Send());
}
