using System.Globalization;
using StrategyBot.Obligations;
using StrategyBot.Reaching;

namespace StrategyBot.Phases.Keeping;

/// <summary>Tells the chair and the social worker that the record stands as a copy had it, so that they look for what it lacks.</summary>
internal sealed class TellRestoredDuty(Reach reach, Words words) : IDuty<int>
{
    public static string Kind => "keeping/tell-restored";

    public static DateTimeOffset Since { get; } = new(2026, 11, 30, 0, 0, 0, TimeSpan.Zero);

    public static string Says => "word that a case lost what was written last";

    public static bool OutlivesClosing => true;

    public static IEnumerable<Owed<int>> Owes(Case @case) =>
        from restored in @case.Keeping.Restored
        from whom in @case.Invited.Where(person => person.Roles.Contains(Role.SocialWorker)).Select(person => person.Id)
            .Prepend(@case.Meeting.Chair).Distinct()
        select new Owed<int>(string.Create(CultureInfo.InvariantCulture, $"{Kind}/{restored.Seq}/{whom.Value}"), restored.At, restored.Seq)
        {
            To = whom,
        };

    public Task<Performed> PerformAsync(Case @case, Owed<int> owed, Attempt attempt, CancellationToken cancellationToken) =>
        reach.TellAsync(@case, @case.Find(owed.To!.Value)!, owed, attempt,
            new(Card(@case, @case.Keeping.Restored.Find(one => one.Seq == owed.About)!, words), "A case lost what was written last.")
            {
                InLetter = "A case lost what was written on it last, and has to be looked through.",
            },
            cancellationToken);

    internal static AdaptiveCard Card(Case @case, Decided<RecordRestored> restored, Words words) =>
        FormCard.Of($"{@case.Id} {@case.CheckWord}", null,
        [
            new TextBlock(RestoredLines.Say(restored, words)) { Weight = TextWeight.Bolder, Color = TextColor.Attention },
            new TextBlock("Write it again from your own notes. What had been sent since may be sent once more."),
        ],
        [OwnPart.Button(@case)]);
}

/// <summary>What is missing. Pure.</summary>
internal static class RestoredLines
{
    public static string Say(Decided<RecordRestored> restored, Words words) =>
        $"What was written after {words.When(restored.Fact.TakenAt)} is lost"
            + (restored.Fact.Lost switch
            {
                null => ", if anything was.",
                1 => ": one entry.",
                var count => $": {count} entries.",
            })
            + $" The record was put back {words.When(restored.At)}.";
}
