using static StrategyBot.Rules.Procedures.ProcedureProfile;

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

    /// <summary>Whose absence needs a reason and leaves the quorum whole: the school of a child of its age (R125).</summary>
    public static IReadOnlyList<Agency> Expected(Case @case) =>
        @case.Profile.Quorum.Education == EducationPlace.Expected && !Core(@case).Contains(Agency.School)
            && @case.Children.Any(child => Ages.IsOfSchoolAge(child, @case.Clocks.Words.LocalDate(@case.OpenedAt)))
                ? [Agency.School]
                : [];

    /// <summary>Expected agencies of which nobody is there, or said that they come.</summary>
    public static IReadOnlyList<Agency> NotHere(Case @case) => [.. Expected(@case).Where(agency => !IsCovered(@case, agency))];

    /// <summary>Core agencies of which somebody said that they come, or is there once the meeting has begun.</summary>
    public static IReadOnlyList<Agency> Covered(Case @case) => [.. Core(@case).Where(agency => IsCovered(@case, agency))];

    private static bool IsCovered(Case @case, Agency agency) =>
        @case.Speaking.Any(person => Fills(@case, person, agency) && IsComing(@case, person));

    private static bool IsComing(Case @case, Participant person) => @case.Meeting.Attendance is { StartedAt: null } before
        ? person.Id == @case.Meeting.Chair
            || (before.Standing.TryGetValue(person.Id, out var answer) && answer.Answer == Facts.Rsvp.Coming)
        : @case.Meeting.Attendance.Attended(person.Id);

    /// <summary>Who comes for health and has not said that they have the records and may decide, so that its place is not filled.
    /// </summary>
    public static IEnumerable<Participant> ToSay(Case @case) =>
        @case.Profile.Quorum.AnyHealthWithRecords == true && Core(@case).Contains(Agency.Health) && !IsCovered(@case, Agency.Health)
            ? @case.Speaking.Where(person => person.Agency == Agency.Health && IsComing(@case, person))
            : [];

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
        return (covered.Count == core.Count
            ? $"Core agencies: all {core.Count} {(IsBefore(@case) ? "are coming" : "are here")}."
            : $"Core agencies: {covered.Count} of {core.Count}. {SayMissing(@case, [.. core.Except(covered)])}")
            + string.Concat(ToSay(@case).Take(1).Select(person =>
                $" {person.Name} fills health's place once they say that they have the records and can decide."))
            + string.Concat(NotHere(@case).Select(agency => IsBefore(@case)
                ? $" {agency.Name()} is expected."
                : $" {agency.Name()} is expected and not here."));
    }

    /// <summary>Which of them, where the count stands already.</summary>
    public static string SayMissing(Case @case, IReadOnlyList<Agency> missing) =>
        $"{(IsBefore(@case) ? "Not sure of" : "Missing")}: {string.Join(", ", missing.Select(agency => agency.Name()))}.";

    private static bool IsBefore(Case @case) => @case.Meeting.Attendance.StartedAt is null;

    /// <summary>Health's place is filled by the roles that the profile names (R7), or by whoever has the records and may decide (R124);
    /// any other agency's by anybody of it.</summary>
    private static bool Fills(Case @case, Participant person, Agency agency) =>
        person.Agency == agency
        && (agency != Agency.Health || @case.Profile.Quorum.IsHealthRole(person.JobTitle)
            || (@case.Profile.Quorum.AnyHealthWithRecords == true
                && @case.Meeting.Attendance.Standing.GetValueOrDefault(person.Id) is { RecordsChecked: true, CanDecide: true }));
}
