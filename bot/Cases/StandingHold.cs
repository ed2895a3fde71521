namespace StrategyBot.Cases;

/// <summary>A hold on contact with the family that stands (P5). Pure.</summary>
/// <param name="Held">As it was said last.</param>
internal sealed record StandingHold(Decided<ContactHeld> Held)
{
    public AdultId? Adult => Held.Fact.Adult;

    /// <summary>Names it in an id: <c>adult-1</c>, or <c>all</c>.</summary>
    public string Whom => Adult?.Value ?? Everybody;

    public const string Everybody = "all";

    /// <summary>Those that nobody has lifted, whichever meeting's form said so.</summary>
    public static IReadOnlyList<StandingHold> Of(Case @case)
    {
        var lifted = @case.Meetings.SelectMany(meeting => meeting.Safety.Lifted).ToList();
        return
        [
            .. @case.Meetings.SelectMany(meeting => meeting.Safety.Held).GroupBy(held => held.Fact.Adult)
                .Select(same => same.MaxBy(held => held.Seq)!)
                .Where(held => lifted.TrueForAll(one => one.Fact.Adult != held.Fact.Adult || one.Seq < held.Seq))
                .OrderBy(held => held.Seq).Select(held => new StandingHold(held)),
        ];
    }

    public static StandingHold? Find(Case @case, string? whom) => Of(@case).FirstOrDefault(hold => hold.Whom == whom);

    public static bool WasHeld(Case @case, string? whom) =>
        @case.Meetings.Any(meeting => meeting.Safety.Held.Any(held => (held.Fact.Adult?.Value ?? Everybody) == whom));

    /// <summary>Whom to ask first: who of the police held it, else who of them is invited; the chair where there is nobody.</summary>
    public Participant Officer(Case @case) => OfPolice(@case, Held.By);

    /// <param name="by">Who wrote it down.</param>
    public static Participant OfPolice(Case @case, PersonId by) =>
        @case.Find(by) is { Agency: Agency.Police, IsTakenOff: false } officer ? officer
        : @case.Invited.FirstOrDefault(person => person.Agency == Agency.Police && !person.IsInbox) ?? @case.Chair;

    /// <summary>As forms and private cards say it.</summary>
    public static string Named(Case @case, AdultId? adult) => adult is { } id ? @case.NameOf(id.Value) : "everybody in the family";

    /// <summary>Where no name may stand: <c>Adult 1</c>.</summary>
    public string Number => Adult?.ByNumber() ?? "everybody in the family";
}
