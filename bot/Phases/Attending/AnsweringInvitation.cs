using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Forms;
using StrategyBot.Rules;

namespace StrategyBot.Phases.Attending;

/// <summary>What an invitee says of the invitation (R11, R12).</summary>
/// <param name="DecisionMaker">Who can decide for the agency, where the invitee can't.</param>
public sealed record TypedInvitation(Rsvp? Answer, bool RecordsChecked, bool CanDecide, bool LinkWorks, string DecisionMaker);

/// <summary>Who comes in an invitee's place (R13).</summary>
public sealed record TypedDeputy(string Name, string Mail, string Role, bool Handover);

/// <summary>What stands in the calendar beside an address.</summary>
public sealed record CalendarAnswer(string Mail, Rsvp Answer, DateTimeOffset? At);

/// <summary>The rules of answering an invitation (R11–R13). Answering again replaces.</summary>
public static class AnsweringInvitation
{
    public static Decision Answer(Case @case, Participant me, TypedInvitation typed)
    {
        if (Closed(@case, me) is { } closed)
        {
            return closed;
        }

        if (typed.Answer is not { } answer)
        {
            return new CannotBe("Nothing says yet whether you come. Choose one of the four answers.");
        }

        var stands = @case.Meeting.Attendance.Answers.GetValueOrDefault(me.Id);
        var handover = answer == Rsvp.SendingDeputy && stands is { Answer: Rsvp.SendingDeputy, Handover: true };
        var fact = new InvitationAnswered(me.Id, answer, typed.RecordsChecked, typed.CanDecide, typed.CanDecide ? "" : typed.DecisionMaker.Trim(), typed.LinkWorks, handover, Via.Form) { Meeting = @case.Meeting.Id };
        return fact.DecisionMaker.Length > FormCard.Line ? new TooLong(FormCard.Line)
            : stands == fact ? Decision.Already
            : fact;
    }

    /// <summary>Puts a deputy on the case in the invitee's agency; somebody who was named before and isn't now is taken off (R13).</summary>
    public static Decision NameDeputy(Case @case, Participant me, TypedDeputy typed)
    {
        var (name, mail, role) = (typed.Name.Trim(), MailAddress.Visible(typed.Mail), typed.Role.Trim());
        if (Closed(@case, me) is { } closed)
        {
            return closed;
        }

        if (new[] { name, mail, role }.Any(text => text.Length > FormCard.Line))
        {
            return new TooLong(FormCard.Line);
        }

        return Unfit(@case, me, name, mail) is { } unfit ? unfit : Decision.Of(DeputyFacts(@case, me, (name, mail, role), typed.Handover));
    }

    /// <summary>What the calendar tells; an answer given in a form or by telephone outweighs it.</summary>
    public static IReadOnlyList<Fact> FromCalendar(Case @case, IReadOnlyList<CalendarAnswer> told)
    {
        var answers = @case.Meeting.Attendance.Answers;
        return
        [
            .. from person in @case.Invited
               where person.Id != @case.Meeting.Chair
               let said = told.FirstOrDefault(answer => string.Equals(answer.Mail, person.Mail, StringComparison.OrdinalIgnoreCase))
               where said is not null
               let stands = answers.GetValueOrDefault(person.Id)
               where stands is null || (stands.Via == Via.Outlook && stands.Answer != said.Answer)
               select new InvitationAnswered(person.Id, said.Answer, false, false, "", false, false, Via.Outlook) { Meeting = @case.Meeting.Id, HappenedAt = said.At },
        ];
    }

    /// <summary>Who comes in this person's place, where they named somebody.</summary>
    public static Participant? DeputyOf(Case @case, Participant me) => @case.Invited.FirstOrDefault(person => person.DeputyFor == me.Id);

    private static Refusal? Closed(Case @case, Participant me) =>
        !me.IsInvited ? new NotYourPart()
        : @case.Meeting.Attendance.EndedAt is not null ? new MeetingIsOver()
        : null;

    private static CannotBe? Unfit(Case @case, Participant me, string name, string mail)
    {
        var known = @case.Participants.FirstOrDefault(person => Same(person.Mail, mail));
        return name.Length == 0 || mail.Length == 0 ? new CannotBe("Name the person who comes in your place and give their mail address: the invitation goes there.")
            : MailAddress.Read(mail) is not { } address ? new CannotBe(MailAddress.HowToWrite) { Field = "mail" }
            : known?.Id == me.Id ? new CannotBe("That is your own address. Give the address of the person who comes in your place.")
            : known is not null && known.Agency != me.Agency ? new CannotBe("Somebody of another agency has that address on this case. Check it, or ask the chair.")
            // Whoever is named may read the case, so an invitee names people of their own organisation only.
            : me.Mail.Length > 0 && !address.IsOfSameDomain(me.Mail) ? new CannotBe("That address is outside your own organisation. Ask the chair to add the person.")
            : null;
    }

    private static List<Fact> DeputyFacts(Case @case, Participant me, (string Name, string Mail, string Role) typed, bool handover)
    {
        var facts = new List<Fact>();
        var before = DeputyOf(@case, me);
        var known = @case.Participants.FirstOrDefault(person => Same(person.Mail, typed.Mail));
        if (before is not null && before != known)
        {
            facts.Add(new ParticipantRemoved(before.Id, "Another deputy was named."));
        }

        var fresh = new Participant(new($"person-{@case.Participants.Count + 1}"), typed.Name, me.Agency, typed.Role, me.Organisation, typed.Mail, "", []);
        var deputy = (known ?? fresh) with { DeputyFor = me.Id, Roles = RolesOf(known, me) };
        deputy = known is null || known.DeputyFor == me.Id ? deputy with { Name = typed.Name, JobTitle = typed.Role } : deputy;
        if (deputy != known)
        {
            facts.Add(new ParticipantAdded(deputy));
        }

        var stands = @case.Meeting.Attendance.Answers.GetValueOrDefault(me.Id);
        var answer = new InvitationAnswered(me.Id, Rsvp.SendingDeputy, stands?.RecordsChecked ?? false, stands?.CanDecide ?? false, stands?.DecisionMaker ?? "", stands?.LinkWorks ?? false, handover, Via.Form) { Meeting = @case.Meeting.Id };
        if (answer != stands)
        {
            facts.Add(answer);
        }

        return facts;
    }

    private static ValueList<Role> RolesOf(Participant? known, Participant me) =>
        (known?.Roles ?? []).Concat(me.Roles.Where(role => role is Role.SocialWorker or Role.Scribe)).Append(Role.Attendee).Distinct().ToValueList();

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
