using System.Text.Json.Serialization;
using StrategyBot.Rules;

namespace StrategyBot.Cases.Facts;

/// <summary>Facts of the minutes.</summary>
internal abstract record MinutingFact : Fact, IOfMeeting;

/// <summary>The chair put other words in place of a paragraph of the draft; no words mean the record's own again.</summary>
internal sealed record MinutesEdited(string Paragraph, string Text) : MinutingFact
{
    public override Fact Withheld() => this with { Text = "" };
}

/// <summary>A run of paragraphs of an approved version, frozen as they were (R89).</summary>
/// <param name="Version">From 1; an amendment makes the next.</param>
/// <param name="Index">From 0; a version may need several, as no fact is over 60 KB.</param>
internal sealed record MinutesFrozen(int Version, int Index, ValueList<MinutesParagraph> Paragraphs) : MinutingFact, IPrecedes
{
    public override Fact Withheld() => this with { Paragraphs = [] };

    public override Fact CutFor(Participant reader) =>
        this with { Paragraphs = Paragraphs.Where(paragraph => paragraph.IsFor(reader)).ToValueList() };
}

/// <summary>Approved by the chair, or by whoever they named for it: from here the minutes are owed to every involved agency (R88, R89).
/// </summary>
/// <param name="Digest">SHA-256 of all frozen paragraphs, hexadecimal.</param>
/// <param name="Reason">Why there is a later version than 1.</param>
internal sealed record MinutesApproved(int Version, string Digest, string Reason) : MinutingFact
{
    /// <summary>The chair, where somebody approved in their place (R89).</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ParticipantId? For { get; init; }

    public override Fact Withheld() => this with { Reason = "" };
}

/// <summary>Entered on the record of the child whom it is about (R88, P9).</summary>
internal sealed record MinutesEntered(int Version) : MinutingFact;

/// <summary>Someone opened the minutes and said so.</summary>
internal sealed record MinutesAcknowledged(ParticipantId Participant, int Version) : MinutingFact;

/// <summary>The minutes are late, and why (R88).</summary>
internal sealed record LatenessExplained(string Reason) : MinutingFact
{
    public override Fact Withheld() => this with { Reason = "" };
}

/// <summary>The chair says who may approve the minutes in their place (R89).</summary>
/// <param name="Until">The last day; <c>null</c>: until it is taken back.</param>
internal sealed record MinutesDelegateNamed(ParticipantId Delegate, DateOnly From, DateOnly? Until) : MinutingFact;

/// <summary>Nobody approves in the chair's place any more.</summary>
internal sealed record MinutesDelegateWithdrawn : MinutingFact;

/// <summary>How minutes came to somebody otherwise than by a message, or that a message came back.</summary>
internal enum MinutesHanded
{
    ByHand,
    ReadOut,
    Posted,

    /// <summary>The letter came back: they have nothing.</summary>
    CameBack,
}

/// <summary>Somebody was given the minutes by hand, or they were read to them or posted, or the letter came back (R81).</summary>
/// <param name="On">The day.</param>
/// <param name="Taker">Who took it for them; empty for themselves.</param>
internal sealed record MinutesGiven(
    ParticipantId Participant, int Version, MinutesHanded How, DateOnly On, string Taker) : MinutingFact
{
    public override Fact Withheld() => this with { Taker = "" };
}
