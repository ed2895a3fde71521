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
        else if (@case.Participants.Any(person => MailAddress.Same(person.Mail, mail.Value)
            && !string.Equals(person.Name.Trim(), name, StringComparison.OrdinalIgnoreCase)))
        {
            // Whose it is isn't said: the inbox sees nothing of the case.
            yield return new CannotBe("Somebody of another name has that address on this case. Check it, or ask the chair.")
            {
                Field = "mail",
            };
        }

        if (new[] { name, Line(typed.JobTitle), Line(typed.Phone) }.Any(text => text.Length > FormCard.Line))
        {
            yield return new TooLong(FormCard.Line);
        }
    }

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
