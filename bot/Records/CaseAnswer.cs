using StrategyBot.Rules;

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

/// <param name="LeftAlone">Why at least one more is none of them.</param>
internal sealed record CasesRead(IReadOnlyList<CaseView> Views, LeftAloneException? LeftAlone)
{
    /// <summary>Closed before any meeting was called: in no list of what is going on.</summary>
    public IReadOnlyList<CaseView> Closed { get; init; } = [];
}

/// <param name="All">Oldest first.</param>
/// <param name="Case">Knows the readers' names; <c>null</c> where it can't be read.</param>
internal sealed record CaseReadings(IReadOnlyList<Access> All, Case? Case)
{
    public string NameOf(Access access) => Case?.Find(new PersonId(access.Person)) is { } known
        ? $"{known.Name} ({known.Agency.Name()})"
        : access.Person;

    public bool IsUnderBreakGlass(Access access) => Case?.Find(new PersonId(access.Person)) is { } reader
        && BrokenGlass.Of(Case, reader.Id, access.At) is not null;
}
