namespace StrategyBot.Cases.Facts;

/// <summary>Facts of the family's copies of the interim safety plan (P34). They hold words that were typed for one person of the family:
/// social care alone reads them.</summary>
/// <remarks>They are the case's and no meeting's, as the plan is.</remarks>
/// <param name="Reader">Whose copy: an adult's or a child's id, or <c>other-1</c> for somebody whom the plan alone names.</param>
internal abstract record FamilyFact(string Reader) : Fact;

/// <summary>Which standard sentences a copy has.</summary>
internal enum FamilyReaderKind
{
    /// <summary>Has parental responsibility, or lives with the child: the whole plan.</summary>
    Parent,

    /// <summary>Has a part in the plan, as a grandmother who supervises.</summary>
    Named,

    Child,
}

/// <summary>Whom a copy is for. Said again means changed.</summary>
/// <param name="Name">Typed for somebody whom the plan alone names; empty for who is on the case.</param>
/// <param name="Relation"><c>mother of Rowan and Isla</c>.</param>
/// <param name="About">Which children, as the family says it: <c>Rowan and Isla</c>.</param>
/// <param name="Language">Which they ask for; empty for English. Nothing is translated.</param>
/// <param name="IsLarge">In large type.</param>
internal sealed record FamilyReaderSaid(
    string Reader, string Name, FamilyReaderKind Kind, string Relation, string About, string Language, bool IsLarge) : FamilyFact(Reader)
{
    public override Fact Withheld() => this with { Name = "", Relation = "", About = "", Language = "" };
}

/// <summary>What we are worried about, in words typed for this reader, and when it is looked at again.</summary>
/// <param name="On">The day on which it is looked at again; <c>null</c> = nobody knows yet.</param>
/// <param name="At">At what time; <c>null</c> = only the day is known.</param>
/// <param name="With"><c>with you and Maureen</c>.</param>
internal sealed record FamilyWordsTyped(string Reader, string Worry, DateOnly? On, TimeOnly? At, string With) : FamilyFact(Reader)
{
    public override Fact Withheld() => this with { Worry = "", With = "" };
}

/// <summary>A row of the interim safety plan in words typed for this reader. Typed again means changed.</summary>
/// <param name="Row">From 1 in each copy.</param>
/// <param name="Action">The row of the plan that it says: one may be said in several.</param>
internal sealed record FamilyRowTyped(string Reader, int Row, ActionId Action, string Who, string What, string When) : FamilyFact(Reader)
{
    public override Fact Withheld() => this with { Who = "", What = "", When = "" };
}

/// <summary>A row stands in this copy no more.</summary>
internal sealed record FamilyRowLeftOut(string Reader, int Row) : FamilyFact(Reader);

/// <summary>How a copy was given.</summary>
internal enum GivenHow
{
    ByHand,
    ByPost,
    ByMail,
    ReadOut,
}

/// <summary>The copy was given as it stood then; when, stands in the envelope.</summary>
/// <param name="Giver">Who gave it.</param>
/// <param name="PlanVersion">The version of the plan that it says.</param>
internal sealed record FamilyCopyGiven(string Reader, ParticipantId Giver, GivenHow How, int PlanVersion) : FamilyFact(Reader);

/// <summary>The plan is not shared with somebody who is owed a copy: a manager's rationale (R78).</summary>
internal sealed record FamilyCopyNotShared(string Reader, string Because) : FamilyFact(Reader)
{
    public override Fact Withheld() => this with { Because = "" };
}
