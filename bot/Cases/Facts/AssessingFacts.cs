using StrategyBot.Rules;

namespace StrategyBot.Cases.Facts;

/// <summary>Facts of Part 1 and of every heading.</summary>
internal abstract record AssessingFact : Fact, IOfMeeting;

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
internal sealed record Answer(AnswerKind Kind, ValueList<string> Choices, string Text);

/// <summary>A heading of Part 1 or Part 2 was answered.</summary>
/// <param name="Heading">Id in <see cref="Headings"/>.</param>
/// <param name="Contests">The version of the answer that stood there unseen by this author: both are kept and shown (design §5.4).</param>
/// <param name="KeepsOwn">The author's own answer stands beside this one too: it was given in another window, unseen here.</param>
internal sealed record HeadingAnswered(string Heading, Answer Answer, int? Contests = null, bool? KeepsOwn = null) : AssessingFact
{
    public override Fact Withheld() => this with { Answer = new(AnswerKind.Known, [], "") };
}

/// <summary>The chair lets answers stand that others gave; a later answer is confirmed anew.</summary>
/// <param name="Whose">Who was asked, as <see cref="WordTables.ValueOf"/> writes it.</param>
/// <param name="Answers">The versions at which they were given.</param>
internal sealed record AnswersConfirmed(string Whose, ValueList<int> Answers) : AssessingFact;

/// <summary>The chair chose between contested answers; the others stay in the history.</summary>
/// <param name="Chosen">The version of the answer that stands.</param>
internal sealed record HeadingSettled(string Heading, int Chosen) : AssessingFact;

/// <summary>A row under a heading that is a list: an adult, a risk factor, a category for a child. Given again under one id means
/// changed; what it asks stands in <see cref="RowLists"/>.</summary>
/// <param name="Heading">Id in <see cref="Headings"/>.</param>
/// <param name="Said">What was said, by the ids of the list's fields; several choices with commas between them.</param>
/// <param name="About">The adult whom it is about, where <em>Who to check</em> has them; a child stands in the envelope.</param>
internal sealed record ListRowGiven(RowId Row, string Heading, ValueList<ListRowGiven.Answer> Said, string? About = null) : AssessingFact
{
    /// <summary>Empty where nothing was said.</summary>
    public string Of(string field) => Said.FirstOrDefault(one => one.Field == field)?.Value ?? "";

    public override Fact Withheld() => this with { Said = [] };

    /// <summary>What was said in one field.</summary>
    internal sealed record Answer(string Field, string Value);
}

/// <summary>Taken back; it stays in the history.</summary>
internal sealed record ListRowWithdrawn(RowId Row) : AssessingFact;
