using StrategyBot.Rules;

namespace StrategyBot.Phases.Holding;

/// <summary>The rules of a part that only some of those who are there hear (P6). Pure.</summary>
internal static class RestrictedRule
{
    public static Refusal? WhyNot(Case @case) => @case.Meeting.Attendance switch
    {
        { StartedAt: null } => new NotStarted(),
        { EndedAt: not null } => new CannotBe("The meeting is over."),
        _ => null,
    };

    /// <summary>Who is there now.</summary>
    public static IReadOnlyList<Participant> There(Case @case) => [.. @case.Participants.Where(person =>
        @case.Meeting.Attendance.Presences.GetValueOrDefault(person.Id) is { Until: null } || person.Id == @case.Meeting.Chair)];

    /// <summary>Whom the narrowest marking names, as long as nobody says otherwise.</summary>
    public static IReadOnlyList<ParticipantId> Usual(Case @case) =>
    [
        .. There(@case).Where(person => person.Id == @case.Meeting.Chair || Audience.PoliceAndSocialCare.Admits(person.Agency))
            .Select(person => person.Id),
    ];

    /// <param name="stays">Ids of participants; the chair stays in any case.</param>
    public static Decision Hear(Case @case, Participant me, IReadOnlyList<string> stays, DateTimeOffset now)
    {
        if (WhyNot(@case) is { } not)
        {
            return not;
        }

        var (there, running) = (There(@case), @case.Meeting.Attendance.RestrictedNow);
        var heard = there.Where(person => person.Id == me.Id || person.Id == @case.Meeting.Chair || stays.Contains(person.Id.Value))
            .Select(person => person.Id).ToValueList();
        return heard.Count == there.Count
            ? new CannotBe("Nobody leaves, so everybody hears it. Untick who must leave, or go on without this.") { Field = "stays" }
            : running?.Heard.SequenceEqual(heard) == true ? Decision.Already
            : new RestrictedHeard(running?.Number ?? @case.Meeting.Attendance.Restricted.Count + 1, heard)
            {
                Meeting = @case.Meeting.Id,
                HappenedAt = running?.From ?? now,
            };
    }

    public static Decision Over(Case @case, DateTimeOffset now) => @case.Meeting.Attendance.RestrictedNow is { } running
        ? new RestrictedOver(running.Number) { Meeting = @case.Meeting.Id, HappenedAt = now }
        : @case.Meeting.Attendance.Restricted.Count > 0 ? Decision.Already
        : new CannotBe("No restricted part has begun.");

    /// <summary>Since when, who stays, and who is asked to leave.</summary>
    public static string Say(Case @case, Restriction running, Words words)
    {
        var left = There(@case).Where(person => !running.Heard.Contains(person.Id)).Select(person => person.Name).ToList();
        return $"Since {words.Time(running.From)}. In it: {Names(@case, running.Heard)}. "
            + (left.Count == 0 ? "Nobody else is here." : $"Out for it: {string.Join(", ", left)}.");
    }

    private static string Names(Case @case, IEnumerable<ParticipantId> people) =>
        string.Join(", ", people.Select(id => @case.Find(id)?.Name ?? "somebody who was taken off"));
}
