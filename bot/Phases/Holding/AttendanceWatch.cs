using StrategyBot.Conversations;
using StrategyBot.Obligations;
using StrategyBot.Rules.Effects;

namespace StrategyBot.Phases.Holding;

/// <summary>Asks Teams who is in the call, as no event tells of people who come and go (design §8).</summary>
internal sealed class AttendanceWatch(TeamsConversations teams, TimeProvider clock) : IWatch
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(2);

    // No meeting lasts as long; one that nobody ended is not asked about for ever.
    private static readonly TimeSpan Longest = TimeSpan.FromHours(8);

    public static string Kind => "attending/attendance";

    public static Watching? Over(Case @case) =>
        @case.Meeting is { Room: { Reachable: not null, Convened: { } convened }, Attendance: { EndedAt: null } held }
        ? new(held.StartedAt ?? convened.StartsAt, (held.StartedAt ?? convened.StartsAt) + Longest, Every)
        : null;

    public async Task<Func<Case, IReadOnlyList<Cases.Fact>>> LookAsync(Case @case, CancellationToken cancellationToken)
    {
        var chat = @case.Meeting.Room.Reachable!;
        var address = new Address(chat.ConversationId, chat.ServiceUrl);
        var roster = (await teams.MembersAsync(address, cancellationToken))
            .Where(member => member.ObjectId.Length > 0)
            .Select(member => new RosterMember(PersonId.Of(member.TenantId, member.ObjectId), member.ChannelId, member.Mail ?? ""))
            .ToList();
        var recognised = AttendanceRule.Recognised(@case, roster);
        var inCall = new Dictionary<ParticipantId, bool>();
        if (chat.TeamsMeetingId is { } meeting)
        {
            foreach (var (id, person) in Known(@case, recognised))
            {
                if (await IsInCallAsync(address, meeting, person, cancellationToken) is { } isIn)
                {
                    inCall[id] = isIn;
                }
            }
        }

        return now => [.. AttendanceRule.Recognised(now, roster), .. AttendanceRule.Seen(now, inCall, clock.GetUtcNow())];
    }

    private static IEnumerable<(ParticipantId Id, PersonId Person)> Known(Case @case, IReadOnlyList<PersonRecognised> recognised) =>
    [
        .. @case.Participants.Where(person => person.InTeams is not null).Select(person => (person.Id, person.InTeams!.Value)),
        .. recognised.Select(fact => (fact.Participant, fact.Person)),
    ];

    /// <returns><c>null</c> where Teams does not know the person as one of the meeting.</returns>
    private async Task<bool?> IsInCallAsync(Address chat, string meeting, PersonId person, CancellationToken cancellationToken)
    {
        try
        {
            var objectId = person.Value[(person.Value.IndexOf('/', StringComparison.Ordinal) + 1)..];
            return await teams.IsInCallAsync(chat, meeting, objectId, cancellationToken);
        }
        catch (EffectFailedException refused) when (refused.Failure == EffectFailure.Refused)
        {
            return null;
        }
    }
}
