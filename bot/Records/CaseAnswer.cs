namespace StrategyBot.Records;

/// <summary>What a rule is given of a case while a form comes back, all of it cut to who sent it.</summary>
/// <param name="Shown">As it was when the form was drawn.</param>
/// <param name="Between">What was written since.</param>
internal sealed record Sitting(CaseView Now, CaseView Shown, IReadOnlyList<Entry> Between);

/// <summary>What a rule answered, and the case after it, cut to the person who asked;
/// no case for an outsider, or for someone whose part it is not.</summary>
internal sealed record CaseAnswer(Decision Decision, CaseView? View)
{
    /// <summary>The same activity wrote before; what it wrote stands.</summary>
    public bool IsRepeated { get; init; }
}
