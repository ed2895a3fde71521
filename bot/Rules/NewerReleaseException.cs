namespace StrategyBot.Rules;

/// <summary>What stands on a case can't be read by this release, as a newer one wrote it: the case is left alone (design §7).</summary>
internal sealed class NewerReleaseException(string about, Exception? cause = null)
    : LeftAloneException(about, "holds what only a newer release can read", cause)
{
    public const string Sentence =
        "I can't read what was last written on that case, as a newer version of me is at work on it. "
        + "I can't say how the case stands, nor whether anything was saved just now. Try again in a few minutes.";

    public const string LeftOut =
        "One of your cases is not counted here: a newer version of me is at work on it, and I can't read what it wrote. "
        + "Try again in a few minutes.";

    public override string ToReader => Sentence;

    public override string BelowOthers => LeftOut;
}
