using StrategyBot.Conversations;
using StrategyBot.Obligations;
using StrategyBot.Oversight;
using StrategyBot.Records;
using StrategyBot.Rules.Deadlines;

namespace StrategyBot.Phases;

/// <summary>What a phase of the meeting brings: the one list it exports (design §4). Whatever it leaves out it doesn't have.</summary>
internal sealed record Phase(string Name)
{
    /// <summary>The names on disk of its facts.</summary>
    public Action<FactKinds> Kinds { get; init; } = static _ => { };

    /// <summary>Its forms, pages and buttons.</summary>
    public Action<PartTable> Parts { get; init; } = static _ => { };

    public Action<Verbs> Verbs { get; init; } = static _ => { };

    public Action<Commands> Commands { get; init; } = static _ => { };

    public Action<Duties> Duties { get; init; } = static _ => { };

    public Action<Notices> Notices { get; init; } = static _ => { };

    public Action<IServiceCollection> Services { get; init; } = static _ => { };

    /// <summary>The parts that a reader has, as they stand; the hub shows them.</summary>
    public Func<CaseView, DateTimeOffset, IEnumerable<HubEntry>> Entries { get; init; } = static (_, _) => [];

    /// <summary>Whom the chair has to ring, as it stands; the panel shows them.</summary>
    public Func<CaseView, DateTimeOffset, IEnumerable<ToRing>> Rings { get; init; } = static (_, _) => [];

    /// <summary>A document that the reader works on; the panel shows it whole. <c>null</c> where there is none for them.</summary>
    public Func<CaseView, DateTimeOffset, ReadableDraft?> Draft { get; init; } = static (_, _) => null;

    /// <summary>What the reader copies elsewhere, field by field; the panel shows it with a button each. <c>null</c>: nothing.</summary>
    public Func<CaseView, DateTimeOffset, ToCopy?> Copies { get; init; } = static (_, _) => null;

    /// <summary>What must still be answered at <em>Complete the record</em>. Counts from the whole case; holds none of its text.</summary>
    public Func<Case, IEnumerable<Gap>> Gaps { get; init; } = static _ => [];

    /// <summary>Lines of <c>status</c> and of the chair's board, the most urgent first.</summary>
    public Func<CaseView, DateTimeOffset, IEnumerable<StatusLine>> Status { get; init; } = static (_, _) => [];

    /// <summary>What a reader has to know of their part in five seconds (P22), line by line; the first is what it is about.</summary>
    public Func<CaseView, DateTimeOffset, IReadOnlyList<string>> FirstSeen { get; init; } = static (_, _) => [];

    /// <summary>The reasons that somebody was asked for here, as <c>status</c> shows them to whoever reads content.</summary>
    public Func<CaseView, IEnumerable<string>> Reasons { get; init; } = static _ => [];

    /// <summary>What this reader owes and by when, done or not yet; <c>due</c> lists it across cases.</summary>
    public Func<CaseView, DateTimeOffset, IEnumerable<DueItem>> Dues { get; init; } = static (_, _) => [];

    /// <summary>What is still to be done on a case, by when and by whom, for the service's board: no text of it, and no clock but the
    /// record's own.</summary>
    public Func<Case, IEnumerable<BoardStep>> Steps { get; init; } = static _ => [];

    /// <summary>What gives somebody's place on a case to another; <c>null</c> where the reader may not.</summary>
    public Func<CaseView, Participant, PartButton?> HandsOver { get; init; } = static (_, _) => null;

    /// <summary>What of a case stands on the service's lists by this phase's own rules, under the same terms.</summary>
    public Func<Case, IEnumerable<ListItem>> Listed { get; init; } = static _ => [];
}

/// <summary>The phases in the order a case meets them.</summary>
internal sealed record PhaseList(params IReadOnlyList<Phase> All)
{
    private readonly Lazy<Duties> owing = new(() =>
    {
        var duties = new Duties();
        foreach (var phase in All)
        {
            phase.Duties(duties);
        }

        return duties;
    });

