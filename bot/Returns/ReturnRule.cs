namespace StrategyBot.Returns;

/// <summary>Where what is wrong is put right.</summary>
internal enum MendAt
{
    WhoToCheck,
    Identifiers,
    CaseSystem,
    Enquiry,
    ProtectionPlan,
}

/// <summary>What a rule looks at that stands in the case system, or nowhere.</summary>
internal enum Asks
{
    Referral,
    NoAction,
    Assessment,
    Closing,
    Death,
    NeedPlan,
}

/// <summary>One check of the children in need census, as its validator makes it before a return is taken.</summary>
/// <param name="Code">The census's own.</param>
/// <param name="IsError">An error stops the return; a query has to be explained.</param>
/// <param name="Says">What is wrong, in words.</param>
/// <param name="Do">What puts it right.</param>
/// <param name="Fails">Whether one child's episode fails it.</param>
internal sealed record ReturnRule(
    string Code, bool IsError, string Says, string Do, MendAt Mend, Func<Episode, ReturnYear, bool> Fails)
{
    /// <summary>What it can't be judged without.</summary>
    public IReadOnlyList<Asks> Needs { get; init; } = [];

    /// <summary>What of it is not known of this child.</summary>
    public IEnumerable<Asks> Lacks(Episode episode) => Needs.Where(need => !Knows(episode, need));

    private static bool Knows(Episode episode, Asks need) => need switch
    {
        Asks.Referral => episode.ReferredOn is not null,
        Asks.NoAction => episode.NoAction is not null,
        Asks.Assessment or Asks.Closing => episode.IsCaseSystemKnown,
        Asks.Death => episode.IsDeathKnown,
        Asks.NeedPlan => episode.HasOpenNeedPlan is not null,
        _ => false,
    };
}

/// <summary>A rule that one child's episode fails, or that can't be judged.</summary>
internal sealed record CheckedRule(string Child, ReturnRule Rule, IReadOnlyList<Asks> Lacks)
{
    public bool HasFailed => Lacks.Count == 0;
}
