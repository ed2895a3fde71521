using StrategyBot.Obligations;
using StrategyBot.Reaching;

namespace StrategyBot.Phases.Minuting;

/// <summary>Reminds the chair on the day that an answer is due, and a manager too once it is late (P15, P20).
/// One message for all that fall on a day.</summary>
internal sealed class RemindOfObjectionsDuty(Digest digest) : IDuty<string>, IRoutine
{
    public static string Kind => "minuting/objections-due";

    public static DateTimeOffset Since => TellChairOfObjectionDuty.Since;

    public static IEnumerable<Owed<string>> Owes(Case @case)
    {
        var (clocks, meeting) = (@case.Clocks, @case.Meeting);
        return
            from date in meeting.Minutes.Objections.Where(objection => objection.Answer is null)
                .Select(objection => ObjectionRule.Limit(@case, objection).On).Distinct()
            let morning = @case.Profile.Calendar.DigestAt
            let today = clocks.Words.At(date, morning)
            let late = clocks.Words.At(clocks.Days.After(date, 1), morning)
            from owed in Late(@case, meeting, date, late)
                .Prepend(
                    new($"{Kind}/{meeting.Id.Value}/{date:yyyyMMdd}/day", today, RoleHolders.Chair)
                    {
                        To = meeting.Chair,
                        LapsesAt = late,
                    })
            select owed;
    }

    public Participant? Whom(Case @case, Owed owed) => RoleHolders.Find(@case, @case.Meeting, ((Owed<string>)owed).About);

    public Notification Of(Case @case, IReadOnlyList<Owed> owed, Participant to) => new(
        Card(@case, to, @case.Meeting.Minutes.Objections.Count(objection => objection.Answer is null)),
        "Something in the minutes is waiting for an answer.");

    public Task<Performed> PerformAsync(Case @case, Owed<string> owed, Attempt attempt, CancellationToken cancellationToken) =>
        digest.TellAsync(this, @case, owed, Whom(@case, owed)!, attempt, cancellationToken);

    internal static AdaptiveCard Card(Case @case, Participant to, int count) => FormCard.Of(
        $"{@case.Id} {@case.CheckWord}: the minutes",
        null,
        [
            new TextBlock(count == 1
                ? "1 thing that is said to be wrong is not answered yet."
                : $"{count} things that are said to be wrong are not answered yet.") { Weight = TextWeight.Bolder },
            .. to.Id == @case.Meeting.Chair
                ? (IReadOnlyList<CardElement>)[]
                : [new TextBlock($"Chair: {CardText.Plain(@case.Chair.Described)}")],
        ],
        to.May(Capability.Lead) ? [Actions.Open("Answer", ObjectionsPage.Id.Open, CaseForm.Of(@case))] : []);

    /// <summary>Whom the last reminder of late minutes goes to.</summary>
    private static IEnumerable<Owed<string>> Late(Case @case, Meeting meeting, DateOnly date, DateTimeOffset at) =>
        from role in @case.Profile.Minutes.Reminders is [.., var last] ? last.To : [RoleHolders.Chair]
        where RoleHolders.Find(@case, meeting, role) is not null
        select new Owed<string>($"{Kind}/{meeting.Id.Value}/{date:yyyyMMdd}/late/{role}", at, role);
}
