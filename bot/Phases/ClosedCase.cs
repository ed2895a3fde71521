namespace StrategyBot.Phases;

/// <summary>What is said of a case that was closed before any meeting was called (P39).</summary>
internal static class ClosedCase
{
    /// <summary>In place of everything else that a card would show of it; <c>null</c> of one that goes on.</summary>
    public static Drawn? Of(Case @case, Words words) => @case.Closed is not { } closed ? null
        : new($"{@case.Id} {@case.CheckWord}",
            [
                new TextBlock(CardText.Plain($"{Title(closed)} by {By(@case, closed)}, {words.When(closed.At)}."))
                {
                    Weight = TextWeight.Bolder,
                },
                .. Lines(closed.Fact).Where(line => line.Said.Length > 0).Select(line => new PlainText($"{line.What}: {line.Said}")),
                new TextBlock("Nothing is owed on it any more. For a new meeting, type **convene**.") { IsSubtle = true },
            ])
        {
            Saves = [],
        };

    /// <summary>In a list, where no reason stands.</summary>
    public static string Line(Case @case, Decided<ConveningFact> closed, Words words) =>
        $"**{@case.Id} {@case.CheckWord}** · {Title(closed)}, {words.When(closed.At)}";

    private static string Title(Decided<ConveningFact> closed) =>
        closed.Fact is CaseCancelled ? "Closed as begun by mistake" : "Considered, no meeting";

    private static string By(Case @case, Decided<ConveningFact> closed) => @case.Find(closed.By)?.Name ?? "somebody";

    private static (string What, string Said)[] Lines(ConveningFact fact) => fact switch
    {
        NoMeetingDecided no =>
        [
            ("Why no meeting", no.Cause is { } cause ? WordTables.NotCalledCause.InList(cause) : ""), ("In words", no.Reason),
            ("Who decided", no.DecidedBy), ("Instead", no.Instead),
        ],
        CaseCancelled cancelled => [("Why", cancelled.Reason)],
        _ => [],
    };
}
