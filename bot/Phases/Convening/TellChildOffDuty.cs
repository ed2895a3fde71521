using System.Globalization;
using StrategyBot.Obligations;
using StrategyBot.Reaching;

namespace StrategyBot.Phases.Convening;

/// <summary>Tells whoever was invited, once, that a child is not on the case any more: by the child's number, and not why. Who was told
/// hears too where it was a slip.</summary>
internal sealed class TellChildOffDuty(Reach reach) : IDuty<(int Seq, bool IsBack)>
{
    public static string Kind => "convening/child-off";

    public static DateTimeOffset Since { get; } = new(2026, 11, 30, 0, 0, 0, TimeSpan.Zero);

    public static string Says => "word of a child who is not on the case any more";

    public static IEnumerable<Owed<(int Seq, bool IsBack)>> Owes(Case @case) =>
        from off in @case.TakenOff
        from id in off.Asked
        let person = @case.Find(id)
        let key = string.Create(CultureInfo.InvariantCulture, $"{Kind}/{off.Said.Seq}/{id.Value}")
        where person is not null && !@case.IsShutTo(person) && !person.Is(off.Back?.By ?? off.Said.By)
        // Put back before they heard, there is nothing to say.
        where off.Back is null || @case.Effects.GetValueOrDefault(key) is { Settled: not null, IsRefused: false }
        select new Owed<(int, bool)>(
            off.Back is null ? key : $"{key}/back", off.Back?.At ?? off.Said.At, (off.Said.Seq, off.Back is not null))
        {
            To = id,
        };

    public Task<Performed> PerformAsync(
        Case @case, Owed<(int Seq, bool IsBack)> owed, Attempt attempt, CancellationToken cancellationToken) =>
        reach.TellAsync(@case, @case.Find(owed.To!.Value)!, owed, attempt,
            new(Card(@case, owed.About), "The children on the case changed; open your part.")
            {
                InLetter = "The children that the case is about changed. Your part says which are on it now.",
            }, cancellationToken);

    internal static AdaptiveCard Card(Case @case, (int Seq, bool IsBack) about)
    {
        var (child, open) = (@case.TakenOff.First(off => off.Said.Seq == about.Seq).Child, new PartId(PartIds.MyPart));
        return FormCard.Of($"{@case.Id} {@case.CheckWord}", null,
        [
            new TextBlock(about.IsBack ? $"{child.Number} is on this case again." : $"{child.Number} is not on this case any more.")
            {
                Weight = TextWeight.Bolder,
            },
            new TextBlock(about.IsBack
                ? "What you were asked about the child is asked again. What you said of them stands."
                : "You need not look for the child in your records, and are asked nothing more about them. What was said stays on the "
                    + "record."),
            new TextBlock("If you are worried about a child now, ring social care; in danger 999.") { IsSubtle = true },
        ],
        [open.Send("Open my part", CaseForm.Of(@case))]);
    }
}
