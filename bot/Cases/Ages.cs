namespace StrategyBot.Cases;

/// <summary>What a child's age changes (P21).</summary>
internal static class Ages
{
    // Too young to be seen alone or interviewed; the papers name no age.
    private const int BabyYears = 2;

    /// <summary>Not born yet counts too; an unknown date of birth doesn't.</summary>
    public static bool IsABaby(Child child, DateOnly on) => child.Details.Unborn || child.Details.BornOrDue?.AddYears(BabyYears) > on;

    public static bool AreAllBabies(Case @case, DateOnly on) => @case.Children.Count > 0 && @case.Children.All(child => IsABaby(child, on));
}
