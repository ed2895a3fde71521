using System.Globalization;
using System.Xml;
using StrategyBot.Sandbox.Deliveries;
using StrategyBot.Sandbox.Store;

namespace StrategyBot.Sandbox.Clock;

/// <summary>Moves the sandbox clock, and the bot with it, through every due instant on the way.</summary>
internal sealed class WorldClock(WorldStore store, SandboxClock clock, BotLine bot, BotDeliveries deliveries) : IDisposable
{
    private readonly SemaphoreSlim oneAtATime = new(1);

    /// <summary>Takes up the offset that was reached before the world stopped.</summary>
    public void Load() => clock.PutAhead(new TimeSpan(store.Get<Kept>(Kinds.Clock, Kinds.Clock)?.OffsetTicks ?? 0));

    /// <summary>The instant a request asks for, or <c>null</c> where it can't be read.</summary>
    public DateTimeOffset? Target(string? to, string? advance)
    {
        if (to is not null && advance is null)
        {
            return DateTimeOffset.TryParse(to, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
                ? instant
                : null;
        }

        try
        {
            return advance is not null && to is null ? clock.GetUtcNow() + XmlConvert.ToTimeSpan(advance) : null;
        }
        catch (Exception e) when (e is FormatException or OverflowException or ArgumentOutOfRangeException)
        {
            return null;
        }
    }

    /// <summary>Steps to <paramref name="target"/>.</summary>
    /// <returns><c>false</c> when the bot couldn't be reached: the clock stays where it had got to.</returns>
    public async Task<bool> StepAsync(DateTimeOffset target, CancellationToken cancellationToken)
    {
        await oneAtATime.WaitAsync(cancellationToken);
        try
        {
            while (true)
            {
                await deliveries.QuietAsync(cancellationToken);
                var now = clock.GetUtcNow();
                var answer = await bot.SettleAsync(now, cancellationToken);
                if (!answer.Accepted)
                {
                    return false;
                }

                // What the bot did may have brought new activities to it, and those new work.
                if (deliveries.AnyUnderWay)
                {
                    continue;
                }

                if (NextStop(answer, now, target) is not { } next)
                {
                    return true;
                }

                Put(next);
            }
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    public void Dispose() => oneAtATime.Dispose();

    private static DateTimeOffset? NextStop(BotAnswer answer, DateTimeOffset now, DateTimeOffset target) =>
        answer.NextDue > now && answer.NextDue <= target ? answer.NextDue : now < target ? target : null;

    private void Put(DateTimeOffset next)
    {
        clock.MoveTo(next);
        store.Write(world =>
        {
            world.Put(Kinds.Clock, Kinds.Clock, new Kept(clock.Offset.Ticks));
            world.Announce(new WorldChange("clock"));
        });
    }

    private sealed record Kept(long OffsetTicks);
}
