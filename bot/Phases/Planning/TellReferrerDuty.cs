using StrategyBot.Obligations;
using StrategyBot.Reaching;

namespace StrategyBot.Phases.Planning;

/// <summary>Whoever of the referring agency was asked to the meeting gets an answer, at the latest at its end (P25): here only where no
/// other message of the plan takes it along.</summary>
internal sealed class TellReferrerDuty(Reach reach, Words words) : IDuty
{
    public static string Kind => "planning/tell-referrer";

    public static DateTimeOffset Since => AgreedMessage.Since;

    public static string Says => "the answer to the referral";

    public static IEnumerable<Owed> Owes(Case @case) => ReferralAnswerPage.AnsweredAt(@case) is { } at
        ? @case.Invited
            .Where(person => person.Id != @case.Meeting.Chair && ReferralAnswerPage.IsFor(@case, person) && !IsToldElse(@case, person))
            .Select(person => new Owed($"{Kind}/{@case.Meeting.Id.Value}/{person.Id.Value}", at) { To = person.Id })
        : [];

    public Task<Performed> PerformAsync(Case @case, Owed owed, Attempt attempt, CancellationToken cancellationToken) =>
        reach.TellAsync(@case, @case.Find(owed.To!.Value)!, owed, attempt,
            AgreedMessage.For(@case, @case.Find(owed.To.Value)!, words), cancellationToken);

    private static bool IsToldElse(Case @case, Participant person) =>
        @case.Meeting.Plan.AgreedAt is { } agreed && agreed == ReferralAnswerPage.AnsweredAt(@case)
        && (TellHolderDuty.Tells(@case, person.Id) || @case.Effects.ContainsKey(TellOwnerDuty.Key(@case, person.Id))
            || AgreedMessage.OwnOf(@case, person).Count > 0);
}
