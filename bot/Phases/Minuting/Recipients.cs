using StrategyBot.Cases;
using StrategyBot.Cases.Facts;

namespace StrategyBot.Phases.Minuting;

/// <summary>Whom a version goes to: every involved agency, absent ones too (R88), and whoever read an earlier version (P15). The chair has it.</summary>
internal static class Recipients
{
    public static IReadOnlyList<Participant> Of(Case @case, Meeting meeting) =>
        [.. @case.Participants.Where(person => person.Id != meeting.Chair && (person.IsInvited || (meeting.Minutes.Acknowledged.ContainsKey(person.Id) && person.May(Capability.ReadMinutes))))];

    public static IReadOnlyList<Delivery> Deliveries(Case @case, Meeting meeting) =>
        [.. Of(@case, meeting).Select(person => new Delivery(person, @case.Effects.GetValueOrDefault(DistributeMinutes.KeyOf(meeting, meeting.Minutes.Version, person.Id))))];
}

/// <summary>How far the standing version is on its way to one person (R81).</summary>
internal sealed record Delivery(Participant To, Effect? Effect)
{
    public bool IsDelivered => Effect?.Settled?.Outcome is EffectOutcome.Delivered or EffectOutcome.PossiblyRepeated;

    /// <summary>Refused for good: somebody has to ring.</summary>
    public bool HasFailed => Effect?.Settled?.Outcome is EffectOutcome.GivenUp;
}
