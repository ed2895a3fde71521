using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Forms;
using StrategyBot.Rules;

namespace StrategyBot.Phases.Convening;

/// <summary>Someone to be put on the list of invitees, wherever they came from.</summary>
internal sealed record TypedInvitee(string? Name, string? Mail, Agency? Agency, string? JobTitle, string? Organisation, string? Phone)
{
    // Enough to tell a directory's people apart.
    private const int KeyLength = 12;

    /// <summary>The bot's own tenant vouches for this identity; <c>null</c> elsewhere.</summary>
    public PersonId? Person { get; init; }

    /// <summary>Stands for the address on a form: as short for a long one, and of no use to anybody else.</summary>
    public string Key => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(MailAddress.Visible(Mail).ToUpperInvariant())))[..KeyLength];

    /// <summary>The part of the county they cover, as the directory knows it.</summary>
    public string? Area { get; init; }

    /// <summary>Asked when the first can't come.</summary>
    public bool IsDeputy { get; init; }

    /// <summary>A duty inbox: it is asked who will attend, and sees nothing of the case (P11).</summary>
    public bool IsInbox { get; init; }
}

/// <summary>The rules of who is invited (R7–R10, R23, P1). Pure.</summary>
internal static class Inviting
{
    /// <summary>Puts one person on the list, as attendee or as the child's social worker. Whoever is on the case already gets the role besides; whoever was taken off comes as somebody new.</summary>
    public static Decision Add(Case @case, TypedInvitee typed, Role role) => Wrong(typed, role) is { } why
        ? why
        : Added(@case.Participants, typed, role) is { } added ? new ParticipantAdded(added) : Decision.Already;

    /// <summary>What was ticked of the directory. Before the meeting is called an unticked person is taken off again; afterwards nobody is without a reason.</summary>
    /// <param name="offered">Everybody who stood on the form.</param>
    /// <param name="ticked">Their keys.</param>
    public static Decision Tick(Case @case, IReadOnlyList<TypedInvitee> offered, IReadOnlyCollection<string> ticked)
    {
        bool IsTicked(TypedInvitee one) => ticked.Contains(one.Key);
        var facts = new List<Fact>();
        var people = @case.Participants;
        foreach (var one in offered.Where(IsTicked))
        {
            if (Added(people, one, Role.Attendee) is { } added)
            {
                facts.Add(new ParticipantAdded(added));
                people = people.RemoveAll(person => person.Id == added.Id).Add(added);
            }
        }

        if (!@case.Meeting.IsConvened)
        {
            facts.AddRange(offered.Where(one => !IsTicked(one))
                .SelectMany(one => @case.Invited.Where(person => person.Id != @case.Meeting.Chair && MailAddress.Same(person.Mail, one.Mail)))
                .Select(person => new ParticipantRemoved(person.Id, "Not invited.")));
        }

        return Decision.Of(facts);
    }

    public static Decision Remove(Case @case, ParticipantId id, string? reason)
    {
        var text = Lines.Text(reason);
        return @case.Find(id) switch
        {
            null => new NoSuchPerson(),
            { IsInvited: false } => Decision.Already,
            _ when id == @case.Meeting.Chair => new CannotBe("The chair can't be taken off. Another chair takes over first."),
            _ when text.Length > FormCard.LongText => new TooLong(FormCard.LongText),
            _ when @case.Meeting.IsConvened && text.Length == 0 => new CannotBe("They have been invited already, so it needs a reason."),
            _ => new ParticipantRemoved(id, text),
        };
    }

    private static Participant? Added(ImmutableList<Participant> people, TypedInvitee typed, Role role)
    {
        var mail = MailAddress.Visible(typed.Mail);
        if (people.FirstOrDefault(person => person.Roles.Count > 0 && (MailAddress.Same(person.Mail, mail) || (typed.Person is not null && person.Person == typed.Person))) is { } known)
        {
            return known.Roles.Contains(role) || (role == Role.Attendee && known.IsInvited) ? null : known with { Roles = known.Roles.Add(role) };
        }

        return new(
            new($"person-{people.Count + 1}"), Lines.Line(typed.Name), typed.Agency!.Value, Lines.Line(typed.JobTitle), Lines.Line(typed.Organisation), mail,
            Lines.Line(typed.Phone), [role], typed.Person)
        { IsInbox = typed.IsInbox };
    }

    private static Refusal? Wrong(TypedInvitee typed, Role role) => typed switch
    {
        _ when Lines.Line(typed.Name).Length == 0 => new CannotBe(role == Role.SocialWorker ? "Give the social worker's name." : "Give the name of the person or the team."),
        _ when MailAddress.Read(typed.Mail) is null => new CannotBe(MailAddress.HowToWrite) { Field = "mail" },
        { Agency: null } => new CannotBe("Choose the agency."),
        _ => Lines.TooLong(FormCard.Line, Lines.Line(typed.Name), Lines.Line(typed.JobTitle), Lines.Line(typed.Organisation), Lines.Line(typed.Phone)),
    };
}
