namespace StrategyBot.Cases;

/// <summary>Which core agencies are expected, there, or missing (R7–R9). Pure.</summary>
internal static class Quorum
{
    /// <summary>The profile's core agencies, and midwifery for an unborn child (R9).</summary>
    public static IReadOnlyList<Agency> Core(Case @case) =>
    [
        .. @case.Profile.Quorum.CoreAgencies.Select(Agencies.Read).OfType<Agency>(),
        .. @case.Children.Any(child => child.Details.Unborn) ? (Agency[])[Agency.Midwifery] : [],
    ];

    /// <summary>Core agencies of which somebody said that they come, or is there once the meeting has begun.</summary>
    public static IReadOnlyList<Agency> Covered(Case @case)
    {
        var attendance = @case.Meeting.Attendance;
        return [.. Core(@case).Where(agency => @case.Speaking.Any(person => Fills(@case, person, agency) && (attendance.StartedAt is null
            ? person.Id == @case.Meeting.Chair
                || (attendance.Standing.TryGetValue(person.Id, out var answer) && answer.Answer == Facts.Rsvp.Coming)
            : attendance.Attended(person.Id))))];
    }

    /// <summary>Core agencies of which nothing is asked, as somebody said why they are missing. One that came after all is asked.</summary>
    public static IReadOnlyList<Agency> Excused(Case @case) => @case.Meeting.Attendance is { ExplainedGaps: { IsEmpty: false } gaps }
        ? [.. gaps.Keys.Except(Covered(@case))]
        : [];

    /// <summary>Core agencies that are missing and of which no reason stands.</summary>
    public static IReadOnlyList<Agency> Missing(Case @case) => [.. Core(@case).Except(Covered(@case)).Except(Excused(@case))];

    /// <summary>How the core agencies stand, in a line (R8).</summary>
    public static string Say(Case @case)
    {
        var (core, covered) = (Core(@case), Covered(@case));
        return covered.Count == core.Count
            ? $"Core agencies: all {core.Count} {(IsBefore(@case) ? "are coming" : "are here")}."
            : $"Core agencies: {covered.Count} of {core.Count}. {SayMissing(@case, [.. core.Except(covered)])}";
    }

    /// <summary>Which of them, where the count stands already.</summary>
    public static string SayMissing(Case @case, IReadOnlyList<Agency> missing) =>
        $"{(IsBefore(@case) ? "Not sure of" : "Missing")}: {string.Join(", ", missing.Select(agency => agency.Name()))}.";

    private static bool IsBefore(Case @case) => @case.Meeting.Attendance.StartedAt is null;

    /// <summary>Health's place is filled by the roles that the profile names (R7); any other agency's by anybody of it.</summary>
    private static bool Fills(Case @case, Participant person, Agency agency) =>
        person.Agency == agency
        && (agency != Agency.Health || @case.Profile.Quorum.OtherHealthCounts
            || @case.Profile.Quorum.HealthRoles.Any(role => person.JobTitle.Contains(role, StringComparison.OrdinalIgnoreCase)));
}
