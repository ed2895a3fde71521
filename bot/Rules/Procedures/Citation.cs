namespace StrategyBot.Rules.Procedures;

/// <summary>Where a number or a sentence of a procedure comes from, so that whoever is bound by it can look it up.</summary>
/// <param name="Paper">The paper's id (<c>004</c>), <c>local</c> for an authority's own policy, or <c>k</c> for background knowledge that a
/// practitioner has yet to confirm.</param>
/// <param name="Guide">The paper's name as people say it: <c>Bedford guide</c>.</param>
/// <param name="Quote">The paper's own words.</param>
/// <param name="Requirement">The entry of our requirements catalogue, <c>R18</c>.</param>
internal sealed record Citation(string Paper, string Guide, string Quote, string? Requirement = null)
{
    private const int CouncilPaper = 3;

    /// <summary>As a case that goes by this procedure says it: nobody reads three councils' names at once, and no paper is said to hold
    /// what it doesn't.</summary>
    public Citation By(ProcedureProfile? procedure) => procedure is null || Guide == procedure.Name || !IsOfACouncil ? this
        : this with { Guide = procedure.IsDefault ? procedure.Name : "this procedure" };

    /// <summary><c>004</c>; not an authority's own policy, and not background knowledge.</summary>
    private bool IsOfACouncil => Paper.Length == CouncilPaper && Paper.All(char.IsAsciiDigit);
}
