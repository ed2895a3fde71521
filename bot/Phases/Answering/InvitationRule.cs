using StrategyBot.Rules;

namespace StrategyBot.Phases.Answering;

/// <summary>What stands in the calendar beside an address.</summary>
internal sealed record CalendarAnswer(string Mail, Rsvp Answer, DateTimeOffset? At)
{
    /// <summary>What the calendar calls them.</summary>
    public string Name { get; init; } = "";
}

/// <summary>The rules of answering an invitation (R11–R13). Answering again replaces. Pure.</summary>
internal static class InvitationRule
{
    /// <summary>Whoever isn't invited has nothing to answer, and after the end nobody has.</summary>
    public static Refusal? Closed(Case @case, Participant me) =>
        !me.IsInvited ? new NotYourPart()
        : @case.Meeting.Attendance.EndedAt is not null || @case.HappenedAlready ? new MeetingIsOver()
        : IsCancelled(@case) ? new CannotBe("The meeting is cancelled. You are invited again if it is held at another time.")
        : null;

    private static bool IsCancelled(Case @case) =>
        !@case.Meeting.IsConvened && @case.InPlaceOf(@case.Meeting.Id) is not null;

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

        if (typed.KnowsChild && typed.IsFromDutyDesk)
        {
            return Not("ticks", "You know this child, or you come from a duty desk. Take one of the two ticks away.");
        }

