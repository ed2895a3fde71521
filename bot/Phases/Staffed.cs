using StrategyBot.Rules.Deadlines;
using StrategyBot.Rules.Procedures;

namespace StrategyBot.Phases;

/// <summary>Who is there to be rung: by hours and school terms, as procedure and directory say them (P12). Pure.</summary>
internal static class Staffed
{
    /// <summary>Who is rung instead of a desk that is closed now, with the number: outside school terms and hours the out-of-term contact,
    /// else the on-call senior; <c>null</c> where it is open.</summary>
    public static string? InsteadOf(Case @case, DutyDesk desk, DateTimeOffset now) =>
        IsClosed(@case, desk.Hours, now) ? desk.OutOfTerm ?? desk.OnCallSenior : null;

    /// <summary>Who is rung for somebody whose agency answers elsewhere out of term, where that is now: the school's.</summary>
    public static string? InsteadOf(Case @case, Participant person, DateTimeOffset now) => DeskOf(@case, person.Agency) is { } desk
        && (IsClosed(@case, desk.Hours, now) || IsClosed(@case, person.Hours, now)) ? desk.OutOfTerm : null;

    public static DutyDesk? DeskOf(Case @case, Agency agency) =>
        @case.Profile.DutyDesks.FirstOrDefault(desk => Agencies.Read(desk.Agency) == agency);

    public static bool IsClosed(Case @case, string? hours, DateTimeOffset now) => IsOpen(@case, hours, now) == false;

    /// <returns><c>null</c> where the words don't say.</returns>
    public static bool? IsOpen(Case @case, string? hours, DateTimeOffset now) =>
        StaffedHours.IsOpen(hours, @case.Clocks.Days, @case.Clocks.Words, now);
}
