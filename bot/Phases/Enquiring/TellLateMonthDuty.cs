using System.Globalization;
using StrategyBot.Obligations;
using StrategyBot.Reaching;

namespace StrategyBot.Phases.Enquiring;

/// <summary>On the first working day of a month those who answer for conferences hear which were out of timescale in the month before, in
/// the morning's one message over all their cases (R111).</summary>
internal sealed class TellLateMonthDuty(Digest digest, Words words, TimeProvider clock) : IDuty<DateOnly>, IRoutine
{
    private const string Manager = "operationsManager";

    private static readonly Role[] Told = [Role.OperationsManager, Role.AreaManager, Role.ConferenceService];

    public static string Kind => "enquiring/late-month";

    public static DateTimeOffset Since { get; } = new(2026, 11, 29, 0, 0, 0, TimeSpan.Zero);

    public static string Says => "the month's late conferences";

    /// <summary>A conference that nobody asked for has no service on its case: the procedure's own manager hears of it all the same.
    /// </summary>
    public static IEnumerable<Owed<DateOnly>> Owes(Case @case)
    {
        var people = @case.Participants.Where(person => !person.IsTakenOff && person.Roles.Any(role => Told.Contains(role)))
            .Select(person => (ParticipantId?)person.Id).ToList();
        var isManaged = @case.Participants.Any(person => !person.IsTakenOff && person.Roles.Contains(Role.OperationsManager));
        return from month in LateConferences.Months(@case)
               from to in isManaged || Outside(@case) is null ? people : [.. people, null]
               select new Owed<DateOnly>(
                   string.Create(CultureInfo.InvariantCulture, $"{Kind}/{month:yyyyMM}/{to?.Value ?? $"role-{Manager}"}"),
                   Morning(@case, month.AddMonths(1)), month)
               {
                   To = to,
                   // The next month's list comes then.
                   LapsesAt = Morning(@case, month.AddMonths(2)),
               };
    }

    public Participant? Whom(Case @case, Owed owed) => owed.To is { } to ? @case.Find(to) : Outside(@case);

    public Notification Of(Case @case, IReadOnlyList<Owed> owed, Participant to) => new(
        Card(@case, [.. owed.Select(one => ((Owed<DateOnly>)one).About).Distinct().Order()], words.LocalDate(clock.GetUtcNow()), words,
            isOn: @case.Find(to.Id) is not null),
        "A month's list of late conferences is there; type “late” to see it.")
    {
        InLetter = "A conference was out of timescale last month.",
    };

    public Task<Performed> PerformAsync(Case @case, Owed<DateOnly> owed, Attempt attempt, CancellationToken cancellationToken) =>
        digest.TellAsync(this, @case, owed, Whom(@case, owed)!, attempt, cancellationToken);

    private static Participant? Outside(Case @case) => @case.Profile.Roles.OperationsManager is { Mail.Length: > 0 } holder
        ? RoleHolders.Outside(Manager, holder) : null;

    /// <summary>Numbers, days and the reason that was chosen; nothing that was typed.</summary>
    /// <param name="isOn">Whether who reads it is on the case, and may open it.</param>
    internal static AdaptiveCard Card(
        Case @case, IReadOnlyList<DateOnly> months, DateOnly today, Words words, bool isOn = true) => FormCard.Of(
        $"{@case.Id} {@case.CheckWord}", null,
        [
            .. from month in months
               from block in Lines(LateConferences.Of([@case], month, today), words)
               select block,
        ],
        isOn ? [EnquiryPage.Button(@case).Send()] : []);

    private static IEnumerable<TextBlock> Lines(LateConferences list, Words words) =>
    [
        new(LateList.Title(list.Month, words)) { Weight = TextWeight.Bolder },
        .. list.Rows.Select(row => new TextBlock(CardText.Plain(
            $"{row.Child}, {row.SayWhich.ToLowerInvariant()} conference: limit {words.Date(row.Limit)}, {row.SayDaysLate}, "
                + $"{row.SayDay(words)}. {row.SayCause}."))),
    ];

    private static DateTimeOffset Morning(Case @case, DateOnly month) =>
        @case.Clocks.Words.At(@case.Clocks.Days.OnOrAfter(month), @case.Profile.Calendar.DigestAt);
}
