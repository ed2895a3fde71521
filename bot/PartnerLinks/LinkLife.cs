using StrategyBot.Phases;

namespace StrategyBot.PartnerLinks;

/// <summary>How long a link opens its page, and for whom. Pure; on the case's clock.</summary>
internal static class LinkLife
{
    /// <summary>P11: whoever signed in before the call stays signed in until then.</summary>
    public static readonly TimeSpan AfterTheEnd = TimeSpan.FromHours(2);

    /// <summary>P11: five wrong codes lock a link, for whoever comes from the address that they were typed at.</summary>
    public const int MostWrongCodes = 5;

    /// <summary>From here on codes are too long to guess, and more of them need no counting on the record.</summary>
    public const int MostCounted = 200;

    /// <summary>How near a meeting must be for a link without a nonce to go on opening its page.</summary>
    public static readonly TimeSpan Near = TimeSpan.FromDays(1);

    // Nobody pressed End: the meeting is not taken to run for ever.
    private static readonly TimeSpan LongestMeeting = TimeSpan.FromHours(12);

    // Minutes are distributed within 2 working days and most actions end within the month; every reminder brings a new link.
    private static readonly TimeSpan FollowingUp = TimeSpan.FromDays(28);

    public static DateTimeOffset ExpiresAt(Case @case, PersonalLink link)
    {
        var meeting = MeetingOf(@case, link);
        return IsOfTheNight(@case, link) ? OutOfHoursDesk.ByDay(@case, link.IssuedAt) + AfterTheEnd
            : IsForAfter(@case, link, meeting) ? link.IssuedAt + FollowingUp
            : EndOf(meeting) + AfterTheEnd;
    }

    /// <summary>How long whoever signs in with it stays signed in, as a letter says it.</summary>
    public static string StaysSignedIn(Case @case, PersonalLink link, Words words) =>
        IsOfTheNight(@case, link) ? $"until {words.When(ExpiresAt(@case, link))}"
            : IsForAfter(@case, link, MeetingOf(@case, link)) ? $"until {words.Date(words.LocalDate(ExpiresAt(@case, link)))}"
            : "until two hours after the meeting";

    /// <summary>Whether somebody can sign in with it.</summary>
    public static bool IsOpen(Case @case, PersonalLink link, string from, DateTimeOffset now) =>
        !link.IsLockedFor(from) && Holds(@case, link, now);

    /// <summary>Whether somebody who signed in with it still is.</summary>
    public static bool Holds(Case @case, PersonalLink link, DateTimeOffset now) => IsWithin(@case, link, now) && IsGood(@case, link, now);

    /// <summary>Who is owed a new link, because theirs has no nonce and would still open otherwise.</summary>
    public static IEnumerable<ParticipantId> Renewed(Case @case) => @case.Links.RenewedAt is not { } at ? [] : @case.Links.Issued
        .Where(link => link is { Nonce: null, IsLocked: false } && IsWithin(@case, link, at) && !IsGood(@case, link, at))
        .Select(link => link.Participant).Distinct();

    /// <summary>Looks the links of the first releases through, once for each case.</summary>
    public static IReadOnlyList<Fact> Renew(Case @case) =>
        @case.Links.RenewedAt is null && @case.Links.Issued.Any(link => link.Nonce is null) ? [new LinksRenewed()] : [];

    /// <summary>What the page itself asks of whoever is behind a link; every verb asks for its own besides.</summary>
    public static Capability Needs(Participant holder) => holder.IsInbox ? Capability.NameAttendee : Capability.SeeCase;

    /// <summary>Somebody signs in: once with each code.</summary>
    public static Decision Open(Case @case, Session session, string from, DateTimeOffset now) =>
        @case.Links.Find(session.TokenHash) is { } link && IsOpen(@case, link, from, now)
            ? new LinkOpened(link.Participant, session.TokenHash) { Session = session.Id }
            : new LinkShut();

    /// <summary>A wrong code was typed; the fifth from one address locks the link there. Of one that opens nothing by now it is counted
    /// too, so that the answer takes as long.</summary>
    public static IReadOnlyList<Fact> CountWrongCode(Case @case, string tokenHash, string from) =>
        @case.Links.Find(tokenHash) is { Tries: < MostCounted } link && !link.IsLockedFor(from)
            ? [new WrongCodeTyped(link.Participant, tokenHash) { From = from },
                .. link.WrongFrom.GetValueOrDefault(from) + 1 >= MostWrongCodes
                    ? (IReadOnlyList<Fact>)[new LinkLocked(link.Participant, tokenHash) { From = from }]
                    : []]
            : [];

    /// <summary>A letter takes its link along: the same one each time it is tried.</summary>
    public static IReadOnlyList<Fact> Issue(
        Case @case, ParticipantId to, string letter, string tokenHash, string nonce, string? key) =>
        @case.Links.Find(tokenHash) is not null
            ? []
            : [new LinkIssued(to, tokenHash, @case.Meeting.Attendance.EndedAt is null ? LinkPurpose.Call : LinkPurpose.FollowUp, letter)
            {
                Meeting = @case.Meeting.Id,
                Nonce = nonce,
                Key = key,
            }];

    /// <summary>What is held by telephone, or written down once it was held, has no call in Teams to last until.</summary>
    private static bool IsForAfter(Case @case, PersonalLink link, Meeting meeting) =>
        link.Purpose == LinkPurpose.FollowUp || meeting.Room.Convened is null || @case.IsByTelephone;

    /// <summary>The out-of-hours team's, until the day has the case; the minutes bring their own.</summary>
    private static bool IsOfTheNight(Case @case, PersonalLink link) => @case.Meeting.Minutes.Version == 0
        && @case.Find(link.Participant) is { } holder && OutOfHoursDesk.IsOf(holder);

    private static bool IsWithin(Case @case, PersonalLink link, DateTimeOffset now) =>
        !link.IsRevoked && now < ExpiresAt(@case, link)
        && @case.Find(link.Participant) is { } holder && @case.IsOpenTo(holder) && holder.May(Needs(holder));

    /// <summary>A token without a nonce follows from the key alone: it is good for a meeting that runs or is near, to its end.</summary>
    private static bool IsGood(Case @case, PersonalLink link, DateTimeOffset now) =>
        link.Nonce is not null || (MeetingOf(@case, link) is { Room.Convened: { } convened } meeting
            && convened.StartsAt - Near <= (@case.Links.RenewedAt ?? now) && now < EndOf(meeting));

    private static Meeting MeetingOf(Case @case, PersonalLink link) =>
        @case.Meetings.FirstOrDefault(meeting => meeting.Is(link.Meeting)) ?? @case.Meeting;

    private static DateTimeOffset EndOf(Meeting meeting)
    {
        var planned = meeting.Room.Convened!.EndsAt;
        return meeting.Attendance switch
        {
            { EndedAt: { } ended } => ended,
            { StartedAt: { } started } => Later(planned, started + LongestMeeting),
            _ => planned,
        };
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}

/// <summary>The one answer to whoever comes with a link that opens nothing, whatever the reason.</summary>
internal sealed record LinkShut : Refusal
{
    public const string Sentence =
        "That did not work. Check the code, or have a new one sent. After five wrong codes a link opens nothing where they were typed.";

    public override string Say(Words words) => Sentence;
}
