using System.Text.Json.Serialization;
using StrategyBot.Rules;

namespace StrategyBot.Cases.Facts;

/// <summary>The keeping of the record itself: what went to the wrong place, seals, holds (P16).</summary>
internal abstract record KeepingFact : Fact;

/// <summary>What went wrong with what is written.</summary>
internal enum Misplaced
{
    /// <summary>It holds something about another family.</summary>
    AnotherFamily,

    /// <summary>Somebody got or read what was not for them.</summary>
    WrongReader,
}

/// <summary>Something is written where it must not be, or reached somebody whom it was not for. The envelope's <c>HappenedAt</c> is when it
/// was noticed: from there the 72 hours run in which the Information Commissioner is told.</summary>
/// <param name="What">Where it stands, or how it reached them.</param>
/// <param name="Who">Whom it was not for: everything is closed to them with it.</param>
internal sealed record MisplacedSaid(Misplaced Kind, string What, ValueList<ParticipantId> Who) : KeepingFact
{
    public override Fact Withheld() => this with { What = "" };
}

/// <summary>What came of it.</summary>
/// <param name="Report">The number of the fact that reported it.</param>
/// <param name="Commissioner">Whether the Information Commissioner was told.</param>
/// <param name="Why">Why not, or what else was done.</param>
internal sealed record MisplacedAnswered(int Report, YesNo Commissioner, string Why) : KeepingFact
{
    /// <summary>The day on which the Commissioner was told.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateOnly? On { get; init; }

    public override Fact Withheld() => this with { Why = "" };
}

/// <summary>Why words are sealed.</summary>
internal enum SealCause
{
    AnotherFamily,
    MustNotBeKnown,
    ByMistake,
    Other,
}

/// <summary>Words are taken out of the record; that they stood there, whose they were and when they were written stays (P16).</summary>
/// <param name="Lines">The numbers of the facts whose words go.</param>
/// <param name="Why">In the words of whoever seals, without what is sealed.</param>
internal sealed record WordsSealed(ValueList<int> Lines, SealCause Cause, string Why) : KeepingFact
{
    /// <summary>Of runs of issued versions, whose facts are among <see cref="Lines"/>, the paragraphs that go; of earlier releases it is
    /// not known.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ValueList<SealedParagraph>? Paragraphs { get; init; }

    public override Fact Withheld() => this with { Why = "" };
}

/// <summary>A paragraph of an issued version whose words go.</summary>
/// <param name="Line">The number of the fact in which its run was frozen.</param>
/// <param name="At">Which of the run's paragraphs, from 0.</param>
internal sealed record SealedParagraph(int Line, int At);

/// <summary>They are gone from the store.</summary>
/// <param name="Seal">The number of the fact that sealed them.</param>
internal sealed record WordsGone(int Seal) : KeepingFact;

/// <summary>A run of an approved version as it stands once paragraphs of it were sealed: in their place it says that they were.</summary>
/// <param name="Version">As the run's that it stands for.</param>
/// <param name="Index">As the run's that it stands for.</param>
internal sealed record MinutesKept(int Version, int Index, ValueList<MinutesParagraph> Paragraphs) : MinutingFact
{
    public override Fact Withheld() => this with { Paragraphs = [] };

    public override Fact CutFor(Participant reader) =>
        this with { Paragraphs = Paragraphs.Where(paragraph => paragraph.IsFor(reader)).ToValueList() };
}

/// <summary>The record was lost, and stands as a copy had it: what was written after that copy is not in it.</summary>
/// <param name="TakenAt">When the copy was taken.</param>
/// <param name="Lost">How many facts are known to be missing; <c>null</c> where nothing outside the record tells.</param>
internal sealed record RecordRestored(DateTimeOffset TakenAt, int? Lost) : KeepingFact;

/// <summary>Why a record is kept beyond its time.</summary>
internal enum HoldCause
{
    Court,
    Inquiry,
    Complaint,
    Other,
}

/// <summary>Nothing of the record may be deleted until it is said otherwise.</summary>
/// <param name="Why">Which proceedings, by their number.</param>
internal sealed record RecordHeld(HoldCause Cause, string Why) : KeepingFact
{
    public override Fact Withheld() => this with { Why = "" };
}

/// <summary>It needn't be kept for that any more.</summary>
/// <param name="Hold">The number of the fact that held it.</param>
internal sealed record RecordReleased(int Hold, string Why) : KeepingFact
{
    public override Fact Withheld() => this with { Why = "" };
}

/// <summary>Why an auditor has to read a case.</summary>
internal enum GlassCause
{
    Complaint,
    Inspection,
    StaffConcern,
    Breach,
    Court,
    Other,
}

/// <summary>An auditor reads the case for some hours, and says why (P17).</summary>
/// <param name="Why">In one line of theirs; for the data protection officer and information governance.</param>
/// <param name="Until">From then on it is as shut to them as before.</param>
internal sealed record GlassBroken(ParticipantId Auditor, GlassCause Cause, string Why, DateTimeOffset Until) : KeepingFact
{
    public override Fact Withheld() => this with { Cause = GlassCause.Other, Why = "" };
}

/// <summary>They have what they need, before the time was over.</summary>
/// <param name="Glass">The number of the fact that opened it.</param>
internal sealed record GlassClosed(int Glass) : KeepingFact;

/// <summary>Its time is over: nothing but this, and that there was a case, is kept of it.</summary>
/// <param name="Until">The day until which it was kept.</param>
/// <param name="Facts">How many were written before.</param>
internal sealed record RecordExpired(DateOnly Until, int Facts) : KeepingFact
{
    /// <summary>What it adds to the measures of each month, as it lies on their shelves: numbers alone, so that a year stays a year.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ValueList<KeptMeasures>? Measures { get; init; }
}

/// <summary>What stood of it outside the record is deleted: in numbers, for whoever has to show that it went.</summary>
/// <param name="Cards">In people's own chats and in meetings'.</param>
/// <param name="Letters">Drafts and sent ones; <c>null</c> where the mailbox couldn't be searched.</param>
/// <param name="Events">Entries in the organiser's calendar.</param>
/// <param name="NotReached">Of all of them: a chat or a mailbox said no.</param>
internal sealed record TracesDeleted(int Cards, int? Letters, int Events, int NotReached) : KeepingFact
{
    /// <summary>It was interrupted, and may have deleted more letters than it counted.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? IsAtLeast { get; init; }
}

/// <summary>What a case adds to the measures of one month.</summary>
/// <param name="Month">Its first day.</param>
/// <param name="Row">As the projection writes it.</param>
internal sealed record KeptMeasures(DateOnly Month, string Row);
