using System.Globalization;
using StrategyBot.Obligations;
using StrategyBot.Reaching;

namespace StrategyBot.Phases.Keeping;

/// <summary>Tells the chair, and whoever is on the case for it, that words were sealed (P16): they may have to write them anew.</summary>
internal sealed class TellSealedDuty(Reach reach, Words words) : IDuty<int>
{
    public static string Kind => "keeping/tell-sealed";

    public static DateTimeOffset Since { get; } = new(2026, 11, 30, 0, 0, 0, TimeSpan.Zero);

    public static string Says => "word that something was sealed";

    public static IEnumerable<Owed<int>> Owes(Case @case) =>
        from seal in @case.Meeting.Id == @case.Meetings[^1].Id ? @case.Keeping.Seals : []
        where seal.GoneAt is not null && @case.Chair.Is(seal.Said.By) == false
        select new Owed<int>(string.Create(CultureInfo.InvariantCulture, $"{Kind}/{seal.Said.Seq}"), seal.GoneAt!.Value, seal.Said.Seq)
        {
            To = @case.Meeting.Chair,
        };

    public Task<Performed> PerformAsync(Case @case, Owed<int> owed, Attempt attempt, CancellationToken cancellationToken) =>
        reach.TellAsync(@case, @case.Find(owed.To!.Value)!, owed, attempt,
            new(Card(@case, @case.Keeping.Seals.Find(one => one.Said.Seq == owed.About)!, words), "Words of a case were sealed."),
            cancellationToken);

    internal static AdaptiveCard Card(Case @case, Seal seal, Words words) => FormCard.Of($"{@case.Id} {@case.CheckWord}", null,
        [
            new PlainText(SealLines.Say(@case, seal, words)) { Weight = TextWeight.Bolder },
            new TextBlock("Where it stood it says so now, in the minutes too. Look whether something has to be written anew."),
        ],
        [OwnPart.Button(@case)]);
}
