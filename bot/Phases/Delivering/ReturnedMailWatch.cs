using StrategyBot.Graph;
using StrategyBot.Obligations;
using StrategyBot.Reaching;

namespace StrategyBot.Phases.Delivering;

/// <summary>Looks whether a letter of the case came back, for the days in which one may (R81). What came back was not delivered.</summary>
internal sealed class ReturnedMailWatch(ReturnedMail mail, Duties duties) : IWatch
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(15);

    public static string Kind => "delivering/returned-mail";

    public static bool IsOfCase => true;

    public static Watching? Over(Case @case) =>
        @case.Effects.Values.Where(IsLetter).Select(letter => letter.At).ToList() is { Count: > 0 } sent
            ? new(sent.Min(), sent.Max() + ReturnedMail.Longest, Every)
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

    private static bool IsLetter(Effect effect) => effect is { IsDelivered: true, Settled.Rung: Reach.Mail };
}
