using StrategyBot.Cases;
using StrategyBot.Phases;
using StrategyBot.Protocols.Cards;
using StrategyBot.Rules.Wording;

namespace StrategyBot.Tests.TestKit;

/// <summary>What a clock's watcher says.</summary>
internal static class ClockCard
{
    /// <summary>At the moment of the first clock of this kind that runs.</summary>
    public static AdaptiveCard At<TClock>(Case @case, Participant to)
        where TClock : IClock
    {
        var running = TClock.Runs(@case).First();
        return ClockDuty<TClock>.Card(@case, new(running, ClockStep.At, to.Id.Value), to, Words.English, running.EndsAt);
    }
}
