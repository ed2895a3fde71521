namespace StrategyBot.Obligations;

/// <summary>Every kind of duty and of watch, with the class that performs it.</summary>
internal sealed class Duties
{
    private readonly List<(string Kind, string Says, Func<Case, IEnumerable<Owed>> Owes, Perform Perform)> duties = [];
    private readonly List<(string Kind, Func<Case, Watching?> Over, Look Look)> watches = [];

    /// <exception cref="ArgumentException">Two classes perform one kind.</exception>
    public Duties Add<TDuty>()
        where TDuty : class, IDuty
    {
        if (duties.Any(duty => duty.Kind == TDuty.Kind))
        {
            throw new ArgumentException($"Two classes perform '{TDuty.Kind}'.");
        }

        duties.Add((TDuty.Kind, TDuty.Says, @case => TDuty.Owes(@case).Where(owed => owed.DueAt >= TDuty.Since),
            (services, @case, owed, attempt, cancellationToken) => ActivatorUtilities.CreateInstance<TDuty>(services)
                .PerformAsync(@case, owed, attempt, cancellationToken)));
        return this;
    }

    public Duties Watch<TWatch>()
        where TWatch : class, IWatch
    {
        watches.Add((TWatch.Kind, TWatch.Over,
            (services, @case, cancellationToken) => ActivatorUtilities.CreateInstance<TWatch>(services)
                .LookAsync(@case, cancellationToken)));
        return this;
    }

    /// <summary>What the case still owes, the earliest first; what was refused, from when it is tried again. Pure.</summary>
    public IReadOnlyList<Owed> OwedBy(Case @case) => !@case.Exists
        ? []
        : [.. duties.SelectMany(duty => duty.Owes(@case)).Select(owed => Open(@case, owed)).OfType<Owed>().OrderBy(owed => owed.DueAt)
            .ThenBy(owed => owed.Key, StringComparer.Ordinal)];

    /// <summary>What was refused and is still of use. Pure.</summary>
    public IReadOnlyList<Refused> RefusedIn(Case @case, DateTimeOffset now) => !@case.Exists
        ? []
        :
        [
            .. from duty in duties
               from owed in duty.Owes(@case)
               where @case.IsRefused(owed.Key) && Refused.Until(owed) > now
               select new Refused(owed.Key, duty.Says, owed.To is { } to ? @case.Find(to) : null,
                   @case.Effects[owed.Key].Settled!.Receipt),
        ];

    /// <summary>The watches over a case, by kind.</summary>
    public IReadOnlyList<(string Kind, Watching Watching)> WatchesOver(Case @case) => !@case.Exists
        ? []
        : [.. watches.Select(watch => (watch.Kind, Over: watch.Over(@case))).Where(watch => watch.Over is not null)
            .Select(watch => (watch.Kind, watch.Over!))];

    /// <summary>The earliest instant at which a case needs a look: what the due index holds.</summary>
    public DateTimeOffset? Earliest(Case @case)
    {
        var instants = OwedBy(@case).Select(owed => owed.DueAt).Concat(WatchesOver(@case).Select(watch => watch.Watching.From)).ToList();
        return instants.Count == 0 ? null : instants.Min();
    }

    /// <summary>Does what is owed, once.</summary>
    public Task<Performed> PerformAsync(
        IServiceProvider services, Case @case, Owed owed, Attempt attempt, CancellationToken cancellationToken) =>
        duties.Single(duty => owed.Key == duty.Kind || owed.Key.StartsWith(duty.Kind + "/", StringComparison.Ordinal))
            .Perform(services, @case, owed, attempt, cancellationToken);

    public Task<Func<Case, IReadOnlyList<Fact>>> LookAsync(
        IServiceProvider services, string kind, Case @case, CancellationToken cancellationToken) =>
        watches.Single(watch => watch.Kind == kind).Look(services, @case, cancellationToken);

    private static Owed? Open(Case @case, Owed owed) => @case.Effects.GetValueOrDefault(owed.Key) switch
    {
        { IsRefused: true } effect => Refused.Again(@case, owed, effect),
        { Settled: not null } => null,
        _ => owed,
    };

    private delegate Task<Performed> Perform(
        IServiceProvider services, Case @case, Owed owed, Attempt attempt, CancellationToken cancellationToken);

    private delegate Task<Func<Case, IReadOnlyList<Fact>>> Look(IServiceProvider services, Case @case, CancellationToken cancellationToken);
}
