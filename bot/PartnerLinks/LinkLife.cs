namespace StrategyBot.PartnerLinks;

/// <summary>How long a link opens its page, and for whom. Pure; on the case's clock.</summary>
internal static class LinkLife
{
    /// <summary>P11: whoever signed in before the call stays signed in until then.</summary>
    public static readonly TimeSpan AfterTheEnd = TimeSpan.FromHours(2);

    /// <summary>P11: five wrong codes lock a link.</summary>
    public const int MostWrongCodes = 5;

    // Nobody pressed End: the meeting is not taken to run for ever.
    private static readonly TimeSpan LongestMeeting = TimeSpan.FromHours(12);

    // Minutes are distributed within 2 working days and most actions end within the month; every reminder brings a new link.
    private static readonly TimeSpan FollowingUp = TimeSpan.FromDays(28);

    public static DateTimeOffset ExpiresAt(Case @case, PersonalLink link)
    {
        var meeting = @case.Meetings.FirstOrDefault(meeting => meeting.Id == link.Meeting) ?? @case.Meeting;
        return link.Purpose == LinkPurpose.FollowUp || meeting.Room.Convened is null
            ? link.IssuedAt + FollowingUp
            : EndOf(meeting) + AfterTheEnd;
    }

    /// <summary>Whether somebody can sign in with it.</summary>
    public static bool IsOpen(Case @case, PersonalLink link, DateTimeOffset now) => !link.IsLocked && Holds(@case, link, now);

    /// <summary>Whether somebody who signed in with it still is.</summary>
    public static bool Holds(Case @case, PersonalLink link, DateTimeOffset now) =>
        !link.IsRevoked && !@case.Links.ShutOut.ContainsKey(link.Participant) && now < ExpiresAt(@case, link)
        && @case.Find(link.Participant) is { } holder && holder.May(Needs(holder));

    /// <summary>What the page itself asks of whoever is behind a link; every verb asks for its own besides.</summary>
    public static Capability Needs(Participant holder) => holder.IsInbox ? Capability.NameAttendee : Capability.SeeCase;

    /// <summary>Somebody signs in: once with each code.</summary>
    public static Decision Open(Case @case, string tokenHash, DateTimeOffset now) =>
        @case.Links.Find(tokenHash) is { } link && IsOpen(@case, link, now)
            ? new LinkOpened(link.Participant, tokenHash)
            : new LinkShut();

    /// <summary>A wrong code was typed; the fifth locks the link. Of one that opens nothing by now it is counted too, so that the
    /// answer takes as long.</summary>
    public static IReadOnlyList<Fact> CountWrongCode(Case @case, string tokenHash) =>
        @case.Links.Find(tokenHash) is { IsLocked: false } link
            ? [new WrongCodeTyped(link.Participant, tokenHash),
                .. link.WrongCodes + 1 >= MostWrongCodes ? (IReadOnlyList<Fact>)[new LinkLocked(link.Participant, tokenHash)] : []]
            : [];

    /// <summary>A letter takes its link along: the same one each time it is tried.</summary>
    public static IReadOnlyList<Fact> Issue(Case @case, ParticipantId to, string letter, string tokenHash) =>
        @case.Links.Find(tokenHash) is not null
            ? []
            : [new LinkIssued(to, tokenHash, @case.Meeting.Attendance.EndedAt is null ? LinkPurpose.Call : LinkPurpose.FollowUp,
                letter) { Meeting = @case.Meeting.Id }];

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
        "That did not work. Check the code, or have a new one sent. After five wrong codes a link opens nothing any more.";

    public override string Say(Words words) => Sentence;
}
