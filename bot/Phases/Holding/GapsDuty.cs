using StrategyBot.Obligations;
using StrategyBot.Reaching;
using StrategyBot.Rules;

namespace StrategyBot.Phases.Holding;

/// <summary>Asks the chair for what was open at the end when it is due, and the next working day tells the manager (P7).</summary>
internal sealed class GapsDuty(Reach reach, PhaseList phases, Words words) : IDuty
{
    private const string ToChair = "chair";
    private const string ToManager = "manager";

    private static readonly TimeOnly Morning = new(9, 0);

    public static string Kind => "attending/gaps";

    public static DateTimeOffset Since { get; } = new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);

    public static IEnumerable<Owed> Owes(Case @case)
    {
        if (@case.Meeting.Attendance is not { Gaps: { } gaps, EndedAt: not null, CompletedAt: null })
        {
            yield break;
        }

        var clocks = @case.Clocks;
        var manager = clocks.Words.At(clocks.Days.After(clocks.Words.LocalDate(gaps.DueAt), 1), Morning);
        var key = $"{Kind}/{@case.Meeting.Id.Value}/{gaps.DueAt.UtcDateTime:yyyyMMddHHmm}";
        yield return new($"{key}/{ToChair}", gaps.DueAt) { To = @case.Meeting.Chair, LapsesAt = manager };
        // The chair was asked already.
        if (!ChairIsManager(@case) || Manager(@case) is { Mail.Length: > 0 })
        {
            yield return new($"{key}/{ToManager}", manager);
        }
    }

    public async Task<Performed> PerformAsync(Case @case, Owed owed, Attempt attempt, CancellationToken cancellationToken)
    {
        var gaps = phases.Gaps(@case);
        if (owed.To is not null)
        {
            var asked = new Notification(Ask(@case, gaps), "The record is still open; open your part.");
            return await reach.TellAsync(@case, @case.Chair, owed, attempt, asked, cancellationToken);
        }

        return gaps.Count == 0
            ? new Performed.Delivered("not-needed", "")
            : await reach.TellAsync(@case, Manager(@case), owed, attempt,
                new(Report(@case, gaps, words), "The record of a meeting is not complete; open your part."), cancellationToken);
    }

    internal static AdaptiveCard Ask(Case @case, IReadOnlyList<Gap> gaps)
    {
        var open = CompletionPart.Button(@case);
        return FormCard.Of($"{@case.Id} {@case.CheckWord}", null,
            [.. GapsDrawing.List(gaps)], [Actions.Send(open.Title, open.Verb, open.Form), .. GapsDrawing.Buttons(gaps, 4)]);
    }

    /// <summary>A manager can't fill the gaps, but can answer for the record in the chair's place.</summary>
    internal static AdaptiveCard Report(Case @case, IReadOnlyList<Gap> gaps, Words words)
    {
        var instead = TakeoverPart.Button(@case);
        return FormCard.Of($"{@case.Id} {@case.CheckWord}", null,
            [
                new TextBlock(
                    $"The record was to be complete by {words.When(@case.Meeting.Attendance.Gaps!.DueAt)}. The chair has been asked."),
                .. GapsDrawing.List(gaps),
            ],
            [Actions.Send(instead.Title, instead.Verb, instead.Form)]);
    }

    /// <summary>Without an address the telling is given up, which the chair is shown.</summary>
    internal static Participant Manager(Case @case) =>
        RoleHolders.Find(@case, @case.Meeting, RoleHolders.ServiceManager)
            ?? RoleHolders.Outside(RoleHolders.ServiceManager, @case.Profile.Roles.ServiceManager with { Mail = null });

    private static bool ChairIsManager(Case @case) => MailAddress.Same(@case.Chair.Mail, @case.Profile.Roles.ServiceManager.Mail);
}
