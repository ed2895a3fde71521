namespace StrategyBot.Cases;

/// <summary>Who is asked for a heading; the chair may always answer in their place.</summary>
internal enum WhoFills
{
    Chair,
    SocialWorker,
    Police,
    Health,
    EachAgency,
}

/// <summary>How a heading is answered.</summary>
internal enum HeadingKind
{
    /// <summary>Words, with the three answers of P14.</summary>
    Words,

    /// <summary>Yes, no, or not known yet, with words.</summary>
    YesNo,

    /// <summary>A tick list, with words.</summary>
    Choices,

    /// <summary>One of a list, with words.</summary>
    OneOf,

    /// <summary>Has a form of its own: information, views, decisions, rows.</summary>
    OwnForm,
}

/// <summary>One heading of the strategy meeting's form and of its minutes.</summary>
/// <param name="R">The requirement it answers.</param>
/// <param name="Part">1 = assessment of risk, 2 = plan (R25).</param>
/// <param name="Block">The form it is asked in; up to three headings a form (design §5.3).</param>
/// <param name="BindsAtCompletion">Mandatory at <em>Complete the record</em> (P7), never at a save.</param>
internal sealed record Heading(
    string Id, string R, int Part, string Block, string Title, string Prompt, WhoFills WhoFills, bool BindsAtCompletion, HeadingKind Kind,
    IReadOnlyList<Heading.Option> Options)
{
    /// <summary>The tick that stands for <em>Checked – nothing held</em> (P14).</summary>
    public const string NothingHeld = "nothing-held";

    /// <summary>The tick that stands for <em>Not known yet</em> (P14).</summary>
    public const string NotKnownYet = "not-known-yet";

    /// <summary>The tick that stands for words that are known.</summary>
    public const string Known = "known";

    /// <summary>What has to be said beside some ticks before the record is complete: a reason, a date, a plan.
    /// Never at a save (P30).</summary>
    public string Explanation { get; init; } = "";

    /// <summary>Those ticks.</summary>
    public IReadOnlyList<string> Explained { get; init; } = [];

    public Heading Explaining(string explanation, params IReadOnlyList<string> ticks) =>
        this with { Explanation = explanation, Explained = ticks };

    /// <summary>A bare tick where the paper asks for more.</summary>
    public bool IsBare(Answer answer) => answer.Text.Length == 0 && (answer.Kind switch
    {
        AnswerKind.NothingHeld => Explained.Contains(NothingHeld),
        AnswerKind.NotKnownYet => Explained.Contains(NotKnownYet),
        _ => answer.Choices.Any(Explained.Contains),
    });

    /// <param name="Id">What the ticks are recorded as.</param>
    /// <param name="Label">What the person reads.</param>
    /// <param name="IsAlone">Nothing else can be ticked beside it.</param>
    public sealed record Option(string Id, string Label, bool IsAlone = false);
}

/// <summary>A form of the meeting: headings asked together.</summary>
internal sealed record HeadingBlock(string Id, int Part, string Title, IReadOnlyList<Heading> Headings);
