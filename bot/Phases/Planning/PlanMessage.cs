using StrategyBot.Reaching;

namespace StrategyBot.Phases.Planning;

/// <summary>What the four messages of the plan have in common: from when they are owed, what they look like, and how neutral their
/// sentence is (P22).</summary>
internal static class PlanMessage
{
    public const string Sentence = "There is something for you to do; open your part.";

    /// <summary>So long further changes are waited for, but not where a child's safety hangs on it (design §3.2).</summary>
    public static TimeSpan Settles { get; } = TimeSpan.FromMinutes(3);

    public static DateTimeOffset Since { get; } = new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>One's own actions, for one's own chat; as many as fit, the rest counted.</summary>
    public static AdaptiveCard Card(Case @case, Participant owner, string title, IReadOnlyList<PlannedAction> actions, Words words)
    {
        var pages =
            LongText.Pages(actions.OrderBy(action => action.Fact.DueAt),
                action => $"{action.Fact.What}{action.Fact.Purpose}{action.Fact.IfThisFails}");
        var shown = pages.Count == 0 ? [] : pages[0];
        return FormCard.Of(
            $"{@case.Id} {@case.CheckWord}",
            null,
            [
                new TextBlock(title),
                .. HoldLines.On(@case),
                .. shown.SelectMany(action => Row(action, owner, words)),
                .. actions.Count > shown.Count
                    ? (IReadOnlyList<CardElement>)[new TextBlock($"And {actions.Count - shown.Count} more.")]
                    : [],
                new TextBlock("Accept them, or say in your actions that you can't.") { IsSubtle = true },
            ],
            OwnActions.Buttons(@case));
    }

    /// <summary>When what was changed of a row is told.</summary>
    public static DateTimeOffset TellAt(PlannedAction row) =>
        row.Fact.Kind == ActionKind.SafetyPlan ? row.ChangedAt : row.ChangedAt + Settles;

    public static Notification Notify(AdaptiveCard card, PlannedAction action) => new(card, Sentence)
    {
        InLetter = "What is yours to do stands on your page.",
        Asks = Asks([action]),
    };

    /// <summary>What a letter asks of an owner: how many and by when, never what (P22).</summary>
    public static LetterTask Asks(IReadOnlyList<PlannedAction> own) => new(own.Count, own.Min(action => action.Fact.DueAt),
        own.Count == 1 ? "read it and accept it, or say that you can't" : "read them and accept them, or say which you can't");

    private static string Of(ActionKind kind) => kind switch
    {
        ActionKind.SafetyPlan => " · interim safety plan",
        ActionKind.Enquiry => " · section 47 enquiry",
        _ => "",
    };

    private static IEnumerable<CardElement> Row(PlannedAction action, Participant owner, Words words)
    {
        if (!action.Fact.Audience.Admits(owner.Agency))
        {
            yield return new TextBlock($"One that is marked for others, by {words.When(action.Fact.DueAt)}. Ask the chair.")
            {
                Separator = true,
            };
            yield break;
        }

        yield return new PlainText(action.Fact.What) { Weight = TextWeight.Bolder };
        yield return new TextBlock(
            $"By {words.When(action.Fact.DueAt)}{Of(action.Fact.Kind)}");
        foreach (var (label, text) in new[] { ("For: ", action.Fact.Purpose), ("If this fails: ", action.Fact.IfThisFails) }.Where(
            line => line.Item2.Length > 0))
        {
            yield return new PlainText(label + text) { IsSubtle = true };
        }
    }
}
