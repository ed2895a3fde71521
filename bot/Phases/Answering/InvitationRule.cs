using StrategyBot.Rules;

namespace StrategyBot.Phases.Answering;

/// <summary>What stands in the calendar beside an address.</summary>
internal sealed record CalendarAnswer(string Mail, Rsvp Answer, DateTimeOffset? At);

/// <summary>The rules of answering an invitation (R11–R13). Answering again replaces. Pure.</summary>
internal static class InvitationRule
{
    /// <summary>Whoever isn't invited has nothing to answer, and after the end nobody has.</summary>
    public static Refusal? Closed(Case @case, Participant me) =>
        !me.IsInvited ? new NotYourPart()
        : @case.Meeting.Attendance.EndedAt is not null ? new MeetingIsOver()
        : null;

    public static Decision Answer(Case @case, Participant me, InvitationPart.Form typed)
    {
        var decisionMaker = (typed.DecisionMaker ?? "").Trim();
        if (Closed(@case, me) is { } closed)
        {
            return closed;
        }

        if (typed.Answer is not { } answer)
        {
            return Not("answer", "Nothing says yet whether you come. Choose one of the four answers.");
        }

        if (typed.CanDecide && decisionMaker.Length > 0)
        {
            return Not("decisionMaker", "You say that you can decide, and that somebody else has to. Take the tick or the name away.");
        }

        var stands = @case.Meeting.Attendance.Answers.GetValueOrDefault(me.Id);
        var handover = answer == Rsvp.SendingDeputy && stands is { Answer: Rsvp.SendingDeputy, Handover: true };
        var fact = new InvitationAnswered(
            me.Id, answer, typed.RecordsChecked, typed.CanDecide, decisionMaker, typed.LinkWorks, handover, Via.Form)
        {
            Meeting = @case.Meeting.Id,
        };
        return decisionMaker.Length > FormCard.Line ? new TooLong(FormCard.Line) { Field = "decisionMaker" }
            : stands == fact ? Decision.Already
            : fact;
    }

    /// <summary>Puts a deputy on the case in the invitee's agency; whoever was named before and isn't now is taken off (R13).</summary>
    public static Decision NameDeputy(Case @case, Participant me, DeputyPart.Form typed)
    {
        var (name, mail, role) = ((typed.Name ?? "").Trim(), MailAddress.Visible(typed.Mail), (typed.Role ?? "").Trim());
        return Closed(@case, me) is { } closed ? closed
            : new[] { name, mail, role }.Any(text => text.Length > FormCard.Line) ? new TooLong(FormCard.Line)
            : Unfit(@case, me, name, mail) is { } unfit ? unfit
            : Decision.Of(DeputyFacts(@case, me, (name, mail, role), typed.Handover));
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
               select new InvitationAnswered(person.Id, said.Answer, false, false, "", false, false, Via.Outlook)
               {
                   Meeting = @case.Meeting.Id,
                   HappenedAt = said.At,
               },
        ];
    }

    /// <summary>Who comes in this person's place, where they named somebody.</summary>
    public static Participant? DeputyOf(Case @case, Participant me) => @case.Invited.FirstOrDefault(person => person.DeputyFor == me.Id);

    private static CannotBe? Unfit(Case @case, Participant me, string name, string mail)
    {
        var known = @case.Participants.FirstOrDefault(person => MailAddress.Same(person.Mail, mail));
        return name.Length == 0 ? Not("name", "Name the person who comes in your place.")
            : mail.Length == 0 ? Not("mail", "Give their mail address: the invitation goes there.")
            : MailAddress.Read(mail) is not { } address ? Not("mail", MailAddress.HowToWrite)
            : known?.Id == me.Id ? Not("mail", "That is your own address. Give the address of the person who comes in your place.")
            : known is not null && known.Agency != me.Agency
                ? Not("mail", "Somebody of another agency has that address on this case. Check it, or ask the chair.")
            // Whoever is named may read the case, so an invitee names people of their own organisation only.
            : me.Mail.Length > 0 && !address.IsOfSameDomain(me.Mail)
                ? Not("mail", "That address is outside your own organisation. Ask the chair to add the person.")
            : null;
    }

    private static CannotBe Not(string field, string sentence) => new(sentence) { Field = field };

    private static List<Fact> DeputyFacts(Case @case, Participant me, (string Name, string Mail, string Role) typed, bool handover)
    {
        var facts = new List<Fact>();
        var before = DeputyOf(@case, me);
        var known = @case.Participants.FirstOrDefault(person => MailAddress.Same(person.Mail, typed.Mail));
        if (before is not null && before != known)
        {
            facts.Add(new ParticipantRemoved(before.Id, "Another deputy was named."));
        }

        var id = new ParticipantId($"person-{@case.Participants.Count + 1}");
        var fresh = new Participant(id, typed.Name, me.Agency, typed.Role, me.Organisation, typed.Mail, "", []);
        var deputy = (known ?? fresh) with { DeputyFor = me.Id, Roles = RolesOf(known, me) };
        deputy = known is null || known.DeputyFor == me.Id ? deputy with { Name = typed.Name, JobTitle = typed.Role } : deputy;
        if (deputy != known)
        {
            facts.Add(new ParticipantAdded(deputy));
        }

        var stands = @case.Meeting.Attendance.Answers.GetValueOrDefault(me.Id);
        var answer = (stands ?? new(me.Id, Rsvp.SendingDeputy, false, false, "", false, false, Via.Form)) with
        {
            Answer = Rsvp.SendingDeputy,
            Handover = handover,
            Via = Via.Form,
            Meeting = @case.Meeting.Id,
            HappenedAt = null,
            OnBehalfOf = null,
        };
        if (answer != stands)
        {
            facts.Add(answer);
        }

        return facts;
    }

    private static ValueList<Role> RolesOf(Participant? known, Participant me) =>
        (known?.Roles ?? []).Concat(me.Roles.Where(role => role is Role.SocialWorker or Role.Scribe))
            .Append(Role.Attendee).Distinct().ToValueList();
}
