namespace StrategyBot.Phases.Minuting;

/// <summary>The rule of entering approved minutes on each child's record (R88). Pure.</summary>
internal static class EnteringRule
{
    /// <param name="children">Whose records have it now (P9).</param>
    public static Decision Enter(
        Case @case, IReadOnlyList<string> children, string late, DateTimeOffset now, Readers? readers = null)
    {
        var minutes = @case.Meeting.Minutes;
        var limits = MinutesClock.Of(@case, @case.Meeting);
        var meant = @case.Children.Where(child => children.Contains(child.Id.Value) && !minutes.IsEntered(child.Id)).ToList();
        return limits switch
        {
            _ when limits is null || minutes.Version == 0 => new NotApprovedYet(),
            _ when children.Count == 0 => new CannotBe("Tick the child whose record has the minutes now.") { Field = "children" },
            _ when meant.Count == 0 => Decision.Already,
            _ when IsLate(@case, now) && late.Length == 0 => new LateWithoutReason(limits.Enter) { Field = "late" },
            _ when late.Length > FormCard.LongText => new TooLong(FormCard.LongText) { Field = "late" },
            _ => Decision.Of(
            [
                .. !IsLate(@case, now) ? (IReadOnlyList<Fact>)[] :
                [
                    new LatenessExplained(late)
                    {
                        Meeting = @case.Meeting.Id,
                        Audience = readers?.Audience ?? Audience.Professionals,
                    },
                ],
                .. meant.Select(child => new MinutesEntered(minutes.Version) { Meeting = @case.Meeting.Id, Child = child.Id }),
            ]),
        };
    }

    /// <summary>Whether a reason is still asked for: the first version is entered late, and none stands.</summary>
    public static bool IsLate(Case @case, DateTimeOffset now) =>
        @case.Meeting.Minutes is { Version: 1, LateReason: "" } && MinutesClock.Of(@case, @case.Meeting)!.Enter.IsPast(now);
}
