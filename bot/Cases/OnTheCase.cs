using System.Collections.Immutable;
using StrategyBot.Rules;

namespace StrategyBot.Cases;

/// <summary>Who is on a case, and as what in each of its meetings, as it is folded.</summary>
internal static class OnTheCase
{
    public static Case Opened(Case @case) => @case with
    {
        Participants = [.. @case.Participants.Select(person => person with { Roles = Everywhere(@case, person.Id, person.Roles) })],
    };

    public static Case Added(Case @case, ParticipantAdded fact)
    {
        var now = fact.Participant with { Roles = Everywhere(@case, fact.Participant.Id, fact.Participant.Roles) };
        return @case with
        {
            Participants = Put(@case.Participants, now.After(@case.Find(now.Id)), person => person.Id),
            Deputies = Deputies.Evolve(@case.Deputies, now, fact.InOwnRight),
        };
    }

    /// <summary>With what somebody is in any meeting of the case.</summary>
    private static ValueList<Role> Everywhere(Case @case, ParticipantId id, IEnumerable<Role> roles) =>
        roles.Concat(@case.Meetings.SelectMany(meeting => meeting.RolesOf(id))).Distinct().ToValueList();

    /// <summary>With what they are in one meeting, and on the case for another reason.</summary>
    public static Participant In(Meeting meeting, Participant person) => person with
    {
        Roles = person.Roles.Where(role => !Participant.IsInvitedAs(role) || meeting.RolesOf(person.Id).Contains(role)).ToValueList(),
    };

    /// <summary>Kept without a role in the meeting, so that what they wrote keeps its author and their number is never given again.
    /// </summary>
    public static Case TakenOff(Case @case, Participant gone, PersonId by)
    {
        var roles = Everywhere(@case, gone.Id, gone.Roles.Where(role => !Participant.IsInvitedAs(role)));
        // A desk that has named somebody may name another.
        var isOut = roles.Count == 0 && !(gone.IsInbox && gone.Is(by));
        return @case with
        {
            Participants = @case.Participants.Replace(gone, gone with { Roles = roles, IsTakenOff = isOut }),
            Deputies = Deputies.Evolve(@case.Deputies, gone with { Roles = roles }),
            Links = isOut ? @case.Links.Without(gone.Id) : @case.Links,
        };
    }

    public static ImmutableList<T> Put<T, TId>(ImmutableList<T> list, T item, Func<T, TId> id)
    {
        var at = list.FindIndex(other => Equals(id(other), id(item)));
        return at < 0 ? list.Add(item) : list.SetItem(at, item);
    }
}
