using System.Net.Mail;
using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Forms;

namespace StrategyBot.PartnerLinks;

/// <summary>The rule of who a duty inbox may name (P11). Pure.</summary>
internal static class NamingAttendee
{
    public static Decision Name(Case @case, Participant inbox, NameAttendee.Form typed)
    {
        var (name, mail) = (Line(typed.Name), Line(typed.Mail));
        return true switch
        {
            _ when !inbox.IsInbox => new NotYourPart(),
            _ when @case.Meeting is not { IsConvened: true, Attendance.EndedAt: null } => new CannotBe("This meeting is over, so nobody can be named any more. Ask the chair."),
            _ when name.Length == 0 => new CannotBe("Give the name of the person."),
            _ when !MailAddress.TryCreate(mail, out var address) || address.Address != mail => new CannotBe("That is not a mail address. Write it like name@police.example."),
            _ when Domain(mail) != Domain(inbox.Mail) => new CannotBe("The address must be of your own organisation. Ask the chair to invite anybody else."),
            _ when string.Equals(mail, inbox.Mail, StringComparison.OrdinalIgnoreCase) => new CannotBe("Give the person's own address: several people read this one."),
            _ when new[] { name, mail, Line(typed.JobTitle), Line(typed.Phone) }.Any(text => text.Length > FormCard.Line) => new TooLong(FormCard.Line),
            _ => Decision.Of(Facts(@case, inbox, typed, name, mail)),
        };
    }

    public static string Line(string? typed) => typed?.ReplaceLineEndings(" ").Trim() ?? "";

    /// <summary>The person takes the inbox's place: from here on letters go to them. Whoever is invited already stays as they are.</summary>
    private static IReadOnlyList<Fact> Facts(Case @case, Participant inbox, NameAttendee.Form typed, string name, string mail)
    {
        var known = @case.Participants.FirstOrDefault(person => string.Equals(person.Mail, mail, StringComparison.OrdinalIgnoreCase));
        var named = known is null
            ? new Participant(new($"person-{@case.Participants.Count + 1}"), name, inbox.Agency, Line(typed.JobTitle), inbox.Organisation, mail, Line(typed.Phone), [Role.Attendee])
            : known with { Roles = known.Roles.Add(Role.Attendee) };
        return
        [
            .. known is { IsInvited: true } ? (IReadOnlyList<Fact>)[] : [new ParticipantAdded(named)],
            .. inbox.IsInvited ? (IReadOnlyList<Fact>)[new ParticipantRemoved(inbox.Id, "Named who will attend.")] : [],
        ];
    }

    private static string Domain(string mail) => mail[(mail.LastIndexOf('@') + 1)..].ToLowerInvariant();
}
