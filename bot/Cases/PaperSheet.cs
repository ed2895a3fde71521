using System.Collections.Immutable;

namespace StrategyBot.Cases;

/// <summary>A sheet on which something was written while nothing could be typed (P13).</summary>
internal sealed record PaperSheet(Decided<PaperBegun> Begun, DateTimeOffset? DoneAt)
{
    // Whoever forgot to say that it is typed in goes on with what happens now.
    private static readonly TimeSpan Longest = TimeSpan.FromHours(4);

    /// <summary>When what is on it happened.</summary>
    public DateTimeOffset At => Begun.Fact.HappenedAt ?? Begun.At;

    /// <summary>The one that this person is typing in.</summary>
    public static PaperSheet? Of(Case @case, Participant me, DateTimeOffset now) =>
        @case.Meeting.Assessment.Papers.LastOrDefault(sheet => me.Is(sheet.Begun.By)) is { DoneAt: null } sheet
            && now - sheet.Begun.At < Longest ? sheet : null;

    internal static ImmutableList<PaperSheet> After(ImmutableList<PaperSheet> sheets, Entry entry) => entry.Fact switch
    {
        PaperBegun e => sheets.Add(new(new(e, entry.By, entry.At) { Seq = entry.Seq }, null)),
        _ => sheets.FindLastIndex(sheet => sheet.Begun.By == entry.By) is var last and >= 0
            ? sheets.SetItem(last, sheets[last] with { DoneAt = sheets[last].DoneAt ?? entry.At })
            : sheets,
    };
}
