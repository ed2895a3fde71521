using System.Globalization;
using StrategyBot.Obligations;
using StrategyBot.Reaching;
using StrategyBot.Rules;

namespace StrategyBot.Phases.Safeguarding;

/// <summary>Nobody has said on what footing a child stays since the agreement was withdrawn: every quarter of an hour the next of the
/// procedure's ladder is told, and at night the out-of-hours team at once (P28, P31).</summary>
internal sealed class ClimbConsentDuty(Reach reach, Words words) : IDuty<(ChildId Child, string Role)>
{
    private const string OutOfHours = "outOfHours";

    private static readonly TimeSpan Rung = TimeSpan.FromMinutes(15);

    // Before it only the out-of-hours team is there.
    private static readonly TimeOnly Morning = new(8, 0);

    public static string Kind => "safeguarding/climb-consent";

    public static DateTimeOffset Since { get; } = new(2026, 11, 28, 0, 0, 0, TimeSpan.Zero);

    /// <summary>A footing that is recorded again ends it. It never lapses by itself: a child is behind it.</summary>
    public static IEnumerable<Owed<(ChildId Child, string Role)>> Owes(Case @case) =>
        from withdrawn in @case.Meeting.Safety.Withdrawn
        from rung in Rungs(@case, withdrawn.Value)
        let key = string.Create(CultureInfo.InvariantCulture,
            $"{Kind}/{@case.Meeting.Id.Value}/{withdrawn.Key.Value}/{withdrawn.Value.Seq}/{rung.Role}")
        select new Owed<(ChildId, string)>(key, withdrawn.Value.At + rung.After, (withdrawn.Key, rung.Role))
        {
            To = @case.Find(rung.Whom.Id) is null ? null : rung.Whom.Id,
        };

    public Task<Performed> PerformAsync(
        Case @case, Owed<(ChildId Child, string Role)> owed, Attempt attempt, CancellationToken cancellationToken) =>
        reach.TellAsync(@case, Whom(@case, owed.About.Role)!, owed, attempt,
            new(Card(@case, @case.Find(owed.About.Child)!), Sentence(@case)), cancellationToken);

    /// <summary>The procedure's out-of-hours team and its number, where that is who is there.</summary>
    public static string? Team(Case @case, DateTimeOffset at)
    {
        var (words, team) = (@case.Clocks.Words, @case.Profile.OutOfHours);
        var time = words.LocalTime(at);
        return @case.Clocks.Days.IsWorkingDay(words.LocalDate(at)) && time >= Morning && time < @case.Profile.Calendar.CutOff
            ? null
            : $"Out of hours: {team.Title}, {team.Phone}.";
    }

    internal static string Sentence(Case @case) =>
        $"Something about a child's safety changed, and nobody has answered. Ring {@case.Chair.Name}, who chairs"
        + $"{(@case.Chair.Phone.Length > 0 ? $", {@case.Chair.Phone}" : "")}.";

    internal AdaptiveCard Card(Case @case, Child child)
    {
        var withdrawn = @case.Meeting.Safety.Withdrawn.GetValueOrDefault(child.Id);
        return FormCard.Of($"{@case.Id} {@case.CheckWord}", null,
        [
            new TextBlock("Immediate danger: ring 999.") { Weight = TextWeight.Bolder, Color = TextColor.Attention },
            new TextBlock(withdrawn is null
                ? $"{child.Number}: the agreement on where the child is was withdrawn, and a footing is recorded again."
                : $"{child.Number}: the agreement on where the child is was withdrawn, {words.When(withdrawn.At)}. "
                    + "Nobody has said since on what footing the child stays.")
            {
                Weight = TextWeight.Bolder,
            },
            new TextBlock(CardText.Plain($"Ring {@case.Chair.Name}, who chairs, or the social worker.")),
        ]);
    }

    private static IEnumerable<(string Role, Participant Whom, TimeSpan After)> Rungs(Case @case, Decided<ConsentWithdrawn> withdrawn)
    {
        if (Team(@case, withdrawn.At) is not null && Whom(@case, OutOfHours) is { } team)
        {
            yield return (OutOfHours, team, TimeSpan.Zero);
        }

        // The chair is told at once; one who holds two roles, once.
        var after = TimeSpan.Zero;
        var ladder = @case.Profile.Escalation.Select(role => (Role: role, Whom: Whom(@case, role)))
            .Where(rung => rung.Whom is { } whom && whom.Id != @case.Meeting.Chair && !whom.Is(withdrawn.By)
                && !MailAddress.Same(whom.Mail, @case.Chair.Mail))
            .DistinctBy(rung => rung.Whom!.Mail, StringComparer.OrdinalIgnoreCase);
        foreach (var (role, whom) in ladder)
        {
            after += Rung;
            yield return (role, whom!, after);
        }
    }

    private static Participant? Whom(Case @case, string role) => role != OutOfHours ? RoleHolders.Find(@case, @case.Meeting, role)
        : @case.Profile.OutOfHours is { Mail: { Length: > 0 } mail } team
            ? RoleHolders.Outside(role, new(team.Title, null, mail, team.Phone))
            : null;
}