    /// <summary>Everything mandatory that is not answered yet.</summary>
    public IReadOnlyList<Gap> Gaps(Case @case) => [.. All.SelectMany(phase => phase.Gaps(@case))];

    public IReadOnlyList<string> FirstSeen(CaseView view, DateTimeOffset now) => [.. All.SelectMany(phase => phase.FirstSeen(view, now))];

    /// <summary>A reader's parts: those of the stage the meeting is at first, the rest in the order of a meeting.</summary>
    public IReadOnlyList<HubEntry> Entries(CaseView view, DateTimeOffset now)
    {
        var first = view.Whole.Meeting.Stage switch
        {
            Stage.Inviting => HubSection.Before,
            Stage.Meeting => HubSection.Safety,
            Stage.Minutes => HubSection.Closing,
            _ => HubSection.Minutes,
        };
        var isComplete = view.Whole.Meeting.Attendance.CompletedAt is not null;
        return [.. All.SelectMany(phase => phase.Entries(view, now)).Select(entry => isComplete ? entry.OfACompleteRecord() : entry)
            .OrderBy(entry => entry.Section < first).ThenBy(entry => entry.Section)];
    }

    /// <summary>Of the meeting that is looked at.</summary>
    public IReadOnlyList<StatusLine> Status(CaseView view, DateTimeOffset now) => Status([view], now);

    public ReadableDraft? Draft(CaseView view, DateTimeOffset now) =>
        All.Select(phase => phase.Draft(view, now)).FirstOrDefault(draft => draft is not null);

    public ToCopy? Copies(CaseView view, DateTimeOffset now) =>
        All.Select(phase => phase.Copies(view, now)).FirstOrDefault(copies => copies is not null);

    public IReadOnlyList<ToRing> Rings(CaseView view, DateTimeOffset now) => [.. All.SelectMany(phase => phase.Rings(view, now))];

    /// <summary>Of every meeting that the reader has to do with.</summary>
    public IReadOnlyList<StatusLine> StatusOfAll(CaseView view, DateTimeOffset now) => Status([.. view.AboutEach()], now);

    /// <summary>What the clocks watch that run on a case, each kind once.</summary>
    public IReadOnlyList<string> Watched(Case @case) =>
        [.. owing.Value.OwedBy(@case).OfType<Owed<ClockMark>>().Select(owed => owed.About.Watches).Distinct()];

    /// <summary>The same of one person: what they owe.</summary>
    public IReadOnlyList<string> WatchedOf(Case @case, ParticipantId whom) =>
        [.. owing.Value.OwedBy(@case).OfType<Owed<ClockMark>>().Where(owed => owed.About.RunningClock.Owners.Contains(whom))
            .Select(owed => owed.About.Watches).Distinct()];

    /// <summary>What a case still owes.</summary>
    public IReadOnlyList<Owed> OwedBy(Case @case) => owing.Value.OwedBy(@case);

    /// <summary>The same of one child: what is asked for on them.</summary>
    public IReadOnlyList<string> WatchedOf(Case @case, ChildId child) => [.. ClocksOf(@case, child).Select(one => one.Watches).Distinct()];

    /// <summary>Those of them that nobody may stop: the child may be in danger now.</summary>
    public IReadOnlyList<string> DangersOf(Case @case, ChildId child) =>
        [.. ClocksOf(@case, child).Where(one => one.IsDanger).Select(one => one.Watches).Distinct()];

    private IEnumerable<ClockMark> ClocksOf(Case @case, ChildId child) =>
        owing.Value.OwedBy(@case).OfType<Owed<ClockMark>>().Select(owed => owed.About).Where(one => one.RunningClock.Child == child);

    /// <summary>What was refused outside and is still of use.</summary>
    public IReadOnlyList<RefusedEffect> Refused(Case @case, DateTimeOffset now) => owing.Value.RefusedIn(@case, now);

