using StrategyBot.Rules;

namespace StrategyBot.Phases;

/// <summary>Whom the procedure has told, one after the other, of what nobody has acted on (P27): role → person, deputy, manager,
/// and at night the out-of-hours team. Pure.</summary>
internal static class Ladder
{
    public const string OutOfHours = "outOfHours";

    // Before it only the out-of-hours team is there.
    private static readonly TimeOnly Morning = new(8, 0), Night = new(22, 0);

    public static bool IsOutOfHours(Case @case, DateTimeOffset at)
    {
        var words = @case.Clocks.Words;
        var time = words.LocalTime(at);
        return !@case.Clocks.Days.IsWorkingDay(words.LocalDate(at)) || time < Morning || time >= @case.Profile.Calendar.CutOff;
    }

    /// <summary>The out-of-hours team and its number, where that is who is there.</summary>
    public static string? Number(Case @case, DateTimeOffset at) =>
        IsOutOfHours(@case, at) ? $"Out of hours: {@case.Profile.OutOfHours.Title}, {@case.Profile.OutOfHours.Phone}." : null;

    /// <summary>Who was told already sleeps: where no team reads at night, they hear again in the morning.</summary>
    public static DateTimeOffset Awake(Case @case, DateTimeOffset at)
    {
        var words = @case.Clocks.Words;
        var (day, time) = (words.LocalDate(at), words.LocalTime(at));
        return Holder(@case, OutOfHours) is not null || (time >= Morning && time < Night) ? at
            : words.At(time < Morning ? day : day.AddDays(1), Morning);
    }

    /// <summary>The same moment, or the morning of the next day that is worked.</summary>
    public static DateTimeOffset Worked(Case @case, DateTimeOffset at)
    {
        var (clocks, day) = (@case.Clocks, @case.Clocks.Words.LocalDate(at));
        return clocks.Days.IsWorkingDay(day) ? at : clocks.Words.At(clocks.Days.After(day, 1), Morning);
    }

    /// <summary>The rungs behind those who know already; whoever holds two roles is one. The chair comes first.</summary>
    public static IReadOnlyList<(string Role, Participant Whom)> Of(
        Case @case, IEnumerable<ParticipantId> told)
    {
        var known = told.Select(@case.Find).OfType<Participant>().ToList();
        return
        [
            .. @case.Profile.Escalation.Prepend(RoleHolders.Chair)
                .Select(role => (Role: role, Whom: Holder(@case, role)))
                .Where(rung => rung.Whom is { } whom
                    && known.TrueForAll(one => one.Id != whom.Id && !MailAddress.Same(one.Mail, whom.Mail)))
                .Select(rung => (rung.Role, rung.Whom!))
                .DistinctBy(rung => rung.Item2.Mail.Length > 0 ? rung.Item2.Mail : rung.Item2.Id.Value, StringComparer.OrdinalIgnoreCase),
        ];
    }

    /// <returns><c>null</c> where nobody holds it, or nobody who can be written to.</returns>
    public static Participant? Holder(Case @case, string role) => role != OutOfHours ? RoleHolders.Find(@case, @case.Meeting, role)
        : @case.Profile.OutOfHours is { Mail: { Length: > 0 } mail } team
            ? RoleHolders.Outside(role, new(team.Title, null, mail, team.Phone))
            : null;
}
