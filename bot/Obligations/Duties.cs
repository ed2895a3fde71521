using System.Runtime.CompilerServices;

namespace StrategyBot.Obligations;

/// <summary>Every kind of duty and of watch, with the class that performs it.</summary>
internal sealed class Duties
{
    private readonly List<Known> duties = [];
    private readonly List<(string Kind, bool IsOfCase, Func<Case, Watching?> Over, Look Look)> watches = [];

    // A case never changes, and is asked before each attempt, at each save and in each status: its duties are gone through once.
    private readonly ConditionalWeakTable<Case, IReadOnlyList<(string Says, Owed Owed)>> owing = [];
    private readonly ConditionalWeakTable<Case, IReadOnlyList<Owed>> open = [];
    private readonly ConditionalWeakTable<Case, IReadOnlyList<Watched>> watching = [];

    /// <summary>Every kind of duty.</summary>
    public IReadOnlyList<string> Kinds => [.. duties.Select(duty => duty.Kind)];

    /// <exception cref="ArgumentException">Two classes perform one kind.</exception>
    public Duties Add<TDuty>()
        where TDuty : class, IDuty => Add<TDuty>(TDuty.Owes, (duty, @case, owed, attempt, cancellationToken) =>
            duty.PerformAsync(@case, owed, attempt, cancellationToken));

    /// <inheritdoc cref="Add{TDuty}()"/>
    public Duties Add<TDuty, TAbout>()
        where TDuty : class, IDuty<TAbout> => Add<TDuty>(TDuty.Owes, (duty, @case, owed, attempt, cancellationToken) =>
            duty.PerformAsync(@case, (Owed<TAbout>)owed, attempt, cancellationToken));

    public Duties Watch<TWatch>()
        where TWatch : class, IWatch
    {
        watches.Add((TWatch.Kind, TWatch.IsOfCase, TWatch.Over,
            (services, @case, cancellationToken) => ActivatorUtilities.CreateInstance<TWatch>(services)
                .LookAsync(@case, cancellationToken)));
        return this;
    }

    /// <summary>A case that was closed before any meeting was held owes what outlives that alone.</summary>
    private static bool IsSilent(Case @case) => !@case.Exists;

    /// <summary>What the case still owes, the earliest first; what was refused, from when it is tried again. Pure.</summary>
    public IReadOnlyList<Owed> OwedBy(Case @case) => IsSilent(@case)
        ? []
        : open.GetValue(@case, known => [.. OwedOf(known).Select(one => Open(known, one.Owed)).OfType<Owed>().OrderBy(owed => owed.DueAt)
            .ThenBy(owed => owed.Key, StringComparer.Ordinal)]);

    /// <summary>What was refused and is still of use. Pure.</summary>
    public IReadOnlyList<RefusedEffect> RefusedIn(Case @case, DateTimeOffset now) => IsSilent(@case)
        ? []
        :
        [
            .. from one in OwedOf(@case)
               let owed = one.Owed
               where @case.IsRefused(owed.Key) && RefusedEffect.Until(owed) > now
               select new RefusedEffect(owed.Key, one.Says, owed.To is { } to ? @case.Find(to) : null,
                   @case.Effects[owed.Key].Settled!.Receipt),
        ];

    /// <summary>What is owed and has ended, however it did. Pure.</summary>
    public IEnumerable<(Owed Owed, Effect Effect)> EndedIn(Case @case) =>
        from one in OwedOf(@case)
        let effect = @case.Effects.GetValueOrDefault(one.Owed.Key)
        where effect?.Settled is not null
        select (one.Owed, effect);

    /// <summary>The watches over a case and each of its meetings.</summary>
    public IReadOnlyList<Watched> WatchesOver(Case @case) =>
        @case is { Exists: false } or { Closed: not null } ? [] : watching.GetValue(@case, known =>
    [
        .. from one in known.AboutEach()
           from watch in watches
           where !watch.IsOfCase || one.Meeting.Id == known.Meetings[^1].Id
           let over = watch.Over(one)
           where over is not null
           select new Watched(watch.Kind, one.Meeting.Id, over),
    ]);

    /// <summary>The earliest instant at which a case needs a look: what the due index holds.</summary>
    public DateTimeOffset? Earliest(Case @case) =>
        Earliest(OwedBy(@case), WatchesOver(@case).Select(watch => watch.Watching.From));

