using System.Globalization;
using StrategyBot.Obligations;
using StrategyBot.Reaching;

namespace StrategyBot.Phases.Keeping;

/// <summary>Two weeks before a closed case is deleted, its chair and information governance hear of it, and what keeps it (P16).</summary>
internal sealed class WarnOfDeletionDuty(Reach reach, Words words) : IDuty
{
    public static string Kind => "keeping/warn";

    public static DateTimeOffset Since { get; } = new(2026, 11, 30, 0, 0, 0, TimeSpan.Zero);

    public static string Says => "word that a case is going to be deleted";

    public static IEnumerable<Owed> Owes(Case @case) =>
        from kept in new[] { RetentionRule.Of(@case) }.OfType<RetentionRule>()
        where @case.Meeting.Id == @case.Meetings[^1].Id && RetentionRule.GoesByItself(@case)
        from whom in Governance.Of(@case).Select(person => person.Id).Append(@case.Meeting.Chair).Distinct()
        select new Owed(string.Create(CultureInfo.InvariantCulture, $"{Kind}/{kept.Until:yyyy-MM-dd}/{whom.Value}"),
            kept.At.AddDays(-RetentionRule.Warning))
        {
            To = whom,
            LapsesAt = kept.At,
        };

    public Task<Performed> PerformAsync(Case @case, Owed owed, Attempt attempt, CancellationToken cancellationToken) =>
        reach.TellAsync(@case, @case.Find(owed.To!.Value)!, owed, attempt,
            new(Card(@case, @case.Find(owed.To!.Value)!, words), "A closed case is going to be deleted."), cancellationToken);

    internal static AdaptiveCard Card(Case @case, Participant to, Words words) => FormCard.Of($"{@case.Id} {@case.CheckWord}", null,
        [
            new PlainText(RetentionRule.Of(@case)!.Say(@case, words)) { Weight = TextWeight.Bolder },
            new TextBlock("Look whether the case system has all that it should. For a court, an inquiry or a complaint, "
                + "ask information governance to keep it."),
        ],
        to.May(Capability.KeepRecord) ? [HoldRecordPart.Button(@case).Send()] : []);
}
