namespace StrategyBot.Phases.Planning;

/// <summary>A meeting that ended without its plan being agreed: nobody was told what is theirs (P7, P30).</summary>
internal sealed class NotAgreedClock : IClock
{
    // The chair is led to it at the end already.
    private static readonly TimeSpan Wait = TimeSpan.FromMinutes(30);

    public static string Kind => "planning/not-agreed";

    public static DateTimeOffset Since { get; } = new(2026, 11, 29, 0, 0, 0, TimeSpan.Zero);

    public static string Says => "word that a plan is not agreed";

    public static string Watches => "the immediate plan, half an hour after a meeting that ended without agreeing it";

    public static string Until => "it is agreed, and everybody is told what is theirs";

    public static Climb Climb => Climb.Hours;

    public static string Sentence => "A meeting has ended, and its plan is not agreed; open your part.";

    public static IEnumerable<RunningClock> Runs(Case @case) =>
        @case.Meeting is { Attendance.EndedAt: { } ended, Plan: { AgreedAt: null } plan }
            && (plan.Open.Any() || AgreementRule.Holders(@case).Count > 0)
            ? [new($"{@case.Meeting.Id.Value}/{ended.UtcTicks}", ended + Wait, [@case.Meeting.Chair])]
            : [];

    public static string Tell(Case @case, RunningClock running, ClockStep step, DateTimeOffset now, Words words) =>
        $"The meeting ended {words.When(running.EndsAt - Wait)}, and its immediate plan is not agreed: "
            + "nobody has been told what is theirs.";

    public static IEnumerable<PartButton> Opens(Case @case, RunningClock running, Participant to) =>
        to.May(AgreementPage.Needs) ? [AgreementPage.Button(@case)] : [];
}

/// <summary>An enquiry that was decided and that nobody has authorised: it is asked for the same day, and holds nothing up (R66, P30).
/// </summary>
internal sealed class NotAuthorisedClock : IClock
{
    private static readonly TimeSpan Wait = TimeSpan.FromHours(1);

    public static string Kind => "planning/not-authorised";

    public static DateTimeOffset Since { get; } = new(2026, 11, 29, 0, 0, 0, TimeSpan.Zero);

    public static string Says => "word that an enquiry is not authorised";

    public static string Watches =>
        "the authorisation of a section 47 enquiry, an hour after the meeting that decided it, or after the plan was changed";

    public static string Until => "it is authorised, or no enquiry starts";

    // Protecting the child doesn't wait for it: once each was told, nobody hears of it again at a weekend.
    public static Climb Climb => Climb.Hours with { RestsAtWeekends = true };

    public static string Sentence => "A section 47 enquiry is not authorised; open your part.";

    public static IEnumerable<RunningClock> Runs(Case @case) =>
        @case.Meeting is { Attendance.EndedAt: { } ended, Plan: { HasEnquiry: true, Authorised: null } }
            ? [new($"{@case.Meeting.Id.Value}/{ended.UtcTicks}", ended + Wait, [@case.Meeting.Chair])]
            // The first of them: another change doesn't begin it anew.
            : ChangeSince.SinceAuthorised(@case) is { } change
                ? [new($"{@case.Meeting.Id.Value}/changed-{change.Seq}", change.At + Wait, [@case.Meeting.Chair])]
            : [];

    public static string Tell(Case @case, RunningClock running, ClockStep step, DateTimeOffset now, Words words) =>
        @case.Meeting.Plan.Authorised is not null
            ? $"The plan was changed {words.When(running.EndsAt - Wait)}, and nobody has authorised it since. "
                + "Protecting the child goes on meanwhile."
            : "A section 47 enquiry was decided, and nobody has authorised it. Protecting the child goes on meanwhile.";

    public static IEnumerable<PartButton> Opens(Case @case, RunningClock running, Participant to) =>
        AgreementRule.MayAuthorise(to) ? [AuthorisationPage.Button(@case)] : [];
}
