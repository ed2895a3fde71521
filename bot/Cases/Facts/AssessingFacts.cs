using StrategyBot.Rules;

namespace StrategyBot.Cases.Facts;

/// <summary>Facts of Part 1 and of every heading.</summary>
public abstract record AssessingFact : Fact;

/// <summary>The three answers of P14. An empty field is none of them.</summary>
public enum AnswerKind
{
    Known,

    /// <summary>Checked, and nothing is held: which records, by whom.</summary>
    NothingHeld,

    /// <summary>Not known yet: what is awaited, from whom, by when.</summary>
    NotKnownYet,
}

/// <param name="Choices">Ids of the heading's options, where it has options.</param>
/// <param name="Text">The words; for <see cref="AnswerKind.NothingHeld"/> which records were checked, for
/// <see cref="AnswerKind.NotKnownYet"/> what is awaited and from whom.</param>
public sealed record Answer(AnswerKind Kind, ValueList<string> Choices, string Text);

/// <summary>A heading of Part 1 or Part 2 was answered.</summary>
/// <param name="Heading">Id in <see cref="Headings"/>.</param>
/// <param name="Contests">The version of the answer that stood there unseen by this author: both are kept and shown (design §5.4).</param>
/// <param name="KeepsOwn">The author's own answer stands beside this one too: it was given in another window, unseen here.</param>
public sealed record HeadingAnswered(string Heading, Answer Answer, int? Contests = null, bool? KeepsOwn = null) : AssessingFact
{
    public override Fact Withheld() => this with { Answer = Answer with { Text = "", Choices = [] } };
}

/// <summary>The chair chose between contested answers; the others stay in the history.</summary>
/// <param name="Chosen">The version of the answer that stands.</param>
public sealed record HeadingSettled(string Heading, int Chosen) : AssessingFact;

/// <summary>One entry of an agency's information (R26); several make its block.</summary>
/// <param name="Part">From 1, where a long text was split into entries; 0 where it was not.</param>
public sealed record InformationGiven(ParticipantId Participant, Agency Agency, string Text, int Part) : AssessingFact
{
    public override Fact Withheld() => this with { Text = "" };
}

/// <summary>An author corrected one entry of their own; the earlier words stay in the history.</summary>
public sealed record InformationCorrected(int Entry, string Text) : AssessingFact
{
    public override Fact Withheld() => this with { Text = "" };
}

/// <summary>Taken back by whoever wrote it, for example by undo; the words stay in the record.</summary>
public sealed record InformationWithdrawn(int Entry) : AssessingFact;

/// <summary>P3: is there reasonable cause to suspect …? Never asked as a threshold.</summary>
public enum ReasonableCause
{
    Yes,
    No,
    CannotSayYet,
}

/// <summary>An agency's view on one child (R40, P3, P25).</summary>
public sealed record ViewGiven(ParticipantId Participant, ReasonableCause View, string Rationale) : AssessingFact
{
    public override Fact Withheld() => this with { Rationale = "" };
}

/// <summary>What someone does whose view differs from the decision (P18).</summary>
public enum Stance
{
    GoWithDecision,
    RecordDifferentView,
    Escalate,
}

public sealed record StanceTaken(ParticipantId Participant, Stance Stance, string Reason) : AssessingFact
{
    public override Fact Withheld() => this with { Reason = "" };
}

/// <summary>The chair showed the views before all core agencies had answered (P25).</summary>
public sealed record ViewsRevealed : AssessingFact;
