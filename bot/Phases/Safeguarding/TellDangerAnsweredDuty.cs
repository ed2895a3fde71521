using System.Globalization;
using StrategyBot.Obligations;
using StrategyBot.Reaching;

namespace StrategyBot.Phases.Safeguarding;

/// <summary>Whoever raised a danger hears who acts on it (P28).</summary>
internal sealed class TellDangerAnsweredDuty(Reach reach, Words words) : IDuty<int>
{
    public static string Kind => "safeguarding/danger-answered";

    public static DateTimeOffset Since { get; } = new(2026, 11, 29, 0, 0, 0, TimeSpan.Zero);

    public static string Says => "word that somebody acts on a danger";

    /// <summary>The first answer; whoever answered their own knows it.</summary>
    public static IEnumerable<Owed<int>> Owes(Case @case) =>
        from danger in @case.Meeting.Safety.Dangers
        let first = danger.Answered?.AndBefore().Last()
        where first is not null
        let raiser = @case.Find(danger.Raised.By)
        where raiser is not null && !raiser.Is(first.By)
        select new Owed<int>(
            string.Create(CultureInfo.InvariantCulture, $"{Kind}/{@case.Meeting.Id.Value}/{danger.Raised.Seq}"), first.At,
            danger.Raised.Seq)
        {
            To = raiser.Id,
        };

    public Task<Performed> PerformAsync(Case @case, Owed<int> owed, Attempt attempt, CancellationToken cancellationToken) =>
        reach.TellAsync(@case, @case.Find(owed.To!.Value)!, owed, attempt,
            new(Card(@case, owed.About, @case.Find(owed.To.Value)!, words), "Somebody acts on what you said."), cancellationToken);

    internal static AdaptiveCard Card(Case @case, int raised, Participant to, Words words)
    {
        var danger = @case.Meeting.Safety.Dangers.First(danger => danger.Raised.Seq == raised);
        var (answered, by) = (danger.Answered!, @case.Find(danger.Answered!.By));
        return FormCard.Of($"{@case.Id} {@case.CheckWord}", null,
        [
            new PlainText($"{by?.Described ?? "Somebody"} acts on what you said, since {words.When(answered.At)}."
                + $"{(by?.Phone is { Length: > 0 } phone ? $" {phone}" : "")}") { Weight = TextWeight.Bolder },
            .. answered.Fact.Doing.Length > 0 && answered.Fact.Audience.Admits(to, to.Is(answered.By))
                ? (IReadOnlyList<CardElement>)[new PlainText(Shortened.To(FormCard.LongText, answered.Fact.Doing))]
                : [],
            new TextBlock("If the danger goes on: ring 999."),
        ]);
    }
}
