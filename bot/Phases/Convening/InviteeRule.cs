using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using StrategyBot.Rules;

namespace StrategyBot.Phases.Convening;

/// <summary>Someone to be put on the list of invitees, wherever they came from.</summary>
internal sealed record Candidate(string? Name, string? Mail, Agency? Agency, string? JobTitle, string? Organisation, string? Phone)
{
    // Enough to tell a directory's people apart.
    private const int KeyLength = 12;

    /// <summary>The bot's own tenant vouches for this identity; <c>null</c> elsewhere.</summary>
    public PersonId? Person { get; init; }

    /// <summary>Stands for the address on a form: as short for a long one, and of no use to anybody else.</summary>
    public string Key =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(MailAddress.Visible(Mail).ToUpperInvariant())))[..KeyLength];

    /// <summary>The part of the county they cover, as the directory knows it.</summary>
    public string? Area { get; init; }

    /// <summary>Asked when the first can't come.</summary>
    public bool IsDeputy { get; init; }

    /// <summary>A duty inbox: it is asked who will attend, and sees nothing of the case (P11).</summary>
    public bool IsInbox { get; init; }
}

/// <summary>The rules of who is invited (R7–R10, R23, P1). Pure.</summary>
internal static class InviteeRule
{
    /// <summary>
    /// Puts one person on the list, as attendee or as the child's social worker. Whoever is on the case already gets the role besides;
    /// whoever was taken off comes as somebody new.
    /// </summary>
    public static Decision Add(Case @case, Candidate typed, Role role)
    {
        if (Wrong(typed, role) is { } why)
        {
            return why;
        }

        return Known(@case.Participants, typed) is { } known && !IsNamed(known, typed)
            ? new CannotBe($"{known.Described} has that address on this case. Check it. If you mean them, give name and agency as here.")
            {
                Field = "mail",
            }
            : Added(@case, @case.Participants, typed, role) is { } added ? new ParticipantAdded(added) : Decision.Already;
    }

    /// <summary>
    /// What was ticked of the directory. Before the meeting is called an unticked person is taken off again; afterwards nobody is without
    /// a reason.
    /// </summary>
    /// <param name="offered">Everybody who stood on the form.</param>
    /// <param name="ticked">Their keys.</param>
    public static Decision Tick(Case @case, IReadOnlyList<Candidate> offered, IReadOnlyCollection<string> ticked)
    {
        bool IsTicked(Candidate one) => ticked.Contains(one.Key);
        var facts = new List<Fact>();
        var people = @case.Participants;
        foreach (var one in offered.Where(IsTicked))
        {
            if (Known(people, one) is { } other && !IsNamed(other, one) && @case.Find(other.Id) is null)
            {
                return new CannotBe($"{other.Name} and {one.Name} have one address in the directory, so a tick doesn't say which of them. "
                    + "Leave them out here, and add whom you mean by hand.");
            }

            if (Added(@case, people, one, Role.Attendee) is { } added)
            {
                facts.Add(new ParticipantAdded(added));
                people = people.RemoveAll(person => person.Id == added.Id).Add(added);
            }
        }

        var off = offered.Where(one => !IsTicked(one))
            .SelectMany(one => @case.Invited.Where(person => MailAddress.Same(person.Mail, one.Mail)))
            .Where(person => person.Id != @case.Meeting.Chair).ToList();
        return @case.Meeting.IsConvened && off.Count > 0
            ? new CannotBe($"{off[0].Name} is invited already. Leave the tick, or press “Take somebody off”: that asks for the reason.")
            : Decision.Of([.. facts, .. off.Select(person => new ParticipantRemoved(person.Id, "Not invited."))]);
    }

    public static Decision Remove(Case @case, ParticipantId id, string? reason)
    {
        var text = AsTyped.Text(reason);
        return @case.Find(id) switch
        {
            null => new NoSuchPerson { Field = "person" },
            { IsInvited: false } => text.Length == 0 || text == @case.Meeting.WhyTakenOff.GetValueOrDefault(id)
                ? Decision.Already
                : new CannotBe("They were taken off already, so this reason has no place in the record.") { Field = "reason" },
            _ when id == @case.Meeting.Chair =>
                new CannotBe("The chair can't be taken off. Another chair takes over first.") { Field = "person" },
            _ when @case.Meeting.IsConvened && text.Length == 0 =>
                new CannotBe("They have been invited already, so it needs a reason.") { Field = "reason" },
            _ => new ParticipantRemoved(id, text),
        };
    }

    private static Participant? Known(ImmutableList<Participant> people, Candidate typed)
    {
        var mail = MailAddress.Visible(typed.Mail);
        return people.FirstOrDefault(person => person.Roles.Count > 0
            && (MailAddress.Same(person.Mail, mail) || (typed.Person is not null && person.Person == typed.Person)));
    }

    private static bool IsNamed(Participant known, Candidate typed) => known.Agency == typed.Agency
        && string.Equals(AsTyped.Line(known.Name), AsTyped.Line(typed.Name), StringComparison.OrdinalIgnoreCase);

    private static Participant? Added(Case @case, ImmutableList<Participant> people, Candidate typed, Role role) =>
        Known(people, typed) switch
        {
            { } known when known.Roles.Contains(role) || (role == Role.Attendee && known.IsInvited) => null,
            { } known => known with { Roles = known.Roles.Add(role) },
            null => new(
                @case.NextPerson(people),
                AsTyped.Line(typed.Name),
                typed.Agency!.Value,
                AsTyped.Line(typed.JobTitle),
                AsTyped.Line(typed.Organisation),
                MailAddress.Visible(typed.Mail),
                AsTyped.Line(typed.Phone),
                [role],
                typed.Person)
            {
                IsInbox = typed.IsInbox,
            },
        };

    private static Refusal? Wrong(Candidate typed, Role role)
    {
        var wrong = new List<Refusal>();
        if (AsTyped.Line(typed.Name).Length == 0)
        {
            var whose = role == Role.SocialWorker ? "Give the social worker's name." : "Give the name of the person or the team.";
            wrong.Add(new CannotBe(whose) { Field = "name" });
        }

        if (MailAddress.Read(typed.Mail) is null)
        {
            wrong.Add(new CannotBe(MailAddress.HowToWrite) { Field = "mail" });
        }

        if (typed.Agency is null)
        {
            wrong.Add(new CannotBe("Choose the agency.") { Field = "agency" });
        }

        return wrong.Count switch { 0 => null, 1 => wrong[0], _ => new Several(wrong) };
    }
}
