using StrategyBot.Obligations;
using StrategyBot.Reaching;
using StrategyBot.Rules;

namespace StrategyBot.Phases.Assessing;

/// <summary>An enquiry begun by telephone on a child with earlier ones owes a meeting (R130): the chair is told at once, and with the
/// service manager again each of the next working days until a further meeting is opened.</summary>
internal sealed class OwedMeetingDuty(Reach reach) : IDuty<string>
{
    private const int MostDays = 3;

    private static readonly TimeOnly Morning = new(9, 0);

    public static string Kind => "assessing/owed-meeting";

    public static DateTimeOffset Since { get; } = new(2026, 11, 28, 0, 0, 0, TimeSpan.Zero);

    public static string Says => "word that a meeting is owed";

    /// <summary>From when; <c>null</c> where none is owed, or a further one was opened.</summary>
    public static DateTimeOffset? From(Case @case) => @case.Circumstances?.Mode == MeetingMode.Phone
        && @case.Profile.Enquiry.MeetingAfterTelephone != false
        && @case.Meetings[^1].Id == @case.Meeting.Id
        && new Heading.Condition("earlier", Heading.Known).Holds(@case)
            ? @case.OfChildren(@case.Meeting.Plan.Section47).Where(decided => decided.Fact.Answer == Section47.Start)
                .Select(decided => (DateTimeOffset?)decided.At).Min()
            : null;

    public static IEnumerable<Owed<string>> Owes(Case @case)
    {
        if (From(@case) is not { } from)
        {
            yield break;
        }

        var key = $"{Kind}/{@case.Meeting.Id.Value}";
        yield return new($"{key}/{RoleHolders.Chair}", from, RoleHolders.Chair) { To = @case.Meeting.Chair };
        var clocks = @case.Clocks;
        foreach (var day in Enumerable.Range(1, MostDays))
        {
            var at = clocks.Words.At(clocks.Days.After(clocks.Words.LocalDate(from), day), Morning);
            yield return new($"{key}/{RoleHolders.Chair}/{day}", at, RoleHolders.Chair)
            {
                To = @case.Meeting.Chair,
                LapsesAt = at.AddDays(1),
            };
            if (RoleHolders.Find(@case, @case.Meeting, RoleHolders.ServiceManager) is { } manager
                && !MailAddress.Same(manager.Mail, @case.Chair.Mail))
            {
                yield return new($"{key}/{RoleHolders.ServiceManager}/{day}", at, RoleHolders.ServiceManager) { LapsesAt = at.AddDays(1) };
            }
        }
    }

    public Task<Performed> PerformAsync(Case @case, Owed<string> owed, Attempt attempt, CancellationToken cancellationToken) =>
        reach.TellAsync(@case, RoleHolders.Find(@case, @case.Meeting, owed.About)!, owed, attempt,
            new(Card(@case), "A meeting is owed after a discussion by telephone."), cancellationToken);

    internal static AdaptiveCard Card(Case @case) => FormCard.Of($"{@case.Id} {@case.CheckWord}", null,
    [
        new TextBlock("A meeting is owed.") { Weight = TextWeight.Bolder },
        new TextBlock("It was held by telephone, an enquiry was started, and there were earlier ones. Convene a meeting."),
    ]);
}
