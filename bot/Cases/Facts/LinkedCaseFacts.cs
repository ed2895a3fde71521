namespace StrategyBot.Cases.Facts;

/// <summary>What another child, who has a case of their own, is to this one (R3, R50).</summary>
internal enum CaseLinkKind
{
    /// <summary>A child is alleged to have harmed a child: each has a case, and a conference is held on both (R3).</summary>
    OtherChild,
    Sibling,
    AnotherChild,
}

/// <summary>What stands on the case of cases beside it. Each names the other by its reference alone.</summary>
internal abstract record LinkedCaseFact : Fact;

/// <summary>Another case is linked with this one. The bot writes the same into the other.</summary>
internal sealed record CaseLinked(string Other, CaseLinkKind Kind) : LinkedCaseFact;

/// <summary>It was linked by mistake.</summary>
internal sealed record CaseUnlinked(string Other, string Reason) : LinkedCaseFact
{
    public override Fact Withheld() => this with { Reason = "" };
}

/// <summary>The other child has no case of their own here, and why (R3).</summary>
internal sealed record NoOtherCaseSaid(string Reason) : LinkedCaseFact
{
    public override Fact Withheld() => this with { Reason = "" };
}
