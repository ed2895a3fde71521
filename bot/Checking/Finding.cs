namespace StrategyBot.Checking;

internal enum Verdict
{
    Ok,

    /// <summary>The bot works, but somebody should see to it.</summary>
    SeeTo,

    /// <summary>The bot, or a part of it, won't work.</summary>
    Wrong,

    /// <summary>Nothing is known of it, and the sentence says why.</summary>
    NotChecked,
}

/// <summary>One line of <c>check</c>.</summary>
/// <param name="What">What was looked at, in a word or two.</param>
/// <param name="Sentence">What was found; where it is not well, what to do.</param>
internal sealed record Finding(Verdict Verdict, string What, string Sentence)
{
    public override string ToString() => $"{Word,-11} {What}: {Sentence}";

    private string Word => Verdict switch
    {
        Verdict.Ok => "ok",
        Verdict.SeeTo => "see to",
        Verdict.Wrong => "WRONG",
        _ => "not checked",
    };
}

/// <summary>Tries something that the bot needs, for real, and changes nothing.</summary>
internal interface ICheck
{
    Task<IReadOnlyList<Finding>> LookAsync(CancellationToken cancellationToken);
}
