using StrategyBot.Graph;
using StrategyBot.Obligations;
using StrategyBot.Reaching;

namespace StrategyBot.Phases.Delivering;

/// <summary>Looks whether a letter of the case came back, for the days in which one may (R81). What came back was not delivered.</summary>
internal sealed class ReturnedMailWatch(ReturnedMail mail, Duties duties) : IWatch
{
    // Most come back within minutes; the rest when a server has given up.
    private static readonly TimeSpan Soon = TimeSpan.FromMinutes(15), Every = TimeSpan.FromHours(2);

    public static string Kind => "delivering/returned-mail";

    public static bool IsOfCase => true;

    public static Watching? Over(Case @case) =>
        @case.Effects.Values.Where(IsLetter).Select(letter => letter.At).Order().ToList() is { Count: > 0 } sent
            ? new(Together(sent) + Soon, sent[^1] + ReturnedMail.Longest, Every)
            : null;

    public async Task<Func<Case, IReadOnlyList<Cases.Fact>>> LookAsync(Case @case, CancellationToken cancellationToken)
    {
        var returned = await mail.ReadAsync(cancellationToken);
        return now =>
        [
            .. from one in duties.EndedIn(now)
               where IsLetter(one.Effect)
               let report = returned.FirstOrDefault(each => each.Letter == one.Effect.Settled!.Receipt)
               where report is not null
               select new EffectSettled(one.Owed.Key, EffectOutcome.GivenUp, "", Effect.CameBack)
               {
                   HappenedAt = report.At,
                   Cause = RefusedEffect.CauseOf(now, one.Owed),
               },
        ];
    }

    /// <summary>When the last go of letters began: what follows within it puts the look off no further.</summary>
    private static DateTimeOffset Together(IReadOnlyList<DateTimeOffset> sent) =>
        sent.Aggregate((first, next) => next < first + Soon ? first : next);

    private static bool IsLetter(Effect effect) => effect is { IsDelivered: true, Settled.Rung: Reach.Mail };
}