    private IReadOnlyList<StatusLine> Status(IReadOnlyList<CaseView> views, DateTimeOffset now) =>
    [
        .. views.Take(1).SelectMany(view => RefusedLines.For(view, Refused(view.Whole, now)))
            .Concat(from view in views
                    from phase in All
                    from line in phase.Status(view, now)
                    select views.Count == 1 ? line : line with { Text = CaseClocks.Which(view.Case, view.Case.Meeting) + line.Text })
            .OrderBy(line => line.Urgency),
    ];

    public IReadOnlyList<string> Reasons(CaseView view) =>
        view.Reader.May(Capability.ReadContent) ? [.. All.SelectMany(phase => phase.Reasons(view))] : [];

    /// <summary>What differs in the child alone is one, by the earliest.</summary>
    public IReadOnlyList<BoardStep> Steps(Case @case) =>
        [.. All.SelectMany(phase => phase.Steps(@case)).GroupBy(step => step.What).Select(same => same.MinBy(step => step.At)!)];

    public PartButton? HandsOver(CaseView view, Participant whom) =>
        All.Select(phase => phase.HandsOver(view, whom)).FirstOrDefault(button => button is not null);

    public IReadOnlyList<ListItem> Listed(Case @case) =>
        [.. CaseListing.Of(@case), .. All.SelectMany(phase => phase.Listed(@case))];

    public IReadOnlyList<DueItem> Dues(CaseView view, DateTimeOffset now) =>
        [.. All.SelectMany(phase => phase.Dues(view, now)).OrderBy(item => item.At)];
}

/// <param name="Text">What is due, in words without anybody's name or story: it may be shown beside other cases.</param>
internal sealed record DueItem(DateTimeOffset At, string Text, PartButton Open)
{
    /// <summary>It is being done: since then, and not overdue.</summary>
    public bool IsRunning { get; init; }

    public string When(Words words, DateTimeOffset now) =>
        IsRunning ? "Now" : $"{(At < now ? "Overdue: " : "")}{words.Day(now, At)}";
}

/// <summary>Whom the chair has to ring now: a core agency that nobody speaks for (P12), or who has to hear something.</summary>
/// <param name="Whom">Who answers there, and when.</param>
/// <param name="Outcomes">What came of the call, a button each.</param>
internal sealed record ToRing(Agency Agency, string Whom, string Phone, IReadOnlyList<PartButton> Outcomes)
{
    /// <summary>Why; empty where nobody speaks for the agency.</summary>
    public string Because { get; init; } = "";
}

/// <summary>A document as one reader may read it.</summary>
/// <param name="Verb">What opens it elsewhere, page by page.</param>
/// <param name="Read">Draws it: long, so only for whoever reads it.</param>
internal sealed record ReadableDraft(string Verb, Func<ReadableDraft.Document> Read)
{
    /// <param name="Stage">How it stands, in a sentence.</param>
    /// <param name="Paragraphs">Each with the button that changes it.</param>
    /// <param name="File">Hands it out as a document.</param>
    public sealed record Document(
        string Title, string Stage, IReadOnlyList<Paragraph> Paragraphs, PartButton Approve, PartButton File);

    /// <param name="Cells">Column by column where it is a row of a table.</param>
    /// <param name="At">When its words were last written or edited.</param>
    /// <param name="For">For whom it is marked; empty where all may read it.</param>
    /// <param name="Note">What whoever edits it should know; empty for nothing.</param>
    public sealed record Paragraph(
        string Id, string Section, string Text, IReadOnlyList<string> Cells, string Author, DateTimeOffset? At, string For, string Note,
        PartButton? Edit);
}

/// <summary>Fields that a reader copies by hand into another system.</summary>
/// <param name="Verb">What opens them elsewhere, page by page.</param>
/// <param name="Read">Draws them: only for whoever reads them.</param>
internal sealed record ToCopy(string Verb, Func<ToCopy.Sheet> Read)
{
    public sealed record Sheet(string Title, IReadOnlyList<OfChild> Children);

