namespace StrategyBot.Cases.Facts;

/// <summary>As services record it (R136).</summary>
internal enum Sex
{
    Female,
    Male,
    NotRecorded,
}
