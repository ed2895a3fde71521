using StrategyBot.Obligations;
using StrategyBot.Reaching;

namespace StrategyBot.Phases.Minuting;

/// <summary>Asks each reader once, with the morning's message, to say that they have read the minutes (R81). After that the chair sees who
/// has not.</summary>
internal sealed class ChaseReaderDuty(Digest digest) : IDuty, IRoutine
{
    public static string Kind => "minuting/chase";

    public static DateTimeOffset Since { get; } = new(2026, 11, 30, 0, 0, 0, TimeSpan.Zero);

    public static string Says => "the question whether somebody has read the minutes";

    public static IEnumerable<Owed> Owes(Case @case)
    {
        var (clocks, meeting) = (@case.Clocks, @case.Meeting);
        return from one in DeliveryRule.Outstanding(@case, meeting)
               where one is { IsDelivered: true, HasFailed: false }
               let day = clocks.Days.After(clocks.Words.LocalDate(one.Effect!.At), DeliveryRule.Days(@case))
               let at = clocks.Words.At(day, @case.Profile.Calendar.DigestAt)
               select new Owed($"{Kind}/{meeting.Id.Value}/{one.Version}/{one.To.Id.Value}", at)
               {
                   To = one.To.Id,
                   // By then the chair asks.
                   LapsesAt = clocks.Words.At(clocks.Days.After(day, DeliveryRule.Days(@case)), @case.Profile.Calendar.DigestAt),
               };
    }

    public Participant? Whom(Case @case, Owed owed) => @case.Find(owed.To!.Value);

    public Notification Of(Case @case, IReadOnlyList<Owed> owed, Participant to) =>
        new(Card(@case), "Minutes are waiting for you to say that you have read them.")
        {
            Asks = new(1, null, "read the minutes and press “I have read them”"),
        };

    public Task<Performed> PerformAsync(Case @case, Owed owed, Attempt attempt, CancellationToken cancellationToken) =>
        digest.TellAsync(this, @case, owed, Whom(@case, owed)!, attempt, cancellationToken);

    internal static AdaptiveCard Card(Case @case) => FormCard.Of($"{@case.Id} {@case.CheckWord}: the minutes", null,
        [new TextBlock("Have you read them? Open them, and press “I have read them”.") { Weight = TextWeight.Bolder }],
        Actions.Open("Read the minutes", IssuedMinutesPage.Id.Open,
            new IssuedMinutesPage.Form(@case.Ref.Value, @case.Meeting.Id.Value, @case.Meeting.Minutes.Version)));
}
