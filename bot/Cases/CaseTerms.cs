namespace StrategyBot.Cases;

/// <summary>What a case is found by, so that <c>status</c> and <c>my actions</c> never scan.
/// Derived; rebuilt from the record at will.</summary>
internal static class CaseTerms
{
    /// <summary>Something of it was refused outside and may be tried again.</summary>
    public const string Refused = "refused";

    public static string Person(PersonId id) => $"person:{id.Value}";

    public static string Mail(string address) => $"mail:{address.Trim().ToLowerInvariant()}";

    /// <param name="tokenHash">The token itself stands in the letter alone.</param>
    public static string Link(string tokenHash) => $"link:{tokenHash}";

    /// <param name="id">SHA-256 of what the browser shows.</param>
    public static string Session(string id) => $"session:{id}";

    /// <param name="ticket">SHA-256 of what stands in the address.</param>
    public static string Document(string ticket) => $"document:{ticket}";

    public static string Chat(string threadId) => $"chat:{threadId}";

    public static IReadOnlyList<string> Of(Case @case) =>
    [
        .. @case.Effects.Values.Any(effect => effect.IsRefused) ? (IReadOnlyList<string>)[Refused] : [],
        .. @case.Participants.Where(@case.IsOpenTo)
            .SelectMany(person => person.Person is { } first ? person.Also.Prepend(first) : person.Also)
            .Select(Person).Distinct(),
        .. @case.Participants.Where(person => @case.IsOpenTo(person) && person.IsFoundBy(person.Mail))
            .Select(person => Mail(person.Mail)).Distinct(),
        .. @case.Links.Issued.Where(link => !link.IsLocked && !link.IsRevoked).Select(link => Link(link.TokenHash)),
        .. @case.Links.Sessions.Select(session => Session(session.Id)),
        .. @case.Links.Offers.Keys.Select(Document),
        .. @case.Meetings.Where(meeting => meeting.Room.Chat is not null).Select(meeting => Chat(meeting.Room.Chat!.ThreadId)).Distinct(),
    ];
}
