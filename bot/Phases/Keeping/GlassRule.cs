namespace StrategyBot.Phases.Keeping;

/// <summary>For how long an auditor has to read a case.</summary>
internal enum GlassTime
{
    OneHour,
    FourHours,
    Tomorrow,
}

/// <summary>The rules of an auditor's reading a case (P17). Pure.</summary>
internal static class GlassRule
{
    /// <summary>Never longer, whatever is chosen: whoever needs more says why again, and is told of again.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    // Pressed twice, as a slow connection makes people do.
    private static readonly TimeSpan Again = TimeSpan.FromMinutes(1);

    private static readonly TimeOnly Evening = new(17, 0);

    public static WordTable<GlassTime> Times { get; } = new(
        new(GlassTime.OneHour, "One hour"),
        new(GlassTime.FourHours, "Four hours"),
        new(GlassTime.Tomorrow, "Until tomorrow 17:00, 24 hours at most"));

    public static Decision Break(Case @case, Participant me, BreakGlassPart.Form typed, DateTimeOffset now, Words words)
    {
        var why = (typed.Why ?? "").Trim();
        var missing = new Unsaid()
            .If(typed.Cause is null, "cause", "Choose why.")
            .Text("why", why, "Say in a line what for.", FormCard.Line)
            .If(typed.Time is null, "time", "Choose for how long.").Why;
        if (missing is not null)
        {
            return missing;
        }

        var said = new GlassBroken(me.Id, typed.Cause!.Value, why, Until(typed.Time!.Value, now, words))
        {
            Audience = Audience.Only(Agency.SocialCare),
        };
        return @case.Keeping.Glasses.Exists(glass => glass.IsOpen(now) && now - glass.Said.At < Again
            && glass.Said.Fact with { Until = said.Until } == said)
                ? Decision.Already : Decision.Of([said, .. ToTell(@case)]);
    }

    public static DateTimeOffset Until(GlassTime time, DateTimeOffset now, Words words) => time switch
    {
        GlassTime.OneHour => now.AddHours(1),
        GlassTime.FourHours => now.AddHours(4),
        _ => new[] { now + Longest, words.At(words.LocalDate(now).AddDays(1), Evening) }.Min(),
    };

    public static Decision Close(Case @case, Participant me, DateTimeOffset now) => Decision.Of(
        [.. @case.Keeping.Glasses.Where(glass => glass.IsOpen(now) && glass.Said.Fact.Auditor == me.Id)
            .Select(glass => new GlassClosed(glass.Said.Seq))]);

    /// <summary>Who is told besides the chair: the data protection officer, else information governance; nobody who reads it so
    /// themselves.</summary>
    public static IReadOnlyList<Participant> Told(Case @case, ParticipantId auditor)
    {
        var officers = With(@case, Role.DataProtectionOfficer, auditor);
        return officers.Count > 0 ? officers : With(@case, Role.InformationGovernance, auditor);
    }

    /// <summary>Before it is opened: whom the procedure names comes on the case only with it.</summary>
    public static string SayTold(Case @case, Participant me)
    {
        var roles = @case.Profile.Roles;
        return Told(@case, me.Id) is [var told, ..]
                ? $"{(told.Roles.Contains(Role.DataProtectionOfficer) ? "The data protection officer" : "Information governance")} and the "
                    + "chair are told at once that you read it, and until when."
            : roles.DataProtectionOfficer?.Mail is { Length: > 0 }
                ? "The data protection officer and the chair are told at once that you read it, and until when."
            : roles.InformationGovernance.Mail is { Length: > 0 }
                ? "Information governance and the chair are told at once that you read it, and until when. The procedure names no data "
                    + "protection officer."
            : "The chair alone is told that you read it, and until when: the procedure names neither a data protection officer nor "
                + "information governance.";
    }

    /// <summary><c>An auditor, Helen Marsh, reads this case until Thu 26 Nov 2026, 17:00.</c></summary>
    public static string Say(Case @case, BrokenGlass glass, Words words) =>
        $"An auditor, {Name(@case, glass)}, reads this case until {words.When(glass.Until)}.";

    public static string Name(Case @case, BrokenGlass glass) => @case.Find(glass.Said.Fact.Auditor)?.Name ?? "somebody";

    private static IEnumerable<Cases.Fact> ToTell(Case @case) =>
        PutOn.For(@case, Role.DataProtectionOfficer, @case.Profile.Roles.DataProtectionOfficer ?? Nobody) is var officer && officer.Any()
            || @case.Participants.Any(person => !person.IsTakenOff && person.Roles.Contains(Role.DataProtectionOfficer))
                ? officer : Governance.PutOn(@case);

    private static readonly Rules.Procedures.RoleHolder Nobody = new("", null, null, null);

    private static IReadOnlyList<Participant> With(Case @case, Role role, ParticipantId but) =>
        [.. @case.Participants.Where(person => !person.IsTakenOff && person.Roles.Contains(role) && person.Id != but)];
}
