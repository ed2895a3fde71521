using System.Globalization;
using StrategyBot.Obligations;
using StrategyBot.Reaching;

namespace StrategyBot.Phases.Keeping;

/// <summary>Tells information governance and the chair at once that something went to the wrong place; not who said it (P16).</summary>
internal sealed class TellMisplacedDuty(Reach reach, Words words) : IDuty<int>
{
    public static string Kind => "keeping/tell-misplaced";

    public static DateTimeOffset Since { get; } = new(2026, 11, 30, 0, 0, 0, TimeSpan.Zero);

    public static string Says => "word that something went to the wrong place";

    public static IEnumerable<Owed<int>> Owes(Case @case) =>
        from report in @case.Meeting.Id == @case.Meetings[^1].Id ? @case.Keeping.Reports : []
        from whom in Governance.Of(@case).Select(person => person.Id).Append(@case.Meeting.Chair).Distinct()
        where @case.Find(whom)?.Is(report.Said.By) == false
        select new Owed<int>(string.Create(CultureInfo.InvariantCulture, $"{Kind}/{report.Said.Seq}/{whom.Value}"), report.Said.At,
            report.Said.Seq)
        {
            To = whom,
        };

    public Task<Performed> PerformAsync(Case @case, Owed<int> owed, Attempt attempt, CancellationToken cancellationToken) =>
        reach.TellAsync(@case, @case.Find(owed.To!.Value)!, owed, attempt,
            new(Card(@case, MisplacedRule.Find(@case, owed.About)!, @case.Find(owed.To!.Value)!, words),
                "Something of a case went to the wrong place; open your part.")
            {
                InLetter = "Something that is written on a case went to the wrong place.",
                Asks = Governance.MayAnswer(@case, @case.Find(owed.To!.Value)!)
                    ? new(1, MisplacedRule.Find(@case, owed.About)!.NoticedAt + MisplacedRule.Limit, "say what came of it") : null,
            }, cancellationToken);

    internal static AdaptiveCard Card(Case @case, MisplacedReport report, Participant to, Words words) =>
        FormCard.Of($"{@case.Id} {@case.CheckWord}", null,
        [
            new TextBlock("Something of this case went to the wrong place.") { Weight = TextWeight.Bolder, Color = TextColor.Attention },
            .. MisplacedLines.Of(@case, report, words).Select(line => new PlainText(line)),
        ],
        Governance.MayAnswer(@case, to)
            ? [ReceivedPage.Button(@case, report).Send(), MisplacedAnswerPart.Button(@case, report).Send()]
            : [OwnPart.Button(@case)]);
}
