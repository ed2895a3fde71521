using StrategyBot.Cases;
using StrategyBot.Rules.Procedures;

namespace StrategyBot.Phases.Convening;

/// <summary>The people whom the procedure puts on every case beside the convener: managers, business support (P8, P17). They are not invited.</summary>
internal static class Standing
{
    /// <summary>The convener chairs (R5). Someone whom the procedure names keeps that title and role besides.</summary>
    public static Participant Convener(Participant convener, ProcedureProfile profile)
    {
        var held = Held(profile).Where(held => Same(held.Holder.Mail, convener.Mail)).ToList();
        return convener with
        {
            JobTitle = held.Count > 0 ? Title(held) : profile.Chair.Title,
            Roles = [.. new[] { Role.Chair }.Concat(held.Select(one => one.Role)).Distinct()],
        };
    }

    public static IEnumerable<Participant> People(Participant convener, ProcedureProfile profile) => Held(profile)
        .Where(held => held.Holder.Mail is { Length: > 0 } mail && !Same(mail, convener.Mail))
        .GroupBy(held => held.Holder.Mail!, StringComparer.OrdinalIgnoreCase)
        .Select((group, index) => new Participant(
            new($"person-{index + 2}"),
            group.First().Holder.Name ?? group.First().Holder.Title,
            Agency.SocialCare,
            Title(group),
            "",
            group.Key,
            group.First().Holder.Phone ?? "",
            [.. group.Select(held => held.Role).Distinct()]));

    /// <summary>The Head of Service before any other title: a complex case asks for it (R6).</summary>
    private static string Title(IEnumerable<(Role Role, RoleHolder Holder)> held) =>
        held.Select(one => one.Holder.Title).Distinct().Aggregate((first, next) => next.Contains("Head of Service", StringComparison.OrdinalIgnoreCase) ? next : first);

    private static IReadOnlyList<(Role Role, RoleHolder Holder)> Held(ProcedureProfile profile) =>
    [
        (Role.Manager, profile.Roles.DeputyChair),
        (Role.Manager, profile.Roles.ServiceManager),
        (Role.Manager, profile.Roles.HeadOfService),
        (Role.ApprovingManager, profile.Roles.ApprovingManager),
        (Role.BusinessSupport, profile.Roles.BusinessSupport),
    ];

    private static bool Same(string? one, string other) => one is { Length: > 0 } && string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
