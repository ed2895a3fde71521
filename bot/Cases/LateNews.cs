using System.Collections.Immutable;

namespace StrategyBot.Cases;

/// <summary>What came in once a meeting had ended, and what chair or manager say of it (P14).</summary>
internal sealed record LateNews
{
    // What came before nobody was asked about.
    private static readonly DateTimeOffset Since = new(2026, 11, 29, 0, 0, 0, TimeSpan.Zero);

    public ImmutableList<LateItem> Items { get; init; } = [];

    /// <summary>What was said of it last.</summary>
    public Decided<LateNewsAnswered>? Answered { get; init; }

    /// <summary>What nobody has looked at yet, oldest first.</summary>
    public IReadOnlyList<LateItem> Open => [.. Items.Where(item => item.Seq > (Answered?.Fact.UpTo ?? 0))];

    /// <param name="endedAt">When the meeting ended; <c>null</c> while it hasn't: what comes then is heard there.</param>
    /// <param name="chair">Whoever answers knows what they wrote themselves.</param>
    /// <param name="before">What was awaited until then.</param>
    public static LateNews Evolve(
        LateNews news, Entry entry, DateTimeOffset? endedAt, Participant? chair, Assessment before) => entry.Fact switch
        {
            MeetingResumed => news with { Items = [] },
            LateNewsAnswered e => news with { Answered = new(e, entry.By, entry.At) { Before = news.Answered, Seq = entry.Seq } },
            _ when endedAt is null || entry.At < Since => news,
            // Whoever says it, what it changes is asked.
            AwaitedSaid { State: AwaitedState.IsIn } => news with
            {
                Items = news.Items.Add(new(entry.Seq, entry.At, entry.By, LateKind.Result)),
            },
            _ when chair?.Is(entry.By) == true => news,
            _ => Of(entry.Fact, before) is { } kind ? news with { Items = news.Items.Add(new(entry.Seq, entry.At, entry.By, kind)) } : news,
        };

    private static LateKind? Of(Fact fact, Assessment before) => fact switch
    {
        InformationGiven => LateKind.Information,
        InformationCorrected or InformationWithdrawn or ReadBackAnswered { Agreed: false } => LateKind.Corrected,
        WrittenUpdateGiven => LateKind.Update,
        BailSaid or BailEnded => LateKind.Bail,
        SignificantEventSaid => LateKind.Event,
        RecordsSearched { Result: RecordsFound.Found } => LateKind.Found,
        HeadingAnswered { Answer.Kind: not AnswerKind.NotKnownYet, Heading: var heading } when before.IsAwaited(heading) => LateKind.Result,
        _ => null,
    };
}

internal enum LateKind
{
    Information,
    Corrected,
    Update,
    Found,
    Result,
    Bail,
    Event,
}

/// <summary>One thing that came in.</summary>
internal sealed record LateItem(int Seq, DateTimeOffset At, PersonId By, LateKind Kind);
