namespace StrategyBot.Protocols.Tables;

public enum TableUpdateMode
{
    /// <summary>Values that the new entity doesn't name stay.</summary>
    Merge = 0,

    /// <summary>Values that the new entity doesn't name go.</summary>
    Replace = 1,
}
