namespace StrategyBot.Cases.Facts;

/// <summary>As services record it (R136).</summary>
public enum Sex
{
    Female,
    Male,
    NotRecorded,
}
