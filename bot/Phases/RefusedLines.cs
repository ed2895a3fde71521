using StrategyBot.Obligations;

namespace StrategyBot.Phases;

/// <summary>What waits because it was refused outside, and why, for whoever may do something about it.</summary>
internal static class RefusedLines
{
    // The rest is counted: a whole mailbox may be refused.
    private const int MostNamed = 4;

    public static IEnumerable<StatusLine> For(CaseView view, IReadOnlyList<RefusedEffect> refused) => !view.Reader.May(Capability.Arrange)
        ? []
        : refused.GroupBy(one => one.Why()).Select(group => new StatusLine(1,
            $"Waits: {Named([.. group])}. Why: {group.Key}. I try again by myself, every four hours at the latest; "
                + "“Try again” does it now."));

    private static string Named(IReadOnlyList<RefusedEffect> refused)
    {
        var named = refused.Take(MostNamed).Select(one => one.To is { } to ? $"{one.Says} to {Shortened.Name(to.Name)}" : one.Says);
        return string.Join("; ", named) + (refused.Count > MostNamed ? $"; {refused.Count - MostNamed} more" : "");
    }
}
