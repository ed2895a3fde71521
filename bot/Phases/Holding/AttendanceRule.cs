using StrategyBot.Rules;

namespace StrategyBot.Phases.Holding;

/// <summary>Somebody in the meeting chat's roster, as Teams vouches.</summary>
/// <param name="Vouched">The addresses that are theirs, as their own tenant owns the domain.</param>
internal sealed record RosterMember(PersonId Person, string ChannelId, ValueList<string> Vouched);

/// <summary>The rules of who is there (design §8): the call tells, and the chair has the last word.</summary>
internal static class AttendanceRule
{
    // So many lines, each of one person, fit on a card.
    private const int MostOffered = 40;

    /// <summary>Whom the roster tells apart by the address that the chair confirmed.</summary>
    public static IReadOnlyList<PersonRecognised> Recognised(Case @case, IReadOnlyList<RosterMember> roster)
    {
        var found = new List<PersonRecognised>();
        foreach (var member in roster.Where(member => @case.Find(member.Person) is null))
        {
            var person = @case.Participants.FirstOrDefault(person =>
                person.IsShownBy(member.Person, member.Vouched) && found.All(other => other.Participant != person.Id));
            if (person is not null)
            {
                found.Add(new(person.Id, member.Person, member.ChannelId) { Mail = person.Mail });
            }
        }

        return found;
    }

    /// <param name="inCall">Who is in the call now and who is not; whom Teams said nothing of is left out.</param>
    public static IReadOnlyList<Fact> Seen(Case @case, IReadOnlyDictionary<ParticipantId, bool> inCall, DateTimeOffset now)
    {
        var (held, chair) = (@case.Meeting.Attendance, @case.Meeting.Chair);
        var begins = held.StartedAt is null && now >= @case.Meeting.Room.Convened!.StartsAt && inCall.GetValueOrDefault(chair);
        return held.EndedAt is not null || (held.StartedAt is null && !begins)
            ? []
            :
            [
                .. begins ? (IReadOnlyList<Fact>)[new MeetingStarted(Via.Roster) { Meeting = @case.Meeting.Id }] : [],
                .. inCall.Select(seen => Changed(@case, seen.Key, seen.Value)).OfType<Fact>(),
            ];
    }

    /// <summary>Whom the chair is asked about: everybody who may speak, and whoever else the call showed.</summary>
    public static IReadOnlyList<Participant> Offered(Case @case) => [.. @case.Speaking
        .Concat(@case.Participants.Where(person => !person.MaySpeak && @case.Meeting.Attendance.Attended(person.Id))).Take(MostOffered)];

    /// <summary>The chair says who was there; the tick of everybody whom the call showed is set already.</summary>
    public static Decision Confirm(Case @case, IReadOnlyList<string> ticked)
    {
        if (@case.Meeting.Attendance.StartedAt is null)
        {
            return new NotStarted();
        }

        var (held, offered) = (@case.Meeting.Attendance, Offered(@case));
        // Of whom the form has no room for, what the call showed stands.
        var present = @case.Participants
            .Where(person => ticked.Contains(person.Id.Value) || (held.Attended(person.Id) && !offered.Contains(person)))
            .Select(person => person.Id).ToValueList();
        if (!present.Any(id => ticked.Contains(id.Value)))
        {
            return new CannotBe("Nobody is ticked. Tick everybody who is, or was, there.") { Field = "present" };
        }

        var arrivals = present.Where(id => !held.Attended(id)).Select(id => new ArrivalNoted(id, Via.Chair) { Meeting = @case.Meeting.Id });
        var confirmed = new AttendanceConfirmed(present) { Meeting = @case.Meeting.Id };
        return confirmed == held.Confirmed?.Fact && held.Presences.Keys.ToHashSet().SetEquals(present)
            ? Decision.Already
            : Decision.Of([.. arrivals, confirmed]);
    }

    private static AttendanceFact? Changed(Case @case, ParticipantId id, bool isIn)
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
