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
            .Concat(@case.Invited.Where(person => !person.IsInbox).Select(person => (Whom: person.Id.Value, Label: person.Described)))
            .Where(one => one.Whom is not null && one.Whom != me.Id.Value)
            .DistinctBy(one => one.Whom),
    ];

    public static Decision Give(Case @case, Participant me, string? to, string? what, Readers readers)
    {
        var given = new HandoverGiven(to ?? "", (what ?? "").Trim()) { Meeting = @case.Meeting.Id, Audience = readers.Audience };
        return !MayGive(@case, me) ? new NotYourPart()
            : Receivers(@case, me).All(one => one.Whom != given.Whom) ? new CannotBe("Choose to whom.") { Field = "to" }
            : given.What.Length > FormCard.LongText ? new TooLong(FormCard.LongText) { Field = "what" }
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
    public static DateTimeOffset Morning(Case @case, DateTimeOffset at)
    {
        var (clocks, by) = (@case.Clocks, @case.Profile.OutOfHours.HandoverBy);
        var day = clocks.Words.LocalDate(at);
        while (!clocks.Days.IsWorkingDay(day) || clocks.Words.At(day, by) <= at)
        {
            day = day.AddDays(1);
        }

        return clocks.Words.At(day, by);
    }

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
