using Microsoft.Graph.Users.Item.Calendar.GetSchedule;
using StrategyBot.Rules;
using Sdk = Microsoft.Graph.Models;

namespace StrategyBot.Graph;

internal enum Availability
{
    /// <summary>Another tenant's calendar, or one that could not be read. Never the same as free.</summary>
    Unknown,
    Free,

    /// <summary>Busy, tentative or out of office for a part of the time.</summary>
    Busy,
}

internal sealed record Schedule(string Mail, Availability Availability);

/// <summary>Who is free at a time: that they are busy, never with what.
/// <c>findMeetingTimes</c> knows no application permission, so it is <c>getSchedule</c> (facts G2).</summary>
internal sealed class FreeBusy(GraphConnection graph, GraphSettings settings)
{
    private const int MaxMailsPerCall = 20;

    private const int MinutesPerSlot = 15;

    /// <summary>One answer for each of <paramref name="mails"/>, in their order.</summary>
    public async Task<ValueList<Schedule>> ScheduleAsync(
        IReadOnlyCollection<string> mails, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken = default)
    {
        var known = new Dictionary<string, Availability>(StringComparer.OrdinalIgnoreCase);
        foreach (var some in mails.Chunk(MaxMailsPerCall))
        {
            foreach (var schedule in await AskAsync(some, from, to, cancellationToken))
            {
                known[schedule.ScheduleId ?? ""] = Read(schedule);
            }
        }

        return mails.Select(mail => new Schedule(mail, known.GetValueOrDefault(mail, Availability.Unknown))).ToValueList();
    }

    /// <summary>When nobody whose calendar can be read is busy, of the times that were asked about.</summary>
    /// <param name="starts">On one day, the earliest first.</param>
    /// <returns><c>null</c> where no calendar can be read.</returns>
    public async Task<ValueList<DateTimeOffset>?> OpeningsAsync(
        IReadOnlyCollection<string> mails, IReadOnlyList<DateTimeOffset> starts, TimeSpan length,
        CancellationToken cancellationToken = default)
    {
        var slot = TimeSpan.FromMinutes(MinutesPerSlot);
        var views = new List<string>();
        foreach (var some in mails.Chunk(MaxMailsPerCall))
        {
            views.AddRange((await AskAsync(some, starts[0], starts[^1] + length, cancellationToken))
                .Where(schedule => Read(schedule) != Availability.Unknown).Select(schedule => schedule.AvailabilityView!));
        }

        bool IsFree(string view, DateTimeOffset start) =>
            view.Skip((int)((start - starts[0]) / slot)).Take((int)(length / slot)).All(IsOpen);
        return views.Count == 0 ? null : starts.Where(start => views.TrueForAll(view => IsFree(view, start))).ToValueList();
    }

    private async Task<List<Sdk.ScheduleInformation>> AskAsync(
        string[] mails, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        var answer = await graph.Sdk.Users[settings.OrganiserMailbox].Calendar.GetSchedule.PostAsGetSchedulePostResponseAsync(
            new GetSchedulePostRequestBody
            {
                Schedules = [.. mails],
                StartTime = GraphTime.Of(from),
                EndTime = GraphTime.Of(to),
                AvailabilityViewInterval = MinutesPerSlot,
            },
            request => request.Options.Add(MayRepeat.Question),
            cancellationToken);
        return answer?.Value ?? [];
    }

    // One digit a slot: 0 free, 1 tentative, 2 busy, 3 out of office, 4 working elsewhere, which for an online meeting is free.
    private static Availability Read(Sdk.ScheduleInformation schedule) =>
        schedule.Error is not null || string.IsNullOrEmpty(schedule.AvailabilityView) ? Availability.Unknown
        : schedule.AvailabilityView.All(IsOpen) ? Availability.Free
        : schedule.AvailabilityView.All(slot => slot is >= '0' and <= '4') ? Availability.Busy
        : Availability.Unknown;

    private static bool IsOpen(char slot) => slot is '0' or '4';
}
