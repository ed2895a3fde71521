namespace StrategyBot.Rules;

/// <summary>What stands on a case isn't what was written, or says nothing: nothing of it is shown, and nothing is built on it.</summary>
/// <param name="line">The first line that isn't as it was.</param>
/// <param name="cause">Where the line is as it was written, and still can't be read.</param>
internal sealed class BrokenRecordException(string about, int line, Exception? cause = null)
    : LeftAloneException(about,
        cause is null ? $"is not as it was written, from line {line} on" : $"can't be read from line {line} on ({cause.GetType().Name})",
        cause)
{
    public override string ToReader =>
        $"The record of that case {Why.Split('(')[0].TrimEnd()}, so I show nothing of it. "
        + "I can't say how the case stands, nor whether anything was saved just now. "
        + "Go by your own notes, and tell the administrator now: the command verify says what is wrong.";

    public override string BelowOthers =>
        $"One of your cases is not counted here: the record of {About} {Why.Split('(')[0].TrimEnd()}. "
        + "Go by your own notes for that one, and tell the administrator now.";
}
