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

    /// <summary>Whether a message of this kind goes to somebody, or went.</summary>
    public static bool Tells(Case @case, ParticipantId person) =>
        IsTold(@case, person) || AgreementRule.Holders(@case).Any(held => held.Holder.Id == person);

    /// <summary>Begun counts: nobody may know how it ended.</summary>
    /// <param name="but">Apart from this one.</param>
    public static bool IsTold(Case @case, ParticipantId person, string? but = null)
    {
        var first = $"{Kind}/{@case.Meeting.Id.Value}/{person.Value}";
        var further = $"{first}/";
        return @case.Effects.Keys.Any(key => key != but && (key == first || key.StartsWith(further, StringComparison.Ordinal)));
    }

    public Task<Performed> PerformAsync(Case @case, Owed owed, Attempt attempt, CancellationToken cancellationToken)
    {
        var to = @case.Find(owed.To!.Value)!;
        return reach.TellAsync(@case, to, owed, attempt,
            IsTold(@case, to.Id, but: owed.Key) ? AgreedMessage.Changed(@case, to, words) : AgreedMessage.For(@case, to, words),
            cancellationToken);
    }
}