        var stands = @case.Meeting.Attendance.Standing.GetValueOrDefault(me.Id);
        var handover = answer == Rsvp.SendingDeputy && stands is { Answer: Rsvp.SendingDeputy, Handover: true };
        var fact = new InvitationAnswered(
            me.Id, answer, typed.RecordsChecked, typed.CanDecide, decisionMaker, typed.LinkWorks, handover, Via.Form)
        {
            Meeting = @case.Meeting.Id,
            Knows = typed.KnowsChild ? Acquaintance.KnowsChild : typed.IsFromDutyDesk ? Acquaintance.DutyDesk : null,
        };
        return decisionMaker.Length > FormCard.Line ? new TooLong(FormCard.Line) { Field = "decisionMaker" }
            : stands == fact ? Decision.Already
            : fact;
    }

    /// <summary>Only that the link works: whether somebody comes is said before.</summary>
    public static Decision LinkWorks(Case @case, Participant me) => Closed(@case, me) is { } closed ? closed
        : @case.Meeting.Attendance.Standing.GetValueOrDefault(me.Id) is not { } stands
        ? new CannotBe("Say first whether you are coming; then try the link.")
        : stands.LinkWorks ? Decision.Already
        : stands with { LinkWorks = true, Via = Via.Form, Meeting = @case.Meeting.Id };

    /// <summary>Puts a deputy on the case in the invitee's agency; whoever was named before and isn't now is taken off (R13).</summary>
    public static Decision NameDeputy(Case @case, Participant me, DeputyPart.Form typed)
    {
        var (name, mail, role) = ((typed.Name ?? "").Trim(), MailAddress.Visible(typed.Mail), (typed.Role ?? "").Trim());
        return Closed(@case, me) is { } closed ? closed
            : new[] { name, mail, role }.Any(text => text.Length > FormCard.Line) ? new TooLong(FormCard.Line)
            : Unfit(@case, me, name, mail) is { } unfit ? unfit
            : Other(@case, me, name, mail) is { } other && (other.Agency != me.Agency || typed.Same != other.Id.Value)
                ? AskOf(@case, me, other, (name, mail), typed.IsRight)
            : Decision.Of(DeputyFacts(@case, me, (name, mail, role), typed.Handover));
    }

    /// <summary>What the calendar tells of the time that stands; an answer given in a form or by telephone outweighs it.</summary>
    public static IReadOnlyList<Fact> FromCalendar(Case @case, IReadOnlyList<CalendarAnswer> told)
    {
        var (held, moved) = (@case.Meeting.Attendance, @case.Meeting.Room.MovedAt);
        var facts = new List<Fact>();
        foreach (var said in told.Where(said => moved is null || said.At >= moved))
        {
            var person = Whose(@case, said, told);
            if (person?.Id == @case.Meeting.Chair)
            {
                continue;
            }

            var stands = person is null ? null : held.Standing.GetValueOrDefault(person.Id);
            if (person is null && held.Unknown.GetValueOrDefault(said.Mail)?.Answer != said.Answer)
            {
                facts.Add(new UnknownAnswered(said.Name, said.Mail, said.Answer) { Meeting = @case.Meeting.Id, HappenedAt = said.At });
            }
            else if (person is not null && (stands is null || (stands.Via == Via.Outlook && stands.Answer != said.Answer)))
            {
                facts.Add(new InvitationAnswered(person.Id, said.Answer, false, false, "", false, false, Via.Outlook)
                {
                    Meeting = @case.Meeting.Id,
                    HappenedAt = said.At,
                });
            }
        }

        return facts;
    }

    /// <summary>Answers of people whom the list doesn't tell apart, for whoever can ask them.</summary>
    public static IEnumerable<UnknownAnswered> Unknown(Case @case) => @case.Meeting.Attendance.Unknown.Values
        .Where(answer => answer.NamedBy is { } by
            ? !@case.Invited.Any(person => MailAddress.Same(person.Mail, answer.Mail) && SameName(person.Name, answer.Name)
                && person.Agency == @case.Find(by)?.Agency)
            : Whose(@case, new(answer.Mail, answer.Answer, null) { Name = answer.Name }, []) is null)
        .OrderBy(answer => answer.Mail, StringComparer.Ordinal);

    /// <summary>By address, else by the only one on the list of that name, unless somebody else answered by that one's address.</summary>
    private static Participant? Whose(Case @case, CalendarAnswer said, IReadOnlyList<CalendarAnswer> told)
    {
        var named = @case.Invited.Where(person => said.Name.Length > 0 && SameName(person.Name, said.Name)).ToList();
        return @case.Invited.FirstOrDefault(person => MailAddress.Same(person.Mail, said.Mail))
            ?? (named is [var only] && !told.Any(other => MailAddress.Same(other.Mail, only.Mail)) ? only : null);
    }

    private static bool SameName(string one, string other) =>
        string.Equals(one.Trim(), other.Trim(), StringComparison.OrdinalIgnoreCase);

    /// <summary>Who comes in this person's place, where they named somebody.</summary>
    public static Participant? DeputyOf(Case @case, Participant me) => @case.Invited.Where(person => person.DeputyFor == me.Id)
        .OrderBy(person => HasPlace(@case, person, me)).FirstOrDefault();

    /// <summary>For longer than the meeting.</summary>
    private static bool HasPlace(Case @case, Participant person, Participant me) =>
        @case.Deputies.GetValueOrDefault(me.Id) is { Stands: true } place && place.Said.Fact.Deputy == person.Id;

    /// <summary>Who has the address on this case under another name or in another agency; a deputy whom this person named may be renamed.
    /// </summary>
    public static Participant? Other(Case @case, Participant me, string name, string mail) => @case.Participants.FirstOrDefault(person =>
        MailAddress.Same(person.Mail, mail) && person.Id != me.Id
        && (person.Agency != me.Agency || (person.DeputyFor != me.Id && !SameName(person.Name, name))));

    /// <summary>Of the own agency it is asked whether that one is meant; of another the chair is.</summary>
    private static Decision AskOf(Case @case, Participant me, Participant other, (string Name, string Mail) typed, bool? isRight) =>
        other.Agency == me.Agency
            ? Not("mail", $"{other.Name} has that address on this case. Say whether you mean them, or check the address.")
        : isRight == true ? new UnknownAnswered(typed.Name, typed.Mail, Rsvp.Coming) { Meeting = @case.Meeting.Id, NamedBy = me.Id }
        : Not("mail",
            "Somebody of another agency has that address on this case. Check it. If it is right, say so: then the chair is asked.");

    private static CannotBe? Unfit(Case @case, Participant me, string name, string mail)
    {
        var known = @case.Participants.FirstOrDefault(person => MailAddress.Same(person.Mail, mail));
        return name.Length == 0 ? Not("name", "Name the person who comes in your place.")
            : mail.Length == 0 ? Not("mail", "Give their mail address: the invitation goes there.")
            : MailAddress.Read(mail) is not { } address ? Not("mail", MailAddress.HowToWrite)
            : known?.Id == me.Id ? Not("mail", "That is your own address. Give the address of the person who comes in your place.")
            : known is { Person: not null } && known.DeputyFor == me.Id && !SameName(known.Name, name)
                ? Not("mail", $"{known.Name} came in by that address, and their words stand under that name. Give the other person's own.")
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
        if (before is not null && before != known && !HasPlace(@case, before, me))
        {
            facts.Add(new ParticipantRemoved(before.Id, "Another deputy was named."));
        }

        var id = @case.NextPerson();
        var fresh = new Participant(id, typed.Name, me.Agency, typed.Role, me.Organisation, typed.Mail, "", []);
        var deputy = (known ?? fresh) with { DeputyFor = me.Id, Roles = RolesOf(known, me) };
        deputy = known is null || known.DeputyFor == me.Id ? deputy with { Name = typed.Name, JobTitle = typed.Role } : deputy;
        var added = Deputies.InOwnRight(@case, new(deputy), [.. me.Roles.Where(GoesAlong)]);
        if (deputy != known || added.InOwnRight is not null)
        {
            facts.Add(added);
        }

        var stands = @case.Meeting.Attendance.Standing.GetValueOrDefault(me.Id);
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
        (known?.Roles ?? []).Concat(me.Roles.Where(GoesAlong)).Append(Role.Attendee).Distinct().ToValueList();

    private static bool GoesAlong(Role role) => role is Role.SocialWorker or Role.Scribe;
}
