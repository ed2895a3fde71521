using System.Collections.Concurrent;
using StrategyBot.Records;
using StrategyBot.Rules.Effects;
using StrategyBot.Starting;

namespace StrategyBot.Obligations;

/// <summary>Works one case until nothing of it is due: <c>sending</c> is recorded, one attempt is made, and its outcome is
/// recorded (design §3).</summary>
internal sealed class CaseWork(
    Clerk clerk, IRecord record, Duties duties, CaseLeases leases, TimeProvider clock, IServiceProvider services, ILogger<CaseWork> logger)
{
    // Less than a lease has left when it starts. An attempt that takes longer is given up as unknown, so that one
    // dead service can't hold a case.
    private static readonly TimeSpan LongestAttempt = TimeSpan.FromSeconds(20);

    // When a key failed, it waits; kept here and not in the record, as a restart may well try at once.
    private readonly ConcurrentDictionary<(CaseId Case, string Key), (DateTimeOffset NextTry, int Attempts)> waiting = new();

    // Since when what was refused with a code gets through again: an administrator has mended it. In memory, as above.
    private readonly ConcurrentDictionary<string, DateTimeOffset> mended = new(StringComparer.Ordinal);

    private readonly ConcurrentQueue<CaseId> woken = new();

    /// <summary>Cases to be worked now although nothing in the index says so: what they were refused may get through now.</summary>
    public IReadOnlyList<CaseId> TakeWoken()
    {
        var taken = new HashSet<CaseId>();
        while (woken.TryDequeue(out var id))
        {
            taken.Add(id);
        }

        return [.. taken];
    }

    /// <returns><c>false</c> if another instance has the case: what is due is left to that one.</returns>
    public async Task<bool> DoAsync(CaseId id, CancellationToken cancellationToken)
    {
        if (!await leases.HoldAsync(id, cancellationToken))
        {
            return false;
        }

        var @case = await PerformAsync(await clerk.LoadAsync(id, cancellationToken), cancellationToken);
        foreach (var watch in duties.WatchesOver(@case).Where(watch => IsDue(@case, watch)))
        {
            @case = await leases.HoldAsync(id, cancellationToken) ? await LookAsync(@case, watch, cancellationToken) : @case;
        }

        // What a look learned may owe something at once.
        @case = await PerformAsync(@case, cancellationToken);
        await PutOffAsync(@case, cancellationToken);
        return true;
    }

    private async Task<Case> PerformAsync(Case @case, CancellationToken cancellationToken)
    {
        while (NextOf(@case) is { } owed && await leases.HoldAsync(@case.Id, cancellationToken))
        {
            @case = owed.LapsesAt <= clock.GetUtcNow() && !owed.WasRefused
                ? await SettleAsync(@case, owed, new(owed.Key, EffectOutcome.Lapsed, "", ""), [], cancellationToken)
                : await TryAsync(@case, owed, cancellationToken);
        }

        return @case;
    }

    /// <summary>What is owed and, where it was refused, still of use. What another was refused for too is due at once when that one
    /// got through.</summary>
    private IEnumerable<Owed> OpenIn(Case @case, DateTimeOffset now) => duties.OwedBy(@case)
        .Where(owed => !owed.WasRefused || owed.WorthUntil > now)
        .Select(owed => owed.WasRefused && @case.Effects[owed.Key] is { } effect
            && mended.TryGetValue(effect.Settled!.Receipt, out var at) && at > effect.RefusedAt && owed.DueAt > at
                ? owed with { DueAt = at }
                : owed);

    private Owed? NextOf(Case @case)
    {
        var now = clock.GetUtcNow();
        return OpenIn(@case, now)
            .FirstOrDefault(owed => owed.DueAt <= now && !(waiting.TryGetValue((@case.Id, owed.Key), out var wait) && wait.NextTry > now));
    }

    private async Task<Case> TryAsync(Case @case, Owed owed, CancellationToken cancellationToken)
    {
        var before = @case.Effects.GetValueOrDefault(owed.Key);
        var attempt = new Attempt((before?.Attempts ?? 0) + 1, before?.IsUnknown ?? false);
        // Somebody may have written meanwhile, and it isn't owed any more.
        @case = await clerk.RecordAsync(At(@case, owed.Meeting), $"{owed.Key}#sending-{attempt.Number}",
            now => IsOwed(now, owed) ? [new EffectSending(owed.Key)] : [], cancellationToken);
        if (!IsOwed(@case, owed))
        {
            return @case;
        }

        if (!await leases.HoldAsync(@case.Id, cancellationToken))
        {
            // Writing that down took too long. Whoever has the case now finds an attempt of which nobody knows the end, and looks first.
            return @case;
        }

        var kind = duties.KindOf(owed);
        if (attempt.Number == 1)
        {
            Measures.Due(kind);
        }

        using var duty = Measures.Duty(kind);
        try
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            limit.CancelAfter(LongestAttempt);
            var performed = await duties.PerformAsync(services, @case, owed, attempt, limit.Token);
            duty.Outcome = performed switch { Performed.Delivered => "done", Performed.NotYet => "later", _ => duty.Outcome };
            return await TakeAsync(@case, owed, attempt, performed, cancellationToken);
        }
        catch (EffectFailedException failure)
        {
            return await FailedAsync(@case, owed, attempt, failure, cancellationToken);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            // Nobody knows what was done outside: the fact `sending` says so until the next attempt has looked.
            logger.AttemptFailed(@case.Id.Value, owed.Key, failure.GetType().Name, attempt.Number);
            Wait(@case, owed.Key, null);
            return @case;
        }
    }

    private bool IsOwed(Case @case, Owed owed) => duties.OwedBy(@case).Any(one => one.Key == owed.Key);

    private async Task<Case> TakeAsync(Case @case, Owed owed, Attempt attempt, Performed performed, CancellationToken cancellationToken)
    {
        switch (performed)
        {
            case Performed.Delivered done:
                var outcome = done.PossiblyRepeated ? EffectOutcome.PossiblyRepeated : EffectOutcome.Delivered;
                return await SettleAsync(@case, owed, new(owed.Key, outcome, done.Rung, done.Receipt) { To = done.To }, done.Facts,
                    cancellationToken);
            case Performed.GivenUp no:
                logger.GivenUp(@case.Id.Value, owed.Key, no.Why);
                return await SettleAsync(@case, owed, new(owed.Key, EffectOutcome.GivenUp, "", no.Why), no.Facts, cancellationToken);
            case Performed.NotYet later:
                Wait(@case, owed.Key, later.After);
                return await NotDoneAsync(@case, owed, attempt, cancellationToken);
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private async Task<Case> FailedAsync(
        Case @case, Owed owed, Attempt attempt, EffectFailedException failure, CancellationToken cancellationToken)
    {
        logger.EffectFailed(@case.Id.Value, owed.Key, failure.Failure, failure.Status, attempt.Number);
        switch (failure.Failure)
        {
            case EffectFailure.Unknown:
                Wait(@case, owed.Key, failure.RetryAfter);
                return @case;
            case EffectFailure.Refused:
                return await SettleAsync(@case, owed, new(owed.Key, EffectOutcome.GivenUp, "", failure.Code), [], cancellationToken);
            default:
                Wait(@case, owed.Key, failure.RetryAfter);
                return await NotDoneAsync(@case, owed, attempt, cancellationToken);
        }
    }

    private Task<Case> NotDoneAsync(Case @case, Owed owed, Attempt attempt, CancellationToken cancellationToken) =>
        clerk.RecordAsync(
            At(@case, owed.Meeting), $"{owed.Key}#not-done-{attempt.Number}", _ => [new EffectNotDone(owed.Key)], cancellationToken);

    private async Task<Case> SettleAsync(
        Case @case, Owed owed, EffectSettled settled, IReadOnlyList<Fact> facts, CancellationToken cancellationToken)
    {
        waiting.TryRemove((@case.Id, owed.Key), out _);
        var before = @case.Effects.GetValueOrDefault(owed.Key);
        var isRefused = settled.Outcome == EffectOutcome.GivenUp;
        settled = isRefused ? settled with { Cause = RefusedEffect.CauseOf(@case, owed) } : settled;
        // A source writes once, ever; what was refused may end another time.
        var source = before is { Attempts: > 1 } ? $"{owed.Key}#settled-{before.Attempts}" : $"{owed.Key}#settled";
        var after = await clerk.RecordAsync(At(@case, owed.Meeting), source,
            now => now.IsSettled(owed.Key) && !now.IsRefused(owed.Key) ? [] : [settled, .. facts], cancellationToken);
        if (!isRefused && before is { IsRefused: true })
        {
            await WakeAsync(before.Settled!.Receipt, cancellationToken);
        }

        return after;
    }

    /// <summary>What was refused for the same reason elsewhere is tried at once too.</summary>
    private async Task WakeAsync(string code, CancellationToken cancellationToken)
    {
        mended[code] = clock.GetUtcNow();
        foreach (var stream in await record.FindAsync(CaseTerms.Refused, cancellationToken))
        {
            woken.Enqueue(CaseCodec.CaseOf(stream));
        }
    }

    private async Task<Case> LookAsync(Case @case, Duties.Watched watch, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        waiting[(@case.Id, watch.Key)] = (now + watch.Watching.Every, 0);
        try
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            limit.CancelAfter(LongestAttempt);
            var learn = await duties.LookAsync(services, watch, @case, limit.Token);
            return await clerk.RecordAsync(At(@case, watch.Meeting), $"{watch.Key}#{now.UtcTicks}", learn, cancellationToken);
        }
        catch (EffectFailedException failure)
        {
            logger.EffectFailed(@case.Id.Value, watch.Kind, failure.Failure, failure.Status, 1);
            return @case;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            logger.EffectFailed(@case.Id.Value, watch.Kind, EffectFailure.Unknown, 0, 1);
            return @case;
        }
    }

    private bool IsDue(Case @case, Duties.Watched watch) =>
        clock.GetUtcNow() is var now && now < watch.Watching.Until && NextLook(@case, watch) <= now;

    /// <summary>A watch that begins anew is looked at from then on, however lately it was before.</summary>
    private DateTimeOffset NextLook(Case @case, Duties.Watched watch) => waiting.TryGetValue((@case.Id, watch.Key), out var wait)
        && wait.NextTry - watch.Watching.Every >= watch.Watching.From ? wait.NextTry : watch.Watching.From;

    private static CaseRef At(Case @case, MeetingId meeting) => new(@case.Id, meeting);

    private void Wait(Case @case, string key, TimeSpan? asked)
    {
        var attempts = waiting.TryGetValue((@case.Id, key), out var wait) ? wait.Attempts : 0;
        var after = BackOff.After(attempts);
        waiting[(@case.Id, key)] = (clock.GetUtcNow() + (asked > after ? asked.Value : after), attempts + 1);
    }

    /// <summary>Writes into the index when this case needs its next look, from what it owes and what waits.
    /// What fell due meanwhile stays in it, and is worked at once.</summary>
    private async Task PutOffAsync(Case @case, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var next = OpenIn(@case, now).Select(owed => NotBefore(@case, owed.Key, owed.DueAt))
            .Concat(duties.WatchesOver(@case).Where(watch => watch.Watching.Until > now)
            .Select(watch => NextLook(@case, watch)))
            .Select(instant => (DateTimeOffset?)instant).Min();
        await record.PutOffAsync(CaseCodec.StreamOf(@case.Id), @case.Version, next, cancellationToken);
    }

    private DateTimeOffset NotBefore(Case @case, string key, DateTimeOffset dueAt) =>
        waiting.TryGetValue((@case.Id, key), out var wait) && wait.NextTry > dueAt ? wait.NextTry : dueAt;
}
