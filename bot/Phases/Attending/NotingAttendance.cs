using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Rules;

namespace StrategyBot.Phases.Attending;

/// <summary>Somebody in the meeting chat's roster, as Teams vouches.</summary>
public sealed record RosterMember(PersonId Person, string ChannelId, string Mail);

/// <summary>The rules of who is there (design §8): the call tells, and the chair has the last word.</summary>
public static class NotingAttendance
{
    /// <summary>Whom the roster tells apart by the address that the chair confirmed.</summary>
    public static IReadOnlyList<PersonRecognised> Recognised(Case @case, IReadOnlyList<RosterMember> roster)
    {
        var found = new List<PersonRecognised>();
        foreach (var member in roster.Where(member => member.Mail.Length > 0 && @case.Find(member.Person) is null))
        {
            var person = @case.Participants.FirstOrDefault(person =>
                person.IsFoundBy(member.Mail) && found.All(other => other.Participant != person.Id));
            if (person is not null)
            {
                found.Add(new(person.Id, member.Person, member.ChannelId));
            }
        }

        return found;
    }

    /// <param name="inCall">Who is in the call now and who is not; whom Teams said nothing of is left out.</param>
    public static IReadOnlyList<Fact> Seen(Case @case, IReadOnlyDictionary<ParticipantId, bool> inCall, DateTimeOffset now)
    {
        var held = @case.Meeting.Attendance;
        var begins = held.StartedAt is null && now >= @case.Meeting.Room.Convened!.StartsAt && inCall.GetValueOrDefault(@case.Meeting.Chair);
        return held.EndedAt is not null || (held.StartedAt is null && !begins)
            ? []
            :
            [
                .. begins ? (IReadOnlyList<Fact>)[new MeetingStarted(Via.Roster) { Meeting = @case.Meeting.Id }] : [],
                .. inCall.Select(seen => Changed(@case, seen.Key, seen.Value)).OfType<Fact>(),
            ];
    }

    /// <summary>The chair says who was there; the tick of everybody whom the call showed is set already.</summary>
    public static Decision Confirm(Case @case, IReadOnlyList<string> ticked)
    {
        if (@case.Meeting.Attendance.StartedAt is null)
        {
            return new NotStarted();
        }

        var present = @case.Participants.Where(person => ticked.Contains(person.Id.Value)).Select(person => person.Id).ToValueList();
        var arrivals = present.Where(id => !@case.Meeting.Attendance.Attended(id)).Select(id => (Fact)new ArrivalNoted(id, Via.Chair) { Meeting = @case.Meeting.Id }).ToList();
        var confirmed = new AttendanceConfirmed(present) { Meeting = @case.Meeting.Id };
        return arrivals.Count == 0 && confirmed == @case.Meeting.Attendance.Confirmed && @case.Meeting.Attendance.Presences.Keys.All(id => present.Contains(id))
            ? Decision.Already
            : Decision.Of([.. arrivals, confirmed]);
    }

    private static AttendingFact? Changed(Case @case, ParticipantId id, bool isIn)
    {
        var there = @case.Meeting.Attendance.Presences.GetValueOrDefault(id);
        return isIn switch
        {
            true when there is null or { Until: not null } => new ArrivalNoted(id, Via.Roster) { Meeting = @case.Meeting.Id },
            // Whom the chair saw in the room was never in the call.
            false when there is { Until: null, Via: not Via.Chair } => new DepartureNoted(id, Via.Roster) { Meeting = @case.Meeting.Id },
            _ => null,
        };
    }
}
