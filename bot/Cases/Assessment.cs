using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json.Serialization;
using StrategyBot.Rules;

namespace StrategyBot.Cases;

/// <summary>The answers to the headings, what each agency brought, and each agency's view.</summary>
internal sealed record Assessment
{
    public ImmutableDictionary<string, HeadingState> Headings { get; init; } = [];

    /// <summary>The rows of the headings that are lists, in the order in which they were first given; also those taken back.</summary>
    public ImmutableList<ListRow> Rows { get; init; } = [];

    public ImmutableList<Information> Information { get; init; } = [];

    /// <summary>Sheets that were typed in, oldest first.</summary>
    [JsonIgnore]
    public ImmutableList<PaperSheet> Papers { get; init; } = [];

    /// <summary>Each participant's view on each child.</summary>
    public ImmutableDictionary<(ParticipantId Participant, ChildId Child), GivenView> Views { get; init; } = [];

    public ImmutableDictionary<(ParticipantId Participant, ChildId Child), Decided<StanceTaken>> Stances { get; init; } = [];

    /// <summary>What was done last about each view that was escalated, with what was done before.</summary>
    public ImmutableDictionary<(ParticipantId Participant, ChildId Child), Decided<EscalationStepTaken>> Escalations { get; init; } = [];

    /// <summary>What was said last of each heading whose answer is awaited.</summary>
    public ImmutableDictionary<string, Decided<AwaitedSaid>> Awaited { get; init; } = [];

    /// <summary>Answers that the chair confirmed, by the version at which they were given.</summary>
    public ImmutableDictionary<int, Decided<AnswersConfirmed>> Confirmed { get; init; } = [];

    /// <summary>Shown before all core agencies had answered (P25).</summary>
    public bool RevealedEarly { get; init; }

    /// <summary>Children who were taken off the case.</summary>
    [JsonIgnore]
    public ValueList<ChildId> Off { get; init; } = [];

    /// <summary>The rows that stand under a heading.</summary>
    public IEnumerable<ListRow> RowsOf(string heading) => Rows.Where(row => row.Withdrawn is null && row.Fact.Heading == heading
        && !(row.Fact.Child is { } child && Off.Contains(child)));

    /// <summary>What is answered for the whole list, and not overtaken by a row that came after it.</summary>
    public IEnumerable<GivenAnswer> AnswersOf(string heading) => Of(heading).Standing.Where(given =>
        given.Answer is not { Kind: not AnswerKind.Known, Text: "" } || RowsOf(heading).All(row => row.At < given.WrittenAt));

    /// <summary>Nobody knows it yet, and nobody has said that it is there or needed no longer (P14).</summary>
    public bool IsAwaited(string heading) => Of(heading) is { Standing.Count: > 0, Placed.IsEmpty: true } state
        && state.Standing.All(given => given.Answer.Kind == AnswerKind.NotKnownYet)
        && SaidOfAwaited(heading)?.Fact.State is null or AwaitedState.Awaited;

    /// <summary>Of the answer that is awaited now: who brings it and when holds until somebody knows it, the rest until it is said anew.
    /// </summary>
    public Decided<AwaitedSaid>? SaidOfAwaited(string heading)
    {
        var state = Of(heading);
        var known = state.History.LastOrDefault(given => given.Answer.Kind != AnswerKind.NotKnownYet)?.Seq ?? 0;
        return Awaited.GetValueOrDefault(heading)?.AndBefore().FirstOrDefault(
            said => said.Seq > (said.Fact.State == AwaitedState.Awaited ? known : state.Latest));
    }

    public HeadingState Of(string heading) => Headings.GetValueOrDefault(heading) ?? HeadingState.Blank;

