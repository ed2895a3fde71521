using System.Globalization;
using StrategyBot.Obligations;
using StrategyBot.Reaching;

namespace StrategyBot.Phases.Safeguarding;

/// <summary>Whoever handed a case over hears once that it was taken on (P27). Whoever wrote that down knows it.</summary>
internal sealed class TellAcceptedDuty(Reach reach, Words words) : IDuty<int>
{
    public static string Kind => "safeguarding/handover-accepted";

    public static DateTimeOffset Since { get; } = new(2026, 11, 29, 0, 0, 0, TimeSpan.Zero);

    public static string Says => "word that a handover is accepted";

    public static IEnumerable<Owed<int>> Owes(Case @case) =>
        from one in @case.Meeting.Safety.Handovers
        where one.Accepted is not null
        let giver = @case.Find(one.Given.By)
        where giver is not null && !giver.Is(one.Accepted!.By)
        select new Owed<int>(
            string.Create(CultureInfo.InvariantCulture, $"{Kind}/{@case.Meeting.Id.Value}/{one.Given.Seq}"), one.Accepted!.At,
            one.Given.Seq)
        {
            To = giver.Id,
        };

    public Task<Performed> PerformAsync(Case @case, Owed<int> owed, Attempt attempt, CancellationToken cancellationToken) =>
        reach.TellAsync(@case, @case.Find(owed.To!.Value)!, owed, attempt,
            new(Card(@case, CaseHandoverRule.Find(@case, owed.About)!, words), "A handover is accepted."), cancellationToken);

    internal static AdaptiveCard Card(Case @case, Handover one, Words words)
    {
        var accepted = one.Accepted!;
        var phone = one.Phone(@case);
        return FormCard.Of($"{@case.Id} {@case.CheckWord}", null,
        [
            new PlainText($"{one.To(@case)} took the case on, {words.When(accepted.Fact.HappenedAt ?? accepted.At)}. "
                + $"It is in their hands{(phone.Length > 0 ? $": {phone}" : "")}.") { Weight = TextWeight.Bolder },
        ],
        [HandoverPage.Button(@case, one).Send()]);
    }
}
