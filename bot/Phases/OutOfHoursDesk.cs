using StrategyBot.Rules;

namespace StrategyBot.Phases;

/// <summary>Somebody of the out-of-hours team, often another authority's, who has no account here (P36): put on a case by name and own
/// address, and there by a personal link. Pure.</summary>
internal static class OutOfHoursDesk
{
    public static bool IsOf(Participant person) => person.Roles.Contains(Role.OutOfHours);

    /// <summary>Those who have a way in now.</summary>
    public static IEnumerable<Participant> On(Case @case) =>
        @case.Participants.Where(person => IsOf(person) && !@case.IsShutTo(person));

    /// <summary>When the day has the case at the latest that the night hands over (P13).</summary>
    public static DateTimeOffset ByDay(Case @case, DateTimeOffset at)
    {
        var (clocks, by) = (@case.Clocks, @case.Profile.OutOfHours.HandoverBy);
        var day = clocks.Words.LocalDate(at);
        while (!clocks.Days.IsWorkingDay(day) || clocks.Words.At(day, by) <= at)
        {
            day = day.AddDays(1);
        }

        return clocks.Words.At(day, by);
    }

    /// <summary>Who is meant, as they are on the case then. Where the procedure says which mailbox the team has, the address is of its
    /// organisation, and never that mailbox: several people read it.</summary>
    public static (Participant? Person, Refusal? Why) Named(Case @case, string? name, string? mail)
    {
        var (called, address, team) = ((name ?? "").ReplaceLineEndings(" ").Trim(), MailAddress.Read(mail), @case.Profile.OutOfHours);
        Refusal?[] all =
        [
            called.Length == 0 ? new CannotBe("Give the name of who is on duty.") { Field = "name" }
                : called.Length > FormCard.Line ? new TooLong(FormCard.Line) { Field = "name" } : null,
            address is null ? new CannotBe(MailAddress.HowToWrite) { Field = "mail" }
                : team.Mail is not { Length: > 0 } desk ? null
                : MailAddress.Same(address.Value, desk)
                    ? new CannotBe("Give their own address: several people read this one.") { Field = "mail" }
                : !address.IsOfSameDomain(desk)
                    ? new CannotBe($"The {team.Title} has addresses like {desk}. Give one of theirs.") { Field = "mail" }
                : null,
        ];
        Refusal[] wrong = [.. all.OfType<Refusal>()];
        if (wrong.Length > 0)
        {
            return (null, wrong.Length == 1 ? wrong[0] : new Several(wrong));
        }

        var known = @case.Participants.FirstOrDefault(person => !person.IsTakenOff && MailAddress.Same(person.Mail, address!.Value));
        return known is null ? (new(@case.NextPerson(), called, Agency.SocialCare, team.Title, "", address!.Value, team.Phone,
                [Role.OutOfHours]), null)
            : known.Agency != Agency.SocialCare || known.IsInbox
                || !string.Equals(known.Name.Trim(), called, StringComparison.OrdinalIgnoreCase)
                ? (null, new CannotBe($"{known.Described} has that address on this case. Check it.") { Field = "mail" })
            : @case.IsShutTo(known)
                ? (null, new CannotBe($"{known.Name}'s links are revoked. Send a new one under “Partner links”.") { Field = "mail" })
            : (IsOf(known) ? known : known with { Roles = known.Roles.Add(Role.OutOfHours) }, null);
    }

    /// <summary>What puts them on the case; nothing where they are.</summary>
    public static IEnumerable<Fact> Puts(Case @case, Participant person) =>
        @case.Find(person.Id) is { } known && IsOf(known) ? [] : [new ParticipantAdded(person)];

    /// <summary>Whoever writes a discussion down at night held it: they chair out of hours where the procedure lets them, and else are its
    /// scribe. Who began the case stays on it, and may take the chair by day.</summary>
    public static IEnumerable<Fact> Holds(Case @case, Participant me, DateTimeOffset at)
    {
        var (chair, mayChair) = (@case.Chair, @case.Profile.OutOfHours.MayChair && Ladder.IsOutOfHours(@case, at));
        if (!IsOf(me) || @case.Meeting.IsConvened || me.Id == chair.Id || (!mayChair && me.Roles.Contains(Role.Scribe)))
        {
            return [];
        }

        var rest = chair.Roles.Where(role => role != Role.Chair).ToValueList();
        return !mayChair ? [new ParticipantAdded(me with { Roles = me.Roles.Prepend(Role.Scribe).ToValueList() })]
            :
            [
                Deputies.InOwnRight(@case,
                    new(chair with { Roles = rest.Contains(Role.Manager) ? rest : rest.Add(Role.Manager) }), Role.Manager),
                new ParticipantAdded(me with { Roles = me.Roles.Prepend(Role.Chair).Distinct().ToValueList() }),
                new ChairTaken(me.Id, $"The {@case.Profile.OutOfHours.Title} chairs out of hours") { Meeting = @case.Meeting.Id },
            ];
    }
}
