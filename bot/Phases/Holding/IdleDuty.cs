using System.Globalization;
using StrategyBot.Obligations;
using StrategyBot.Reaching;

namespace StrategyBot.Phases.Holding;

/// <summary>Asks the chair, each time that nobody has written for a quarter of an hour, whether the meeting has ended (P7).</summary>
/// <remarks>A forgotten end would stop the minutes' clock from starting.</remarks>
internal sealed class IdleDuty(Reach reach) : IDuty
{
    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(15);

    public static string Kind => "attending/idle";

    public static DateTimeOffset Since { get; } = new(2026, 11, 22, 0, 0, 0, TimeSpan.Zero);

    public static IEnumerable<Owed> Owes(Case @case)
    {
        if (@case.Meeting.Attendance is not { StartedAt: { } started, EndedAt: null })
        {
            return [];
        }

        var since = @case.TouchedAt > started ? @case.TouchedAt : started;
        var key = string.Create(CultureInfo.InvariantCulture, $"{Kind}/{@case.Meeting.Id.Value}/{since.UtcDateTime:yyyyMMddHHmmss}");
        return [new(key, since + Idle) { To = @case.Meeting.Chair }];
    }

    public Task<Performed> PerformAsync(Case @case, Owed owed, Attempt attempt, CancellationToken cancellationToken) =>
        reach.TellAsync(@case, @case.Chair, owed, attempt, Say(@case), cancellationToken);

    internal static Notification Say(Case @case)
    {
        var open = EndPage.Button(@case);
        return new(
            FormCard.Of(
                $"{@case.Id} {@case.CheckWord}: has the meeting ended?",
                null,
                [
                    new TextBlock("Nobody has written anything for 15 minutes. If people are still talking, there is nothing to do."),
                    new TextBlock("The draft of the minutes and every limit after the meeting wait for its end.") { IsSubtle = true },
                ],
                [Actions.Send(open.Title, open.Verb, open.Form)]),
            "Has the meeting ended? Open your part.");
    }
}
