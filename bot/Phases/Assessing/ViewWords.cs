using StrategyBot.Cases.Facts;
using StrategyBot.Protocols.Cards;

namespace StrategyBot.Phases.Assessing;

/// <summary>Views and stances as people read them.</summary>
internal static class ViewWords
{
    /// <summary>Never asked as a threshold (P3).</summary>
    public static IReadOnlyList<Choice> Views { get; } = [new("Yes", "yes"), new("No", "no"), new("Can't say yet", "cannotSayYet")];

    public static IReadOnlyList<Choice> Stances { get; } =
    [
        new("I go with the decision", "goWithDecision"),
        new("Record my different view", "recordDifferentView"),
        new("Escalate to senior managers", "escalate"),
    ];

    public static string Say(ReasonableCause view) => view switch
    {
        ReasonableCause.Yes => "Yes",
        ReasonableCause.No => "No",
        _ => "Can't say yet",
    };

    public static string Say(Stance stance) => stance switch
    {
        Stance.GoWithDecision => "goes with the decision",
        Stance.RecordDifferentView => "different view recorded",
        _ => "professional disagreement, escalated",
    };

    public static string? Id(ReasonableCause? view) => view is null ? null : Views[(int)view].Value;
}
