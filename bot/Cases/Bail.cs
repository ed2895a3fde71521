namespace StrategyBot.Cases;

/// <summary>Bail or court conditions on an adult (P32). Pure.</summary>
/// <param name="Ended">How they ended; <c>null</c> while nobody has said so.</param>
/// <param name="IsVaried">Others were said in their place.</param>
internal sealed record Bail(Decided<BailSaid> Said, Decided<BailEnded>? Ended, bool IsVaried)
{
    /// <summary>Names the adult who isn't on the case, in a form.</summary>
    public const string SomebodyElse = "other";

    // Nobody knows yet until when they hold: it is asked for.
    private static readonly TimeSpan Asked = TimeSpan.FromHours(24);

    /// <summary>That nobody has varied or ended.</summary>
    public bool Stands => Ended is null && !IsVaried;

    /// <summary>When somebody has to say what stands: their end, or a day after they were written down where nobody knows it.</summary>
    public DateTimeOffset AskedAt => Said.Fact.EndsAt ?? Said.At + Asked;

    /// <summary>Each that was said, whichever meeting's form said so, oldest first.</summary>
    public static IReadOnlyList<Bail> All(Case @case)
    {
        var said = @case.Meetings.SelectMany(meeting => meeting.Safety.Bail).ToList();
        var over = @case.Meetings.SelectMany(meeting => meeting.Safety.BailOver).ToList();
        return
        [
            .. said.OrderBy(one => one.Seq).Select(one => new Bail(one, over.FindLast(end => end.Fact.Said == one.Seq),
                said.Exists(other => other.Fact.Varies == one.Seq))),
        ];
    }

    /// <summary>Those that hold somebody now, for all that was said.</summary>
    public static IEnumerable<Bail> Of(Case @case) => All(@case).Where(bail => bail.Stands);

    public static Bail? Find(Case @case, int? said) => All(@case).FirstOrDefault(bail => bail.Said.Seq == said);

    /// <summary>Whom to ask: who of the police wrote it down, else who of them is invited; the chair where there is nobody.</summary>
    public Participant Officer(Case @case) => StandingHold.OfPolice(@case, Said.By);

    /// <summary>As forms and private cards say it.</summary>
    public static string Named(Case @case, AdultId? adult) => adult is { } id ? @case.NameOf(id.Value) : "Somebody who is not on the case";

    /// <summary>Where no name may stand: <c>Adult 1</c>.</summary>
    public string Number => Said.Fact.Adult?.ByNumber() ?? "Somebody who is not on the case";

    /// <summary><c>until Sun 6 Dec 2026, 10:00</c>, or that it isn't known.</summary>
    public string Until(Words words) => Said.Fact.EndsAt is { } at ? $"until {On(at, words)}" : "nobody knows yet until when";

    /// <summary>When they end: the day alone, where the time is to be confirmed.</summary>
    public string On(DateTimeOffset at, Words words) => Said.Fact.TimeToConfirm == true
        ? $"{words.Date(words.LocalDate(at))}, time to be confirmed"
        : words.When(at);
}
