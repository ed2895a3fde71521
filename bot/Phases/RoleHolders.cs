using StrategyBot.Rules;
using StrategyBot.Rules.Procedures;

namespace StrategyBot.Phases;

/// <summary>Who holds a role of the procedure on a case: one answer, whoever is to be reminded or told.</summary>
internal static class RoleHolders
{
    public const string Chair = "chair", ServiceManager = "serviceManager";

    /// <summary>Somebody on the case by name and address that the procedure gives; for the service manager also another manager there; else
    /// whom the procedure names. Never the chair a second time.</summary>
    /// <returns><c>null</c> where nobody holds it, or nobody who can be reached.</returns>
    public static Participant? Find(Case @case, Meeting meeting, string role)
    {
        var chair = @case.Find(meeting.Chair);
        if (role == Chair)
        {
            return chair;
        }

        if (@case.Profile.Roles.Find(role) is not { } holder)
        {
            return null;
        }

        var others = @case.Participants.Where(person => person.Id != meeting.Chair).ToList();
        var mail = holder.Mail ?? "";
        return others.FirstOrDefault(person => MailAddress.Same(person.Mail, mail) && IsNamed(person, holder))
            ?? (role == ServiceManager ? others.FirstOrDefault(person => person.Roles.Contains(Role.Manager)) : null)
            ?? (mail.Length > 0 && !MailAddress.Same(chair?.Mail, mail) ? Outside(role, holder) : null);
    }

    /// <summary>Whoever has the address under another name is somebody else.</summary>
    private static bool IsNamed(Participant person, RoleHolder holder) => holder.Name is not { Length: > 0 } name
        || string.Equals(person.Name.Trim(), name.Trim(), StringComparison.OrdinalIgnoreCase);

    /// <summary>Whom the procedure names, who is nobody on the case.</summary>
    public static Participant Outside(string role, RoleHolder holder) => new(
        new($"role-{role}"), holder.Name ?? holder.Title, Agency.SocialCare, holder.Title, "", holder.Mail ?? "", holder.Phone ?? "", []);
}
