using StrategyBot.Rules;

namespace StrategyBot.Documents;

/// <summary>The table of actions (R41, R62, R91): rows whose words are changed in the plan and nowhere else, so that their
/// owners hear of it.</summary>
internal static class ActionParagraphs
{
    public const string Title = "Actions";

    /// <summary>What says that there are none.</summary>
    public const string None = "action/none";

    /// <summary>The columns of the table.</summary>
    public static IReadOnlyList<string> Columns { get; } = ["What", "Who", "By when", "Purpose", "If this fails"];

    internal static IEnumerable<MinutesParagraph> Of(Case @case, Words words) =>
    [
        .. Rows(@case, ActionKind.Action, new(@case, Title), "action", words)
            .DefaultIfEmpty(new Section(@case, Title).Plain(None, "No actions are recorded.")),
        .. @case.Meeting.Plan.NotNeeded.Select(not => new Section(@case, Title).Decided($"not-needed/{not.Fact.Offered}", FactWords.Lines(
            ("Not done, though it follows from a decision", not.Fact.What),
            ("Because", not.Fact.Because)), not)),
    ];

    internal static IEnumerable<MinutesParagraph> Rows(Case @case, ActionKind kind, Section section, string id, Words words) =>
    [
        .. from meeting in @case.Meetings.TakeWhile(meeting => meeting.Id != @case.Meeting.Id)
           from row in meeting.Plan.Actions
           where row.Fact.Kind == kind
           let stood = @case.Meeting.Attendance.EndedAt is { } ended ? row.AsOf(ended) : row.IsClosed ? null : row.Agreed
           where stood is not null
           select Row(@case, stood, section, $"{id}/carried", words, "From an earlier meeting: "),
        .. from row in @case.Meeting.Plan.Actions
           where row.Fact.Kind == kind && row.AtMeeting() is not null
           select Row(@case, row.AtMeeting()!, section, id, words, ""),
    ];

    /// <summary>A row as it stood then.</summary>
    internal static MinutesParagraph Row(Case @case, Decided<ActionAgreed> agreed, Section section, string id, Words words, string from)
    {
        var fact = agreed.Fact;
        ValueList<string> cells =
            [from + About(@case, fact) + fact.What, PlannedAction.DoneBy(fact, @case.Find(fact.Owner)?.Described ?? Authors.Gone),
                words.When(fact.DueAt),
                string.Join('\n', new[] { fact.Purpose, fact.Known is { Length: > 0 } known ? $"How we will know: {known}" : "" }
                    .Where(text => text.Length > 0)),
                fact.IfThisFails];
        return section.By($"{id}/{fact.Action.Value}", FactWords.Lines(Columns.Zip(cells)), agreed.By, fact.OnBehalfOf, agreed.At,
            fact.Audience) with
        { Cells = cells };
    }

    internal static string About(Case @case, ActionAgreed fact) =>
        PlannedAction.IsFor(@case, fact) is { } child ? $"{child.Named()}: " : "";
}
