using StrategyBot.Rules;

namespace StrategyBot.PartnerLinks;

/// <summary>The rule of who a duty inbox may name (P11). Pure.</summary>
internal static class WhoAttendsRule
{
    public static Decision Name(Case @case, Participant inbox, WhoAttendsPart.Form typed)
    {
        if (!inbox.IsInbox)
        {
            return new NotYourPart();
        }

        if (@case.Meeting is not { IsConvened: true, Attendance.EndedAt: null })
        {
            return new CannotBe("This meeting is over, so nobody can be named any more. Ask the chair.");
        }

        var (name, mail) = (Line(typed.Name), MailAddress.Read(typed.Mail));
        return Wrong(@case, inbox, typed, name, mail).ToList() switch
        {
            [] when Other(@case, inbox, name, mail!.Value) is not null => typed.IsRight == true
                ? new UnknownAnswered(name, mail.Value, Rsvp.Coming) { Meeting = @case.Meeting.Id, NamedBy = inbox.Id }
                // Whose it is isn't said: the inbox sees nothing of the case.
                : new CannotBe("Somebody else has that address on this case. Check it. If it is right, say so: then the chair is asked.")
                {
                    Field = "mail",
                },
            [] => Decision.Of(Facts(@case, inbox, typed, name, mail!.Value)),
            [var one] => one,
            var all => new Several(all),
        };
    }

    private static IEnumerable<Refusal> Wrong(
        Case @case, Participant inbox, WhoAttendsPart.Form typed, string name, MailAddress? mail)
    {
        if (name.Length == 0)
        {
            yield return new CannotBe("Give the name of the person.") { Field = "name" };
        }

        if (mail is null)
        {
            yield return new CannotBe(MailAddress.HowToWrite) { Field = "mail" };
        }
        else if (!mail.IsOfSameDomain(inbox.Mail))
        {
            yield return new CannotBe("The address must be of your own organisation. Ask the chair to invite anybody else.")
            {
                Field = "mail",
            };
        }
        else if (MailAddress.Same(mail.Value, inbox.Mail))
        {
            yield return new CannotBe("Give the person's own address: several people read this one.") { Field = "mail" };
        }

        if (new[] { name, Line(typed.JobTitle), Line(typed.Phone) }.Any(text => text.Length > FormCard.Line))
        {
            yield return new TooLong(FormCard.Line);
        }
    }

    /// <summary>Who has the address under another name or in another agency.</summary>
    public static Participant? Other(Case @case, Participant inbox, string name, string mail) => @case.Participants.FirstOrDefault(
        person => MailAddress.Same(person.Mail, mail)
            && (person.Agency != inbox.Agency || !string.Equals(person.Name.Trim(), name, StringComparison.OrdinalIgnoreCase)));

    public static bool IsTaken(Case @case, Participant inbox, WhoAttendsPart.Form? typed) =>
        MailAddress.Read(typed?.Mail) is { } mail && Other(@case, inbox, Line(typed?.Name), mail.Value) is not null;

    public static string Line(string? typed) => typed?.ReplaceLineEndings(" ").Trim() ?? "";

    /// <summary>The person takes the inbox's place: from here on letters go to them.
    /// Whoever is invited already stays as they are.</summary>
    private static IReadOnlyList<Fact> Facts(Case @case, Participant inbox, WhoAttendsPart.Form typed, string name, string mail)
    {
        var known = @case.Participants.FirstOrDefault(person => MailAddress.Same(person.Mail, mail));
        var named = known is null
            ? new Participant(@case.NextPerson(), name, inbox.Agency, Line(typed.JobTitle), inbox.Organisation,
                mail, Line(typed.Phone), [Role.Attendee])
            : known with { Roles = known.Roles.Add(Role.Attendee) };
        return
        [
            .. known is { IsInvited: true } ? (IReadOnlyList<Fact>)[] : [new ParticipantAdded(named)],
            .. inbox.IsInvited ? (IReadOnlyList<Fact>)[new ParticipantRemoved(inbox.Id, "Named who will attend.")] : [],
        ];
    }
}