    public static Assessment Evolve(Assessment state, Entry entry, AssessingFact fact) => fact switch
    {
        HeadingAnswered e => state with { Headings = state.Headings.SetItem(e.Heading, state.Of(e.Heading).With(entry, e)) },
        // Folded beside what it is about.
        LateNewsAnswered => state,
        EscalationStepTaken e when (e.Participant, e.Child!.Value) is var about => state with
        {
            Escalations = state.Escalations.SetItem(about, new(e, entry.By, entry.At)
            {
                Before = state.Escalations.GetValueOrDefault(about),
                Seq = entry.Seq,
            }),
        },
        AwaitedSaid e => state with
        {
            Awaited = state.Awaited.SetItem(e.Heading, new(e, entry.By, entry.At)
            {
                Before = state.Awaited.GetValueOrDefault(e.Heading),
                Seq = entry.Seq,
            }),
        },
        PaperBegun or PaperDone => state with { Papers = PaperSheet.After(state.Papers, entry) },
        HeadingSettled e => state with { Headings = state.Headings.SetItem(e.Heading, state.Of(e.Heading).Settled(e.Chosen)) },
        ListRowGiven e => state with { Rows = ListRow.After(state.Rows, entry, e) },
        ListRowWithdrawn e => state with { Rows = ListRow.Without(state.Rows, entry, e) },
        InformationGiven e => state with
        {
            Information = state.Information.Add(Cases.Information.Of(entry, e)),
        },
        InformationCorrected e => state with
        {
            Information = [.. state.Information.Select(item => item.Seq != e.Entry ? item
                : item with { Text = e.Text, CorrectedAt = entry.At, Audience = e.Audience })],
        },
        InformationWithdrawn e => state with
        {
            Information = state.Information.RemoveAll(item => item.Seq == e.Entry),
            Headings = state.Headings.ToImmutableDictionary(one => one.Key, one => one.Value.Without(
                placed => placed.Update is null && placed.Entry == e.Entry)),
        },
        InformationPlaced e => state with
        {
            Headings = state.Headings.SetItem(e.Heading, e.IsTakenAway == true
                ? state.Of(e.Heading).Without(PlacedEntry.Of(entry, e).IsSame)
                : state.Of(e.Heading).With(PlacedEntry.Of(entry, e))),
        },
        ViewGiven e => state with
        {
            Views = state.Views.SetItem((e.Participant, e.Child!.Value), new(
                e.View, e.Rationale, entry.By, e.HappenedAt ?? entry.At, e.Audience)
            {
                Scale = e.Scale,
            }),
        },
        StanceTaken e => state with
        {
            Stances = state.Stances.SetItem((e.Participant, e.Child!.Value), new(e, entry.By, entry.At) { Seq = entry.Seq }),
        },
        AnswersConfirmed e => state with
        {
            Confirmed = state.Confirmed.SetItems(
                e.Answers.Select(version => KeyValuePair.Create(version, new Decided<AnswersConfirmed>(e, entry.By, entry.At)))),
        },
        ViewsRevealed => state with { RevealedEarly = true },
        _ => throw new UnreachableException($"Assessment.Evolve does not know {fact.GetType().Name}."),
    };

    /// <summary>The answers to one heading.</summary>
    /// <param name="Standing">What stands now: one, or several that contest each other (design §5.4).</param>
    /// <param name="History">Every answer ever given, oldest first.</param>
    public sealed record HeadingState(ImmutableList<GivenAnswer> Standing, ImmutableList<GivenAnswer> History)
    {
        public static HeadingState Blank { get; } = new([], []);

        public bool IsContested => Standing.Count > 1;

        public bool IsAnswered => Standing.Count > 0 || !Placed.IsEmpty;

        /// <summary>Entries that the chair put here, in their order (P14): beside the answers, never one that contests another.</summary>
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
        public ImmutableArray<PlacedEntry> PlacedHere { get; init; }

        [JsonIgnore]
        public ImmutableArray<PlacedEntry> Placed => PlacedHere.IsDefault ? [] : PlacedHere;

        /// <summary>The version a form is filled upon; 0 where nothing stands yet.</summary>
        public int Latest => Standing.Count == 0 ? 0 : Standing[^1].Seq;

        public HeadingState With(Entry entry, HeadingAnswered fact)
        {
            var given = new GivenAnswer(entry.Seq, entry.By, fact.OnBehalfOf, fact.HappenedAt ?? entry.At, fact.Answer, fact.Audience)
            {
                WrittenAt = entry.At,
            };
            var beside = fact.Contests is null ? [] : Standing.RemoveAll(other => other.By == entry.By && fact.KeepsOwn != true);
            return this with { Standing = beside.Add(given), History = History.Add(given) };
        }

        public HeadingState With(PlacedEntry placed) => this with { PlacedHere = Without(placed.IsSame).Placed.Add(placed) };

