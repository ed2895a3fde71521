namespace StrategyBot.Phases.Keeping;

/// <summary>What the case left outside the record, and what became of it (P16). Pure.</summary>
internal static class OutsideCopies
{
    /// <summary>How the deletion of one ended, as the rung of its effect. On disk, so for good.</summary>
    public const string Deleted = "deleted", NotThere = "not-there", NotReached = "not-reached", More = "more";

    /// <summary>Whether something is still to be deleted out there.</summary>
    public static bool IsLeft(Case @case) => DeleteCardDuty.Owes(@case).Select(owed => owed.Key)
        .Concat(DeleteLettersDuty.Owes(@case).Select(owed => owed.Key)).Concat(DeleteEventDuty.Owes(@case).Select(owed => owed.Key))
        .Any(key => !@case.IsSettled(key));

    /// <summary>In numbers, for whoever has to show later that it went.</summary>
    public static TracesDeleted Of(Case @case)
    {
        var (cards, letters, events) =
            (Under(@case, DeleteCardDuty.Kind), Under(@case, DeleteLettersDuty.Kind), Under(@case, DeleteEventDuty.Kind));
        var counts = letters.Where(one => one.Rung != NotReached).Select(one => LetterCount.Read(one.Receipt)).ToList();
        return new(Count(cards, Deleted), letters.Exists(one => one.Rung == NotReached) ? null : counts.Sum(one => one.Deleted),
            Count(events, Deleted), Count(cards, NotReached) + Count(events, NotReached) + (counts.LastOrDefault()?.Kept ?? 0))
        {
            // Killed while it deleted some, it didn't count them.
            IsAtLeast = letters.Exists(one => one.Outcome == EffectOutcome.PossiblyRepeated) ? true : null,
        };
    }

    private static List<EffectSettled> Under(Case @case, string kind) =>
    [
        .. from one in @case.Effects
           where one.Key.StartsWith(kind + "/", StringComparison.Ordinal) && one.Value.IsDelivered
           orderby one.Value.At, one.Key.Length, one.Key
           select one.Value.Settled!,
    ];

    private static int Count(List<EffectSettled> all, string rung) => all.Count(one => one.Rung == rung);
}
