using StrategyBot.Rules;

namespace StrategyBot.Phases.SafetyPlanning;

/// <summary>The plan was agreed, and an adult of the case was neither asked nor is it said why not (R78).</summary>
internal sealed class FamilyAskedClock : IClock
{
    // As long as a copy has until it is on file (R80).
    private const int WorkingDays = 2;

    public static string Kind => "safety-planning/family-asked";

    public static DateTimeOffset Since { get; } = new(2026, 11, 29, 0, 0, 0, TimeSpan.Zero);

    public static string Says => "word that the family is to be asked about the plan";

    public static string Watches =>
        "what the family said to the plan and how they agreed, two working days from when it is agreed";

    public static string Until => "each was asked, or it is said why the plan was not shared with them; and how they agreed";

    public static Climb Climb => Climb.Days;

    public static string Sentence => "The family is to be asked about a safety plan; open your part.";

    public static IEnumerable<RunningClock> Runs(Case @case)
    {
        if (@case.Meeting.Plan.AgreedAt is not { } agreed || !RowRules.HasSafetyPlan(@case)
            || (PlanTalk.NotAsked(@case).Count == 0 && !Unsaid(@case).Any()))
        {
            return [];
        }

        var (clocks, at) = (@case.Clocks, @case.Profile.Calendar.DigestAt);
        var due = clocks.Words.At(clocks.Days.After(clocks.Words.LocalDate(agreed), WorkingDays), at);
        return [new(@case.Meeting.Id.Value, due, Owners(@case))];
    }

    public static string Tell(Case @case, RunningClock running, ClockStep step, DateTimeOffset now, Words words) => string.Join(' ', new[]
    {
        Line(PlanTalk.NotAsked(@case).Select(adult => adult.Id.ByNumber()),
            "not asked yet about the safety plan. Ask them, or say why it is not shared with them."),
        Line(Unsaid(@case).Select(talk => talk.Number(@case)), "nobody has said yet how they agreed."),
    }.Where(line => line.Length > 0));

    private static string Line(IEnumerable<string> whom, string what) =>
        string.Join(", ", whom) is { Length: > 0 } names ? $"{names}: {what}" : "";

    /// <summary>Whoever agreed, and nobody has said how (R76, R78).</summary>
    private static IEnumerable<PlanTalk> Unsaid(Case @case) => PlanTalk.Standing(@case).Where(talk => talk.IsConsentOwed);

    public static IEnumerable<CardElement> Beside(Case @case, RunningClock running, Participant to, Words words) => HoldLines.On(@case);

    public static IEnumerable<PartButton> Opens(Case @case, RunningClock running, Participant to) =>
        !to.May(PlanTalkPart.Needs) ? []
        : PlanTalk.NotAsked(@case).Count > 0 ? [PlanTalkPart.Button(@case)]
        : Unsaid(@case).Take(1).Select(talk => PlanConsentPart.Button(@case, talk));

    internal static ValueList<ParticipantId> Owners(Case @case) =>
        @case.Invited.Where(person => person.Roles.Contains(Role.SocialWorker)).Select(person => person.Id)
            .DefaultIfEmpty(@case.Meeting.Chair).ToValueList();
}
