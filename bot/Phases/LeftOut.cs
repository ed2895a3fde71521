using StrategyBot.Rules;

namespace StrategyBot.Phases;

/// <summary>What a list of cases says where one of them is left alone.</summary>
internal static class LeftOut
{
    public static IReadOnlyList<CardElement> Line(LeftAloneException? left) => left is null ? [] : [new TextBlock(left.BelowOthers)];
}
