namespace StrategyBot.Cases;

/// <summary>What a case is found by, so that <c>status</c> and <c>my actions</c> never scan. Derived; rebuilt from the record at will.</summary>
public static class CaseTerms
{
    public const string Open = "open";

    public static string Person(PersonId id) => $"person:{id.Value}";

    public static string Mail(string address) => $"mail:{address.Trim().ToLowerInvariant()}";

    public static string Chat(string threadId) => $"chat:{threadId}";

    public static string Reference(string reference) => $"reference:{reference.ToUpperInvariant()}";

    public static IReadOnlyList<string> Of(Case @case) =>
    [
        Open,
        Reference(@case.Id.Value),
        .. @case.Participants.Where(person => person.Person is not null).Select(person => Person(person.Person!.Value)).Distinct(),
        .. @case.Participants.Where(person => person.Person is null && person.Mail.Length > 0).Select(person => Mail(person.Mail)).Distinct(),
        .. @case.Meetings.Where(meeting => meeting.Room.Chat is not null).Select(meeting => Chat(meeting.Room.Chat!.ThreadId)).Distinct(),
    ];
}
