using System.Collections.Immutable;
using System.Diagnostics;
using StrategyBot.Rules;

namespace StrategyBot.Cases;

/// <summary>The minutes: the chair's edits of the draft, the versions that were frozen, and what became of them.</summary>
internal sealed record Minutes
{
    /// <summary>The chair's words for a paragraph of the draft.</summary>
    public ImmutableDictionary<string, Decided<MinutesEdited>> Edits { get; init; } = [];

    /// <summary>Paragraphs of each version, in order.</summary>
    public ImmutableSortedDictionary<int, ImmutableList<MinutesParagraph>> Versions { get; init; } =
        ImmutableSortedDictionary<int, ImmutableList<MinutesParagraph>>.Empty;

    /// <summary>Each version's approval.</summary>
    public ImmutableSortedDictionary<int, Decided<MinutesApproved>> Approvals { get; init; } =
        ImmutableSortedDictionary<int, Decided<MinutesApproved>>.Empty;

    /// <summary>The latest version entered on each child's record.</summary>
    public ImmutableDictionary<ChildId, Decided<MinutesEntered>> Entered { get; init; } = [];

    /// <summary>The latest version that each reader said they have read.</summary>
    public ImmutableDictionary<ParticipantId, Decided<MinutesAcknowledged>> Acknowledged { get; init; } = [];

    /// <summary>What was given to whom otherwise than by a message, the last word on each version (R81).</summary>
    public ImmutableDictionary<(ParticipantId To, int Version), Decided<MinutesGiven>> Given { get; init; } =
        ImmutableDictionary<(ParticipantId To, int Version), Decided<MinutesGiven>>.Empty;

    /// <summary>What readers said is wrong, oldest first, answered or not (P15).</summary>
    public ImmutableList<Objection> Objections { get; init; } = [];

    /// <summary>Whom the chair named to approve in their place, oldest first; of the last alone it can stand (R89).</summary>
    public ImmutableList<MinutesDelegate> Delegates { get; init; } = [];

    /// <summary>Why they were late, as it was said last.</summary>
    public Decided<LatenessExplained>? Late { get; init; }

    public string LateReason => Late?.Fact.Reason ?? "";

    /// <summary>A version's paragraphs; none where they were sealed or deleted.</summary>
    public ImmutableList<MinutesParagraph> Of(int version) => Versions.GetValueOrDefault(version) ?? [];

    /// <summary>The latest approved version.</summary>
    public Decided<MinutesApproved>? Approved => Approvals.Count == 0 ? null : Approvals[Version];

    /// <summary>The number of the latest approved version; 0 before the first.</summary>
    public int Version => Approvals.Count == 0 ? 0 : Approvals.Keys.Last();

    /// <summary>What the version that stands does not take into account yet: not answered, or put right since it was approved.</summary>
    public IEnumerable<Objection> Pending =>
        Objections.Where(
            objection => objection.Answer is not { } answer
                || (answer.Fact.Outcome != ObjectionOutcome.Declined && answer.At > Approved?.At));

    public bool IsEntered(ChildId child) => Version > 0 && Entered.TryGetValue(child, out var entered) && entered.Fact.Version == Version;

    public bool HasRead(ParticipantId reader, int version) =>
        Acknowledged.TryGetValue(reader, out var read) && read.Fact.Version >= version;

