using System.Globalization;
using StrategyBot.Obligations;
using StrategyBot.Reaching;

namespace StrategyBot.Phases.Enquiring;

/// <summary>On the first working day of a month those who answer for conferences hear which were out of timescale in the month before, in
/// the morning's one message over all their cases (R111).</summary>
internal sealed class TellLateMonthDuty(Digest digest, Words words, TimeProvider clock) : IDuty<DateOnly>, IRoutine
{
    private static readonly Role[] Told = [Role.OperationsManager, Role.AreaManager, Role.ConferenceService];

    public static string Kind => "enquiring/late-month";

    public static DateTimeOffset Since { get; } = new(2026, 11, 29, 0, 0, 0, TimeSpan.Zero);

    public static string Says => "the month's late conferences";

    public static IEnumerable<Owed<DateOnly>> Owes(Case @case) =>
        from month in EnquiryPipeline.Of(@case).SelectMany(LateConferences.Months).Distinct()
        from person in @case.Participants
        where !person.IsTakenOff && person.Roles.Any(role => Told.Contains(role))
        select new Owed<DateOnly>(
            string.Create(CultureInfo.InvariantCulture, $"{Kind}/{month:yyyyMM}/{person.Id.Value}"),
            Morning(@case, month.AddMonths(1)), month)
        {
            To = person.Id,
            // The next month's list comes then.
            LapsesAt = Morning(@case, month.AddMonths(2)),
        };

    public Participant? Whom(Case @case, Owed owed) => @case.Find(owed.To!.Value);

    public Notification Of(Case @case, IReadOnlyList<Owed> owed, Participant to) => new(
        Card(@case, [.. owed.Select(one => ((Owed<DateOnly>)one).About).Distinct().Order()], words.LocalDate(clock.GetUtcNow()), words),
        "A month's list of late conferences is there; type “late” to see it.")
    {
        InLetter = "A conference was out of timescale last month.",
    };

    public Task<Performed> PerformAsync(Case @case, Owed<DateOnly> owed, Attempt attempt, CancellationToken cancellationToken) =>
        digest.TellAsync(this, @case, owed, @case.Find(owed.To!.Value)!, attempt, cancellationToken);

    /// <summary>Numbers, days and the reason that was chosen; nothing that was typed.</summary>
    internal static AdaptiveCard Card(Case @case, IReadOnlyList<DateOnly> months, DateOnly today, Words words) => FormCard.Of(
        $"{@case.Id} {@case.CheckWord}", null,
        [
            .. from month in months
               from block in Lines(LateConferences.Of([@case], month, today), words)
               select block,
        ],
        [EnquiryPage.Button(@case).Send()]);

    private static IEnumerable<TextBlock> Lines(LateConferences list, Words words) =>
    [
        new(LateList.Title(list.Month, words)) { Weight = TextWeight.Bolder },
        .. list.Rows.Select(row => new TextBlock(CardText.Plain(
            $"{row.Child}: limit {words.Date(row.Limit)}, {row.SayDaysLate}, {row.SayDay(words)}. {row.SayCause}."))),
    ];

    private static DateTimeOffset Morning(Case @case, DateOnly month) =>
        @case.Clocks.Words.At(@case.Clocks.Days.OnOrAfter(month), @case.Profile.Calendar.DigestAt);
}
