using StrategyBot.Forms;

namespace StrategyBot.Phases;

/// <summary>Parts that other phases open too, by their verbs.</summary>
internal static class SharedParts
{
    public static PartId WhoToCheck { get; } = new("convening/who-to-check");
}