    public static Minutes Evolve(Minutes minutes, Entry entry, MinutingFact fact) => fact switch
    {
        MinutesEdited { Text: "" } e => minutes with { Edits = minutes.Edits.Remove(e.Paragraph) },
        MinutesEdited e => minutes with { Edits = minutes.Edits.SetItem(e.Paragraph, new(e, entry.By, entry.At) { Seq = entry.Seq }) },
        MinutesFrozen e => minutes.With(e.Version,
            // The first begins anew: what an approval left that was broken off, or overtaken, is no part of the next.
            (e.Index == 0 ? [] : minutes.RunsOf(e.Version)).Add(new(e.Version, e.Index, [entry.Seq], e.Paragraphs))),
        // Begun anew since, it stands for a run that is none any more.
        MinutesKept e => e.Index >= minutes.RunsOf(e.Version).Count ? minutes : minutes.With(e.Version,
            minutes.RunsOf(e.Version).SetItem(e.Index,
                new(e.Version, e.Index, [.. minutes.RunsOf(e.Version)[e.Index].Lines, entry.Seq], e.Paragraphs))),
        MinutesApproved e =>
            minutes with { Approvals = minutes.Approvals.SetItem(e.Version, new(e, entry.By, entry.At) { Seq = entry.Seq }) },
        MinutesEntered e => minutes with { Entered = minutes.Entered.SetItem(e.Child!.Value, new(e, entry.By, entry.At)) },
        MinutesAcknowledged e => minutes with { Acknowledged = minutes.Acknowledged.SetItem(e.Participant, new(e, entry.By, entry.At)) },
        MinutesObjected e =>
            minutes with
            {
                Objections = minutes.Objections.Add(new(entry.Seq, e.Participant, e.Version, e.Paragraph, e.Text, entry.At, e.Audience)),
            },
        OwnWordsCorrected e => minutes with
        {
            Edits = minutes.Edits.SetItem(e.Paragraph,
                new(new MinutesEdited(e.Paragraph, e.Text) { Audience = e.Audience }, entry.By, entry.At) { Seq = entry.Seq }),
            // Nothing to decide: it waits only for the version that has it.
            Objections = minutes.Objections.Add(new(entry.Seq, e.Participant, e.Version, e.Paragraph, e.Text, entry.At, e.Audience)
            {
                Answer = new(new(entry.Seq, ObjectionOutcome.Amended, ""), entry.By, entry.At),
                IsByAuthor = true,
            }),
        },
        ObjectionAnswered e => minutes with
        {
            Objections = [
                .. minutes.Objections.Select(
                    objection => objection.Number == e.Objection ? objection with { Answer = new(e, entry.By, entry.At) } : objection)],
        },
        MinutesGiven e => minutes with { Given = minutes.Given.SetItem((e.Participant, e.Version), new(e, entry.By, entry.At)) },
        MinutesDelegateNamed e => minutes with
        {
            Delegates = Ended(minutes, entry).Add(new(new(e, entry.By, entry.At) { Seq = entry.Seq })),
        },
        MinutesDelegateWithdrawn => minutes with { Delegates = Ended(minutes, entry) },
        LatenessExplained e => minutes with { Late = new(e, entry.By, entry.At) { Seq = entry.Seq } },
        _ => throw new UnreachableException($"Minutes.Evolve does not know {fact.GetType().Name}."),
    };

    /// <summary>The runs in which a version's paragraphs were written down.</summary>
    public ImmutableList<MinutesRun> RunsOf(int version) => Runs.GetValueOrDefault(version) ?? [];

    private ImmutableDictionary<int, ImmutableList<MinutesRun>> Runs { get; init; } =
        ImmutableDictionary<int, ImmutableList<MinutesRun>>.Empty;

    private Minutes With(int version, ImmutableList<MinutesRun> runs) => this with
    {
        Runs = Runs.SetItem(version, runs),
        Versions = Versions.SetItem(version, [.. runs.SelectMany(run => run.Paragraphs)]),
    };

    private static ImmutableList<MinutesDelegate> Ended(Minutes minutes, Entry entry) => minutes.Delegates is [.., { Ended: null } last]
        ? minutes.Delegates.SetItem(minutes.Delegates.Count - 1, last with { Ended = (entry.By, entry.At) })
        : minutes.Delegates;
}

/// <summary>Some paragraphs of a version, as one fact holds them.</summary>
/// <param name="Lines">The numbers of the facts that held it, the last as it stands.</param>
internal sealed record MinutesRun(int Version, int Index, ValueList<int> Lines, ValueList<MinutesParagraph> Paragraphs);

/// <summary>Somebody who approves, or approved, in the chair's place.</summary>
internal sealed record MinutesDelegate(Decided<MinutesDelegateNamed> Said)
{
    /// <summary>Taken back, or somebody else was named.</summary>
    public (PersonId By, DateTimeOffset At)? Ended { get; init; }

    public bool IsOn(DateOnly day) => Ended is null && Said.Fact.From <= day && !(Said.Fact.Until < day);
}

/// <summary>Something that a reader said is wrong with a paragraph of the minutes.</summary>
/// <param name="Number">Of the fact that raised it.</param>
/// <param name="By">Who raised it.</param>
/// <param name="Version">The version that they read.</param>
internal sealed record Objection(
    int Number, ParticipantId By, int Version, string Paragraph, string Text, DateTimeOffset At, Audience Audience)
{
    public Decided<ObjectionAnswered>? Answer { get; init; }

    /// <summary>They are the author and put their own words right; <see cref="Text"/> is what they say now.</summary>
    public bool IsByAuthor { get; init; }
}
