using StrategyBot.Phases;

namespace StrategyBot.Hub;

/// <summary>The sentence to say and the paper behind it, as the chair alone sees them:
/// in their own part, never on a posted card (P22).</summary>
internal static class SayBlock
{
    public static IReadOnlyList<CardElement> For(CaseView view, HubEntry? entry) => Agenda.At(view, entry) is not { } step ? [] :
    [
        new Container(
            new TextBlock($"You could say: “{CardText.Plain(step.Say)}”"),
            new TextBlock($"Behind it: {Behind(step)}") { IsSubtle = true, Size = TextSize.Small })
        {
            Id = "say",
            Style = ContainerStyle.Emphasis,
        },
    ];

    /// <summary>The paper in its own words; where no paper has them, that is said.</summary>
    private static string Behind(AgendaStep step) => step.Behind.Paper == "k"
        ? $"{CardText.Plain(step.Behind.Guide)}; none of the papers has the words."
        : $"{CardText.Plain(step.Behind.Guide)}, “{CardText.Plain(step.Behind.Quote)}”";
}
