using System.Globalization;
using StrategyBot.Graph;
using StrategyBot.Obligations;
using StrategyBot.Reaching;
using StrategyBot.Rules.Effects;

namespace StrategyBot.Phases.Keeping;

/// <summary>Deletes what was written of a case from the mailbox that it was sent from, drafts and sent letters with what was attached; some
/// at a time, until none is left (P16).</summary>
internal sealed class DeleteLettersDuty(Post post) : IDuty
{
    public static string Kind => "keeping/delete-letters";

    public static DateTimeOffset Since => ExpireRecordDuty.Since;

    public static string Says => "letters, taken out of the mailbox";

    public static bool OutlivesClosing => true;

    public static IEnumerable<Owed> Owes(Case @case)
    {
        // Last: while Teams can't be had, others may still be written.
        if (@case.Meeting.Id != @case.Meetings[^1].Id || !RetentionRule.IsGoing(@case)
            || DeleteCardDuty.Owes(@case).Any(card => !@case.IsSettled(card.Key)))
        {
            yield break;
        }

        for (var some = 1; ; some++)
        {
            var key = string.Create(CultureInfo.InvariantCulture, $"{Kind}/{some}");
            yield return new(key, @case.Keeping.Expired!.At);
            if (@case.Effects.GetValueOrDefault(key)?.Settled is not { Rung: OutsideCopies.More })
            {
                yield break;
            }
        }
    }

    public async Task<Performed> PerformAsync(Case @case, Owed owed, Attempt attempt, CancellationToken cancellationToken)
    {
        try
        {
            var gone = await post.DeleteSomeAsync(Reach.LettersOf(@case.Id), cancellationToken);
            return new Performed.Delivered(gone.IsMore ? OutsideCopies.More : OutsideCopies.Deleted,
                new LetterCount(gone.Deleted, gone.Kept).Write())
            {
                PossiblyRepeated = attempt.IsUnknown,
            };
        }
        catch (EffectFailedException no) when (no.Failure == EffectFailure.Refused)
        {
            return new Performed.Delivered(OutsideCopies.NotReached, "");
        }
    }
}

/// <summary>How many letters one go took, as its receipt.</summary>
/// <param name="Kept">Which the mailbox did not give up, of earlier goes too: they are found again.</param>
internal sealed record LetterCount(int Deleted, int Kept)
{
    public string Write() => string.Create(CultureInfo.InvariantCulture, $"{Deleted}/{Kept}");

    public static LetterCount Read(string receipt) => receipt.Split('/') is [var deleted, var kept]
        ? new(int.Parse(deleted, CultureInfo.InvariantCulture), int.Parse(kept, CultureInfo.InvariantCulture)) : new(0, 0);
}