        public HeadingState Without(Predicate<PlacedEntry> gone) =>
            Placed.RemoveAll(gone) is var left && left.Length == Placed.Length ? this
            : this with { PlacedHere = left.IsEmpty ? default : left };

        public HeadingState Settled(int chosen) => this with { Standing = [History.First(given => given.Seq == chosen)] };
    }
}

/// <summary>An agency's entry, a written update, or a sentence of either, that stands under a heading too.</summary>
internal sealed record PlacedEntry(int Entry, PersonId By, DateTimeOffset At)
{
    /// <summary>Whose written update it is, where it is one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ParticipantId? Update { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Sentence { get; init; }

    public static PlacedEntry Of(Entry entry, InformationPlaced fact) =>
        new(fact.Entry, entry.By, entry.At) { Update = fact.Update, Sentence = fact.Sentence };

    /// <summary>Its name among what stands there: of an entry its number.</summary>
    [JsonIgnore]
    public string Name => $"{(Update is { } whose ? whose.Value : $"{Entry}")}{(Sentence is null ? "" : $"/{KeyOf(Sentence)}")}";

    /// <summary>Names a sentence by its words.</summary>
    public static string KeyOf(string sentence) =>
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(sentence)))[..12];

    public bool IsSame(PlacedEntry other) =>
        (Entry, Update, Sentence) == (other.Entry, other.Update, other.Sentence);

    /// <summary>What stands there, as its author has it now; a sentence that was corrected meanwhile is all of it. <c>null</c>: it is gone.
    /// </summary>
    public Information? In(Case @case) => All(@case).FirstOrDefault(one => (one.Seq, one.Update) == (Entry, Update)) is not { } whole ? null
        : Sentence is { } words && whole.Text.Contains(words, StringComparison.Ordinal) ? whole with { Text = words } : whole;

    /// <summary>All that can be put somewhere: what the agencies wrote, and the updates of who couldn't come.</summary>
    public static IEnumerable<Information> All(Case @case) =>
    [
        .. @case.Meeting.Assessment.Information,
        .. from written in @case.Meeting.Attendance.WrittenUpdates
           where @case.Find(written.Key) is not null
           select new Information(0, written.Key, @case.Find(written.Key)!.Agency, written.Value.Text, written.Value.By, written.Value.At,
               written.Value.Audience)
           {
               Update = written.Key,
           },
    ];
}

/// <param name="Seq">The version at which it was written: its name among the answers.</param>
internal sealed record GivenAnswer(int Seq, PersonId By, ParticipantId? OnBehalfOf, DateTimeOffset At, Answer Answer, Audience Audience)
{
    /// <summary>When the record got it, where <see cref="At"/> says when it was said.</summary>
    [JsonIgnore]
    public DateTimeOffset WrittenAt { get; init; }
}

/// <summary>One entry of an agency's information (R26).</summary>
internal sealed record Information(
    int Seq, ParticipantId Participant, Agency Agency, string Text, PersonId By, DateTimeOffset At, Audience Audience,
    DateTimeOffset? CorrectedAt = null)
{
    /// <summary>Whose written update it is, where it is one and no entry.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ParticipantId? Update { get; init; }

    /// <summary>When the record got it, where <see cref="At"/> says when it was said.</summary>
    [JsonIgnore]
    public DateTimeOffset? WrittenAt { get; init; }

    public static Information Of(Entry entry, InformationGiven fact) =>
        new(entry.Seq, fact.Participant, fact.Agency, fact.Text, entry.By, fact.HappenedAt ?? entry.At, fact.Audience)
        {
            WrittenAt = fact.HappenedAt is null ? null : entry.At,
        };
}

internal sealed record GivenView(ReasonableCause View, string Rationale, PersonId By, DateTimeOffset At, Audience Audience)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Scale { get; init; }

    /// <summary>The answer, the number where there is one, and why, as lists and minutes say it.</summary>
    public string Say(string answer, string why) => string.Concat(answer, Scale is { } scale ? $", {scale} of 10" : "", why);

    /// <summary>Whether the answer itself may be shown: who may not read why doesn't see what either.</summary>
    public bool IsFor(Participant reader, ParticipantId whose) =>
        whose == reader.Id || reader.Is(By) || Audience.Admits(reader.Agency);
}
