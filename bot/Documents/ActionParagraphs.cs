using StrategyBot.Rules;

namespace StrategyBot.Documents;

/// <summary>The table of actions (R41, R62, R91): rows whose words are changed in the plan and nowhere else, so that their
/// owners hear of it.</summary>
internal static class ActionParagraphs
{
    public const string Title = "Actions";

    /// <summary>The columns of the table.</summary>
    public static IReadOnlyList<string> Columns { get; } = ["What", "Who", "By when", "Purpose", "If this fails"];

    internal static IEnumerable<MinutesParagraph> Of(Case @case, Words words) =>
        Rows(@case, ActionKind.Action, new(@case, Title), "action", words)
            .DefaultIfEmpty(new Section(@case, Title).Plain("action/none", "No actions were agreed."));

    internal static IEnumerable<MinutesParagraph> Rows(Case @case, ActionKind kind, Section section, string id, Words words) =>
        @case.Meeting.Plan.Open.Where(action => action.Fact.Kind == kind).Select(action => Row(@case, action, section, id, words));

    private static MinutesParagraph Row(Case @case, PlannedAction action, Section section, string id, Words words)
    {
        var fact = action.Fact;
        ValueList<string> cells =
            [About(@case, fact) + fact.What, @case.Find(fact.Owner)?.Described ?? Authors.Gone, words.When(fact.DueAt), fact.Purpose,
                fact.IfThisFails];
        return section.By($"{id}/{action.Id.Value}", FactWords.Lines(Columns.Zip(cells)), action.By, fact.OnBehalfOf, action.At,
            fact.Audience) with
        { Cells = cells };
    }

    private static string About(Case @case, ActionAgreed fact) =>
        @case.Children.Count > 1 && fact.Child is { } id && @case.Find(id) is { } child ? $"{child.Named()}: " : "";
}
