using StrategyBot.Conversations;
using StrategyBot.Rules.Effects;

namespace StrategyBot.Phases.Holding;

/// <summary>Asks Teams who is in the meeting's chat, and who of them is in the call.</summary>
internal sealed class CallRoster(TeamsConversations teams, Vouching vouching)
{
    /// <returns>Whom Teams doesn't know as one of the meeting is not among those in the call.</returns>
    /// <exception cref="EffectFailedException">Teams didn't answer.</exception>
    public async Task<(IReadOnlyList<RosterMember> Roster, IReadOnlyDictionary<ParticipantId, bool> InCall)> LookAsync(
        Case @case, Patience patience, CancellationToken cancellationToken)
    {
        if (@case.Meeting.Room.Reachable is not { } chat)
        {
            return ([], new Dictionary<ParticipantId, bool>());
        }

        var address = new Address(chat.ConversationId, chat.ServiceUrl);
        var roster = await RosterAsync(@case, address, patience, cancellationToken);
        if (chat.TeamsMeetingId is not { } meeting)
        {
            return (roster, new Dictionary<ParticipantId, bool>());
        }

        var asked = await Task.WhenAll(Known(@case, AttendanceRule.Recognised(@case, roster))
            .Select(async one => (one.Id, IsIn: await IsInCallAsync(address, meeting, one.Person, cancellationToken))));
        return (roster, asked.Where(one => one.IsIn is not null).GroupBy(one => one.Id)
            .ToDictionary(one => one.Key, one => one.Any(seen => seen.IsIn == true)));
    }

    /// <summary>Whoever is known already is known by more than an address.</summary>
    private async Task<IReadOnlyList<RosterMember>> RosterAsync(
        Case @case, Address chat, Patience patience, CancellationToken cancellationToken)
    {
        var roster = new List<RosterMember>();
        foreach (var member in (await teams.MembersAsync(chat, cancellationToken)).Where(member => member.ObjectId.Length > 0))
        {
            var person = PersonId.Of(member.TenantId, member.ObjectId);
            var seen = @case.Find(person) is null ? await vouching.ForAsync(member, patience, cancellationToken) : member;
            roster.Add(new(person, member.ChannelId, seen.Vouched));
        }

        return roster;
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