    /// <summary>The same after something was written. A watch that stood before isn't due by that: a save would have its whole case looked
    /// at.</summary>
    public DateTimeOffset? Earliest(Case @case, Case? before, DateTimeOffset now)
    {
        var stood = (before is null ? [] : WatchesOver(before)).ToDictionary(watch => watch.Key, watch => watch.Watching.From);
        return Earliest(
            OwedBy(@case),
            WatchesOver(@case).Where(watch => watch.Watching.Until > now)
                .Select(watch => stood.TryGetValue(watch.Key, out var from) && from == watch.Watching.From
                    ? watch.Watching.After(now)
                    : watch.Watching.From));
    }

    private static DateTimeOffset? Earliest(IEnumerable<Owed> owed, IEnumerable<DateTimeOffset> looks) =>
        owed.Select(one => one.DueAt).Concat(looks).Select(at => (DateTimeOffset?)at).Min();

    /// <summary>Does what is owed, once.</summary>
    public Task<Performed> PerformAsync(
        IServiceProvider services, Case @case, Owed owed, Attempt attempt, CancellationToken cancellationToken) =>
        Of(owed).Perform(services, @case.About(owed.Meeting)!, owed, attempt, cancellationToken);

    public string KindOf(Owed owed) => Of(owed).Kind;

    /// <summary>Who performs it, where that is also a <typeparamref name="T"/>.</summary>
    public T? PerformerOf<T>(IServiceProvider services, Owed owed)
        where T : class =>
        Of(owed).Performer is var performer && performer.IsAssignableTo(typeof(T))
            ? (T)ActivatorUtilities.CreateInstance(services, performer)
            : null;

    public Task<Func<Case, IReadOnlyList<Fact>>> LookAsync(
        IServiceProvider services, Watched watch, Case @case, CancellationToken cancellationToken) =>
        watches.Single(one => one.Kind == watch.Kind).Look(services, @case.About(watch.Meeting)!, cancellationToken);

    private Known Of(Owed owed) =>
        duties.Single(duty => owed.Key == duty.Kind || owed.Key.StartsWith(duty.Kind + "/", StringComparison.Ordinal));

    /// <summary>Of every meeting; what is owed by the case itself comes from each of them, and is the latest's.</summary>
    private IReadOnlyList<(string Says, Owed Owed)> OwedOf(Case @case) => owing.GetValue(@case, one => [.. Owing(one)]);

    private IEnumerable<(string Says, Owed Owed)> Owing(Case @case) =>
        (from one in @case.AboutEach()
         from duty in duties
         where @case.Closed is null || duty.OutlivesClosing
         from owed in duty.Owes(one)
         select (duty.Says, owed with { Meeting = one.Meeting.Id })).DistinctBy(one => one.Item2.Key);

    private Duties Add<TDuty>(
        Func<Case, IEnumerable<Owed>> owes, Func<TDuty, Case, Owed, Attempt, CancellationToken, Task<Performed>> perform)
        where TDuty : class, IDutyKind
    {
        if (duties.Any(duty => duty.Kind == TDuty.Kind))
        {
            throw new ArgumentException($"Two classes perform '{TDuty.Kind}'.");
        }

        duties.Add(new(TDuty.Kind, TDuty.Says, TDuty.OutlivesClosing, typeof(TDuty),
            @case => owes(@case).Where(owed => owed.DueAt >= TDuty.Since),
            (services, @case, owed, attempt, cancellationToken) =>
                perform(ActivatorUtilities.CreateInstance<TDuty>(services), @case, owed, attempt, cancellationToken)));
        return this;
    }

    private static Owed? Open(Case @case, Owed owed) => @case.Effects.GetValueOrDefault(owed.Key) switch
    {
        { IsRefused: true } effect => RefusedEffect.Again(@case, owed, effect),
        { Settled: not null } => null,
        _ => owed,
    };

    private sealed record Known(
        string Kind, string Says, bool OutlivesClosing, Type Performer, Func<Case, IEnumerable<Owed>> Owes, Perform Perform);

    /// <param name="Meeting">Whose it is.</param>
    public sealed record Watched(string Kind, MeetingId Meeting, Watching Watching)
    {
        /// <summary>Names it within its case.</summary>
        public string Key => Meeting == MeetingId.First ? Kind : $"{Kind}/{Meeting.Value}";
    }

    private delegate Task<Performed> Perform(
        IServiceProvider services, Case @case, Owed owed, Attempt attempt, CancellationToken cancellationToken);

    private delegate Task<Func<Case, IReadOnlyList<Fact>>> Look(IServiceProvider services, Case @case, CancellationToken cancellationToken);
}
