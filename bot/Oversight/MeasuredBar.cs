namespace StrategyBot.Oversight;

/// <summary>One bar of a measure's set: a number, or a share of its own number.</summary>
/// <param name="Of">Without a second number where <paramref name="IsShare"/> is not so.</param>
internal sealed record MeasuredBar(string Label, ShownShare Of, bool IsShare, double? England)
{
    /// <summary>What stands at its end.</summary>
    public string Say => IsShare ? Of.SayPerCent() : Of.Of.Say();
}

/// <summary>One group of children, and of how many of them a measure is so.</summary>
internal sealed record MeasuredGroup(string Name, ShownShare Of);
