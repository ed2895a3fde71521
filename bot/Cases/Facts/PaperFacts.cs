namespace StrategyBot.Cases.Facts;

/// <summary>Somebody begins to type in what was written on paper (P13): what they save until <see cref="PaperDone"/> happened when this
/// did.</summary>
/// <param name="Place">Where it happened.</param>
/// <param name="WrittenBy">Who wrote the sheet.</param>
internal sealed record PaperBegun(string Place, ParticipantId WrittenBy) : AssessingFact
{
    public override Fact Withheld() => this with { Place = "" };
}

/// <summary>The sheet is typed in.</summary>
internal sealed record PaperDone : AssessingFact;
