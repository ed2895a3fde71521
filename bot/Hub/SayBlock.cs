using StrategyBot.Phases;
using StrategyBot.Rules.Procedures;

namespace StrategyBot.Hub;

/// <summary>The sentence to say and the paper behind it, as the chair alone sees them:
/// in their own part, never on a posted card (P22).</summary>
internal static class SayBlock
{
    public static IReadOnlyList<CardElement> For(CaseView view, HubEntry? entry) => Agenda.At(view, entry) is not { } step ? [] :
    [
        new Container(
        [
            new TextBlock($"You could say: “{CardText.Plain(step.Say)}”"),
            .. SourceNote.Of("say-source", Behind(step, view.Case.Profile)),
        ])
        {
            Id = "say",
            Style = ContainerStyle.Emphasis,
        },
    ];

    /// <summary>The case's own procedure, in its words where they are its own; never another council's (requirements 1.9).</summary>
    private static string Behind(AgendaStep step, ProcedureProfile profile) =>
        step.Behind.Paper == "k"
            ? $"Behind it: {CardText.Plain(step.Behind.Guide)}; none of the papers has the words."
        : $"Behind it: {CardText.Plain(step.Behind.By(profile).Guide)}"
            + (step.Behind.Guide == profile.Name || profile.IsDefault ? $", “{CardText.Plain(step.Behind.Quote)}”" : ".");
}
