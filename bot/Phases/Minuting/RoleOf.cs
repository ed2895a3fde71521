using StrategyBot.Rules.Procedures;

namespace StrategyBot.Phases.Minuting;

/// <summary>Who a reminder's role means on a case.</summary>
internal static class RoleOf
{
    public const string Chair = "chair";

    /// <summary>Who holds the role: somebody on the case where the addresses agree, else whom the profile names.
    /// The chair is not reminded twice.</summary>
    public static Participant? Find(Case @case, Meeting meeting, string role)
    {
        var chair = @case.Find(meeting.Chair);
        if (role == Chair)
        {
            return chair;
        }

        return @case.Profile.Roles.Find(role) is { Mail: { Length: > 0 } mail } holder && !Same(chair?.Mail, mail)
            ? @case.Participants.FirstOrDefault(person => Same(person.Mail, mail)) ?? Outside(role, holder, mail)
            : null;
    }

    /// <summary>Of which meeting, and to whom, a reminder goes whose <c>About</c> is <c>meeting-1/chair</c>.</summary>
    public static (Meeting Meeting, Participant To) Read(Case @case, string about)
    {
        var (id, role) =
            about.Split('/') is [var before, var after]
                ? (before, after)
                : throw new ArgumentException("It is about nothing.", nameof(about));
        var meeting = @case.Meetings.First(meeting => meeting.Id.Value == id);
        return (meeting, Find(@case, meeting, role)!);
    }

    private static Participant Outside(string role, RoleHolder holder, string mail) =>
        new(new($"role-{role}"), holder.Name ?? holder.Title, Agency.SocialCare, holder.Title, "", mail, holder.Phone ?? "", []);

    private static bool Same(string? address, string other) => string.Equals(address, other, StringComparison.OrdinalIgnoreCase);
}
