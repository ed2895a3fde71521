using StrategyBot.Cases;

namespace StrategyBot.Phases.Attending;

/// <summary>How the core agencies stand, in a line (R8).</summary>
internal static class QuorumLine
{
    public static string Say(Case @case)
    {
        var (core, covered) = (Quorum.Core(@case), Quorum.Covered(@case));
        return covered.Count == core.Count
            ? $"Core agencies: all {core.Count} {(IsBefore(@case) ? "are coming" : "are here")}."
            : $"Core agencies: {covered.Count} of {core.Count}. {Missing(@case, [.. core.Except(covered)])}";
    }

    /// <summary>Which of them, where the count stands already.</summary>
    public static string Missing(Case @case, IReadOnlyList<Agency> missing) =>
        $"{(IsBefore(@case) ? "Not sure of" : "Missing")}: {string.Join(", ", missing.Select(agency => agency.Name()))}.";

    private static bool IsBefore(Case @case) => @case.Meeting.Attendance.StartedAt is null;
}
