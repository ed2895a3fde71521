namespace StrategyBot.Phases.Safeguarding;

/// <summary>The rules of handing a case over (P27). Nothing may hold it up. Pure.</summary>
internal static class CaseHandoverRule
{
    /// <summary>By then it is accepted, or its giver rings.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromMinutes(30);

    private static readonly string[] DayRoles = ["deputyChair", RoleHolders.ServiceManager];

    /// <summary>Chair, scribe and social worker; and whoever took it on, who hands it back.</summary>
    public static bool MayGive(Case @case, Participant me) => me.May(Capability.FillForm)
        || @case.Meeting.Safety.Handovers.Any(one => one.Accepted is not null && IsTo(one, me));

    public static bool IsTo(Handover handover, Participant me) => handover.Given.Fact.Whom == me.Id.Value;

    /// <summary>Who may say how it went on: whoever gave it, and those who may give it.</summary>
    public static bool IsFrom(Case @case, Handover handover, Participant me) =>
        !IsTo(handover, me) && (me.Is(handover.Given.By) || MayGive(@case, me));

    public static Handover? Find(Case @case, int given) =>
        @case.Meeting.Safety.Handovers.FirstOrDefault(one => one.Given.Seq == given);

    /// <summary>Who could take it on: the out-of-hours team first, whom the procedure names by day, then those at the meeting.</summary>
    public static IReadOnlyList<(string Whom, string Label)> Receivers(Case @case, Participant me) =>
    [
        (Handover.OutOfHours, $"{@case.Profile.OutOfHours.Title}, {@case.Profile.OutOfHours.Phone}"),
        .. DayRoles.Select(role => RoleHolders.Find(@case, @case.Meeting, role) is not { } holder ? default
                : @case.Find(holder.Id) is null ? (Whom: role, Label: $"{holder.Name}, {@case.Profile.Roles.Find(role)!.Title}")
                : (Whom: holder.Id.Value, Label: holder.Described))
            .Concat(@case.Invited.Where(person => !person.IsInbox).Concat(OutOfHoursDesk.On(@case))
                .Select(person => (Whom: person.Id.Value, Label: person.Described)))
            .Where(one => one.Whom is not null && one.Whom != me.Id.Value)
            .DistinctBy(one => one.Whom),
    ];

    public static Decision Give(Case @case, Participant me, string? to, string? what, Readers readers) =>
        !MayGive(@case, me) ? new NotYourPart()
            : Receivers(@case, me).All(one => one.Whom != to) ? new CannotBe("Choose to whom.") { Field = "to" }
            : Given(@case, me, to!, what, readers);

    /// <summary>To who is on duty out of hours, by name and own address: they have it by a personal link (P36).</summary>
    public static Decision GiveByLink(Case @case, Participant me, (string? Name, string? Mail) whom, string? what, Readers readers)
    {
        var (person, why) = OutOfHoursDesk.Named(@case, whom.Name, whom.Mail);
        return !MayGive(@case, me) ? new NotYourPart()
            : person is null ? why!
            : person.Id == me.Id ? new CannotBe("You have it yourself. Give somebody else's address.") { Field = "mail" }
            : Given(@case, me, person.Id.Value, what, readers) is Decision.Accepted { Facts: { Count: > 0 } facts }
                ? Decision.Of([.. OutOfHoursDesk.Puts(@case, person), .. facts])
                : Given(@case, me, person.Id.Value, what, readers);
    }

    private static Decision Given(Case @case, Participant me, string to, string? what, Readers readers)
    {
        var given = new HandoverGiven(to, (what ?? "").Trim()) { Meeting = @case.Meeting.Id, Audience = readers.Audience };
        return given.What.Length > FormCard.LongText ? new TooLong(FormCard.LongText) { Field = "what" }
            : @case.Meeting.Safety.OpenHandovers.Any(one => one.Given.Fact == given && me.Is(one.Given.By)) ? Decision.Already
            : given;
    }

    /// <summary>By whom it was handed over to.</summary>
    public static Decision Accept(Case @case, Participant me, int given) => Find(@case, given) is not { } one || !IsTo(one, me)
        ? new NotYourPart()
        : Kept(@case, one, new HandoverAccepted(given));

    /// <summary>They said so by telephone, and another writes it down.</summary>
    public static Decision Told(Case @case, Participant me, int given, string? who, DateTimeOffset? at)
    {
        var name = (who ?? "").Trim();
        return Find(@case, given) is not { } one || !IsFrom(@case, one, me) ? new NotYourPart()
            : name.Length > FormCard.Line ? new TooLong(FormCard.Line) { Field = "who" }
            // Said again in other words, the last stands; whoever took it on themselves needs nobody to say so.
            : one.Accepted is { Fact.Told: not null } said && ((said.Fact.Who ?? "") != name || said.Fact.HappenedAt != at)
                ? Telephone(@case, given, name, at)
            : Kept(@case, one, Telephone(@case, given, name, at));
    }

    public static Decision TakeBack(Case @case, Participant me, int given) => Find(@case, given) is not { } one || !IsFrom(@case, one, me)
        ? new NotYourPart()
        : one.Back is not null ? Decision.Already
        : one.Accepted is not null ? new CannotBe("They took it on already. Ring them, and let them hand it back.")
        : new HandoverTakenBack(given) { Meeting = @case.Meeting.Id };

    /// <summary>By when it is accepted: a manager of the day takes on in the morning what the night hands over (P13).</summary>
    public static DateTimeOffset AcceptBy(Case @case, Handover handover)
    {
        var (whom, at) = (handover.Given.Fact.Whom, handover.Given.At);
        var isByDay = DayRoles.Any(role => role == whom || RoleHolders.Find(@case, @case.Meeting, role)?.Id.Value == whom);
        return isByDay && Ladder.IsOutOfHours(@case, at) && Morning(@case, at) is var morning && morning > at + Limit
            ? morning
            : at + Limit;
    }

    /// <summary>When the day's manager has it at the latest.</summary>
    public static DateTimeOffset Morning(Case @case, DateTimeOffset at) => OutOfHoursDesk.ByDay(@case, at);

    /// <summary>Somebody to be reached; <c>null</c> where they read no mail.</summary>
    public static Participant? Receiver(Case @case, Handover handover) =>
        @case.Find(new ParticipantId(handover.Given.Fact.Whom)) ?? Ladder.Holder(@case, handover.Given.Fact.Whom);

    private static HandoverAccepted Telephone(Case @case, int given, string who, DateTimeOffset? at) => new(given)
    {
        Meeting = @case.Meeting.Id,
        Told = Via.Telephone,
        Who = who.Length > 0 ? who : null,
        HappenedAt = at,
    };

    private static Decision Kept(Case @case, Handover one, HandoverAccepted accepted) =>
        one.Accepted is not null ? Decision.Already
        : one.Back is not null ? new CannotBe("It was taken back, and stays with who gave it. Ring them.")
        : accepted with { Meeting = @case.Meeting.Id };
}