    /// <param name="Name">Tells the child apart without a name.</param>
    /// <param name="Leads">What comes after copying.</param>
    public sealed record OfChild(string Name, IReadOnlyList<Field> Fields, IReadOnlyList<PartButton> Leads);

    /// <param name="Text">Empty where nothing is recorded for it.</param>
    public sealed record Field(string Label, string Text);
}

/// <summary>Where a part stands in the order of a meeting.</summary>
internal enum HubSection
{
    Before,
    Safety,
    Information,
    Part1,
    Part2,
    Closing,
    Ending,
    Minutes,
    Actions,
    Enquiry,

    /// <summary>What comes after the conference: core groups and reviews.</summary>
    Reviews,
}

/// <summary>One part of the hub, as it stands for one reader.</summary>
/// <param name="Id">Stable while the part exists: <c>assessing/block/concern</c>.</param>
/// <param name="State">In a word or two: <c>saved 10:42</c>, <c>not answered</c>.</param>
/// <param name="IsOpen">Whether it still waits for this reader.</param>
internal sealed record HubEntry(string Id, HubSection Section, string Title, string State, PartButton Open, bool IsOpen)
{
    /// <summary>What one may read or do, and nobody waits for.</summary>
    public bool IsOffered { get; init; }

    /// <summary>Not answered yet, and asked of somebody else.</summary>
    public bool IsAwaited { get; init; }

    /// <summary>The card's button opens it rather than the list, where nothing more urgent waits: everybody waits for it.</summary>
    public bool AtOnce { get; init; }

    /// <summary>Done, as far as this reader's list goes; what is only offered is neither.</summary>
    public bool IsDone => !IsOpen && !IsAwaited && !IsOffered;

    /// <summary>What a record was completed without can still be answered, and waits for nobody.
    /// A child's safety waits all the same.</summary>
    internal HubEntry OfACompleteRecord() =>
        Section is HubSection.Information or HubSection.Part1 or HubSection.Part2 ? this with { IsOpen = false } : this;
}

/// <summary>Something mandatory that is not answered yet.</summary>
/// <param name="Sentence">What is missing, in words without content.</param>
/// <param name="Fills">Who is asked for it.</param>
internal sealed record Gap(string Id, string Sentence, WhoFills Fills, PartButton Open)
{
    /// <summary>The agency that is asked, where it is one.</summary>
    public Agency? Agency { get; init; }

    /// <summary>Whether this reader is who is asked.</summary>
    public bool IsOf(Participant reader) =>
        Fills == WhoFills.EachAgency ? Agency == reader.Agency : AskedOf.Is(reader, Fills);
}

/// <param name="Urgency">0 = a child's safety or overdue; 1 = today; 2 = the rest.</param>
internal sealed record StatusLine(int Urgency, string Text)
{
    /// <summary>The limit that it says, where it says one: in a person's own part its source stands behind an (i).</summary>
    public Deadline? Limit { get; init; }

    /// <summary><see cref="PhaseList.FirstSeen"/> says it in a person's own part.</summary>
    public bool IsSeenFirst { get; init; }

    /// <summary>Without who says so.</summary>
    public string Brief(Words words) =>
        Limit is null ? Text : Text.Replace(Limit.Say(words), Limit.SayRule(words), StringComparison.Ordinal);
}

/// <summary>What is said of a record that is complete.</summary>
internal static class CompleteRecord
{
    /// <summary>Since when, and why without what was still open; nothing where it isn't complete.</summary>
    public static IEnumerable<CardElement> Say(Case @case, Words words)
    {
        if (@case.Meeting.Attendance is not { CompletedAt: { } at, OverrideReason: var reason, CompletedWithGaps: var withGaps })
        {
            yield break;
        }

        var without = (withGaps ? " without what was open." : ".") + (reason.Length > 0 ? " Why:" : "");
        yield return new TextBlock($"The record was completed {words.When(at)}{without}");
        if (reason.Length > 0)
        {
            yield return new PlainText(reason);
        }
    }
}
