using StrategyBot.Obligations;
using StrategyBot.Phases;
using StrategyBot.Reaching;

namespace StrategyBot.Hub;

/// <summary>Tells whoever the chair asked by name how many things wait for them, and opens the part.</summary>
internal sealed class TellAskedDuty(Reach reach, PhaseList phases) : IDuty<PersonAsked>
{
    // What was asked for in the meeting is of no use the next day.
    private static readonly TimeSpan Lapses = TimeSpan.FromHours(12);

    public static string Kind => "hub/tell-asked";

    public static DateTimeOffset Since { get; } = new(2026, 11, 29, 0, 0, 0, TimeSpan.Zero);

    public static string Says => "what the chair asks them for";

    public static IEnumerable<Owed<PersonAsked>> Owes(Case @case) => @case.Meeting.Attendance.CompletedAt is not null ? []
        : @case.Meeting.Attendance.Asked
            .Select((one, place) => new Owed<PersonAsked>($"{Kind}/{@case.Meeting.Id.Value}/{place}", one.At, one.Asking)
            {
                To = one.Asking.Participant,
                LapsesAt = one.At + Lapses,
            });

    public async Task<Performed> PerformAsync(
        Case @case, Owed<PersonAsked> owed, Attempt attempt, CancellationToken cancellationToken)
    {
        var gaps = phases.Gaps(@case);
        return @case.Find(owed.About.Participant) is { } to && AskByName.Waiting(@case, gaps, to) is { Count: > 0 } waiting
            ? await reach.TellAsync(@case, to, owed, attempt, For(@case, waiting, owed.About.Gap), cancellationToken)
            : new Performed.Delivered("not-needed", "");
    }

    /// <param name="asked">What was asked for; where it is answered by now, the first that is not.</param>
    internal static Notification For(Case @case, IReadOnlyList<Gap> waiting, string asked)
    {
        var things = waiting.Count == 1 ? "1 thing waits" : $"{waiting.Count} things wait";
        var open = AskByName.OwnButton(waiting.FirstOrDefault(gap => gap.Id == asked) ?? waiting[0]);
        return new(
            FormCard.Of($"{@case.Id} {@case.CheckWord}", null,
                [new PlainText($"{Shortened.Name(@case.Chair.Name)} asks you: {things} for your answer.")],
                [open.Send(), OwnPart.Button(@case)]),
            "The chair asks you for something; open your part.")
        {
            InLetter = "The chair asks you for what is still open on your page.",
            Asks = new(waiting.Count, null, waiting.Count == 1 ? "answer it" : "answer them"),
        };
    }
}
