namespace StrategyBot.Rules;

/// <summary>What stands on a case can't be taken for what it is, so the case is left alone and all others go on.</summary>
/// <remarks>Carries no content: it ends up in logs.</remarks>
/// <param name="about">The case's reference.</param>
/// <param name="why">For the log; follows the reference.</param>
internal abstract class LeftAloneException(string about, string why, Exception? cause) : Exception($"{about} {why}.", cause)
{
    public string About { get; } = about;

    public string Why { get; } = why;

    /// <summary>For whoever opens it. Claims nothing, neither of the case nor of what was sent.</summary>
    public abstract string ToReader { get; }

    /// <summary>Below a list that other cases stand in.</summary>
    public abstract string BelowOthers { get; }
}
