namespace StrategyBot.Rules;

/// <summary>What stands on a case can't be read by this release, as a newer one wrote it: the case is left alone (design §7).</summary>
/// <remarks>Carries no content: it ends up in logs.</remarks>
/// <param name="about">The case's reference.</param>
public sealed class NewerReleaseException(string about, Exception? cause = null)
    : Exception($"{about} holds something that this release can't read.", cause)
{
    /// <summary>For whoever opens it. Claims nothing, neither of the case nor of what was sent.</summary>
    public const string Sentence =
        "I can't read what was last written on that case, as a newer version of me is at work on it. "
        + "I can't say how the case stands, nor whether anything was saved just now. Try again in a few minutes.";

    /// <summary>Below a list that other cases stand in.</summary>
    public const string LeftOut =
        "One of your cases is not counted here: a newer version of me is at work on it, and I can't read what it wrote. "
        + "Try again in a few minutes.";

    public string About { get; } = about;
}
