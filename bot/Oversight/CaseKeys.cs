using StrategyBot.Rules;

namespace StrategyBot.Oversight;

/// <summary>By what it is told who of the authority sees a case among others. Pure.</summary>
/// <param name="IsRestricted">Whoever isn't on it sees its reference and whom to ask.</param>
/// <param name="Leads">Who of the authority leads or manages it, by identity and by address.</param>
/// <param name="Opens">Who else of the authority may open it.</param>
internal sealed record CaseKeys(string Area, bool IsRestricted, ValueList<string> Leads, ValueList<string> Opens)
{
    public static CaseKeys Of(Case @case)
    {
        var people = People(@case).ToList();
        return new(AreaOf(@case),
            // Somebody may not know of it at all, and who reads a board may be their friend.
            @case.Circumstances?.Has(Features.Staff) == true || @case.Links.ShutOut.Count > 0,
            Keys(people.Where(IsLead)), Keys(people.Where(person => !IsLead(person))));
    }

    /// <summary>Who of the authority may see it at all.</summary>
    public static IEnumerable<Participant> People(Case @case) => @case.Participants.Where(person =>
        person.Agency == Agency.SocialCare && @case.IsOpenTo(person) && person.May(Capability.SeeCase));

    /// <summary>As an address stands among whoever may open a case.</summary>
    public static string KeyOf(string mail) => mail.Trim().ToLowerInvariant();

    /// <summary>As it was said at convening, else as the conference was asked for.</summary>
    internal static string AreaOf(Case @case) => @case.Children.Select(child => @case.EnquiryOf(child.Id).Form?.Fact.Area)
        .Prepend(@case.Circumstances?.Area).FirstOrDefault(area => area is { Length: > 0 }) ?? "";

    private static bool IsLead(Participant person) => person.Roles.Any(role =>
        role is Role.Chair or Role.Manager or Role.ApprovingManager or Role.AreaManager or Role.OperationsManager);

    private static ValueList<string> Keys(IEnumerable<Participant> people) =>
    [
        .. people.SelectMany(person => (IEnumerable<string>)
        [
            .. person.Person is { } first ? person.Also.Prepend(first).Select(id => id.Value) : person.Also.Select(id => id.Value),
            .. person.IsFoundBy(person.Mail) ? [KeyOf(person.Mail)] : (string[])[],
        ]).Distinct(),
    ];
}
