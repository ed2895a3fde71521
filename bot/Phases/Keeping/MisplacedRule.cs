using StrategyBot.Rules;

namespace StrategyBot.Phases.Keeping;

/// <summary>The rules of what went to the wrong place (P16). Pure.</summary>
internal static class MisplacedRule
{
    /// <summary>How long the Information Commissioner may be told from when it was noticed (UK GDPR, article 33).</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromHours(72);

    /// <summary>The chair can't be shut out, nor whoever says it.</summary>
    public static IReadOnlyList<Participant> Offered(Case @case, Participant me) =>
        [.. @case.Participants.Where(person => MayBeShutOut(@case, me, person) && @case.IsOpenTo(person))];

    public static Decision Say(Case @case, Participant me, MisplacedPart.Form typed, DateTimeOffset now, Words words)
    {
        var ids = Choices.Ticked(typed.Who);
        // Whoever is shut out already may be meant too.
        var who = @case.Participants.Where(person => MayBeShutOut(@case, me, person) && ids.Contains(person.Id.Value))
            .Select(person => person.Id).ToValueList();
        var (what, today) = ((typed.What ?? "").Trim(), words.LocalDate(now));
        var day = typed.Day ?? today;
        var noticed = typed.Time is { } time ? words.At(day, time) : day == today ? now : words.At(day, default);
        var missing = new Unsaid()
            .If(typed.Kind is null, "kind", "Choose what is wrong.")
            .If(typed.Kind == Misplaced.WrongReader && who.Count == 0, "who", "Choose whom it was not for.")
            .If(noticed > now, typed.Time is null ? "day" : "time", "That lies ahead. Say when it was noticed.")
            .If(noticed < @case.OpenedAt.AddDays(-1), "day", "The case was not begun then.")
            .Text("what", what, "Say where it stands, or how it reached them.", FormCard.LongText).Why;
        if (missing is not null)
        {
            return missing;
        }

        var said = new MisplacedSaid(typed.Kind!.Value, what, who)
        {
            HappenedAt = noticed == now ? null : noticed,
            Audience = Audience.Only(Agency.SocialCare, me.Agency),
        };
        // Pressed twice: nobody is told again.
        return @case.Keeping.Reports is [.., { Answer: null } last] && me.Is(last.Said.By) && last.Said.Fact == said ? Decision.Already
            : Decision.Of([said, .. Governance.PutOn(@case), .. who.Select(id => new LinksRevoked(id))]);
    }

    private static bool MayBeShutOut(Case @case, Participant me, Participant person) =>
        person.Id != me.Id && person.Id != @case.Meeting.Chair && !person.May(Capability.KeepRecord)
            && !person.May(Capability.BreakGlass);

    public static MisplacedReport? Find(Case @case, int? number) => @case.Keeping.Reports.Find(report => report.Said.Seq == number);

    public static Decision Answer(Case @case, MisplacedAnswerPart.Form typed, DateTimeOffset now, Words words)
    {
        if (Find(@case, typed.Report) is not { } report)
        {
            return new CannotBe("There is no such report on this case.");
        }

        var (why, today) = ((typed.Why ?? "").Trim(), words.LocalDate(now));
        var (noticed, on) = (words.LocalDate(report.NoticedAt), typed.Day ?? today);
        var told = typed.Commissioner == YesNo.Yes;
        return new Unsaid()
                .If(typed.Commissioner is null, "commissioner", "Say whether the Commissioner was told.")
                .If(told && on > today, "day", "That day lies ahead.")
                .If(told && on < noticed, "day", "It was not noticed then.")
                .Text("why", why, typed.Commissioner == YesNo.No ? "Say why not: how the risk to anybody was judged." : null).Why
            ?? new MisplacedAnswered(report.Said.Seq, typed.Commissioner!.Value, why)
            {
                On = told ? on : null,
                Audience = Audience.Only(Agency.SocialCare),
            } switch
            {
                var answered when report.Answer?.Fact == answered => Decision.Already,
                var answered => answered,
            };
    }
}
