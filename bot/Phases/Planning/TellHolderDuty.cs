using StrategyBot.Obligations;
using StrategyBot.Reaching;

namespace StrategyBot.Phases.Planning;

/// <summary>Whoever holds a child until the outcome is known is told it before all others, and confirms (R53).</summary>
internal sealed class TellHolderDuty(Reach reach, Words words) : IDuty
{
    // Sorts before the owners' kinds: what falls due at one instant is done in the order of the keys.
    public static string Kind => "planning/tell-holder";

    public static DateTimeOffset Since => PlanMessage.Since;

    public static IEnumerable<Owed> Owes(Case @case) => @case.Meeting.Plan.AgreedAt is { } at
        ? AgreementRule.Holders(@case).Select(held => Of(@case, held.Holder.Id, Telling.OfOutcome(@case, held.Children), at))
        : [];

    /// <summary>At once, also for a change: it is a child's safety.</summary>
    private static Owed Of(Case @case, ParticipantId holder, Telling? changed, DateTimeOffset agreedAt) => new(
        $"{Kind}/{@case.Meeting.Id.Value}/{holder.Value}{(changed is null ? "" : $"/{changed.Number}")}", changed?.At ?? agreedAt)
    {
        To = holder,
    };

    public Task<Performed> PerformAsync(Case @case, Owed owed, Attempt attempt, CancellationToken cancellationToken) =>
        reach.TellAsync(@case, @case.Find(owed.To!.Value)!, owed, attempt,
            new(FormCard.Of(OutcomePage.Of(@case, @case.Find(owed.To.Value)!, words)),
                "Please read this now, and confirm that you have; open your part."), cancellationToken);
}
