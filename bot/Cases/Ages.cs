using System.Globalization;

namespace StrategyBot.Cases;

/// <summary>What a child's age changes (P21).</summary>
internal static class Ages
{
    // Too young to be seen alone or interviewed; the papers name no age.
    private const int BabyYears = 2;

    // From a nursery's age on, until school is over.
    private const int NurseryYears = 3, LeavingYears = 18;

    // From when a child can be told of a plan in words of their own; the papers name no age, and the social worker chooses.
    private const int ToldYears = 5;

    /// <summary>May be old enough for a copy of the plan of their own; of an unknown age too.</summary>
    public static bool CanBeTold(Child child, DateOnly on) =>
        child.Details is { Unborn: false } details && !(details.BornOrDue?.AddYears(ToldYears) > on);

    /// <summary>A school or nursery may know the child; one that is named does at any age, and of an unknown age only that is known.
    /// </summary>
    public static bool IsOfSchoolAge(Child child, DateOnly on) => child.Details is { Unborn: false } details
        && (details.School.Length > 0
            || (details.BornOrDue is { } born && born.AddYears(NurseryYears) <= on && on < born.AddYears(LeavingYears)));

    /// <summary>As people say it: days, months of the first two years, then years.</summary>
    public static string Say(DateOnly born, DateOnly on)
    {
        var months = ((on.Year - born.Year) * 12) + on.Month - born.Month - (on.Day < born.Day ? 1 : 0);
        return born > on ? "not born" : months switch
        {
            0 => Count(on.DayNumber - born.DayNumber, "day"),
            < BabyYears * 12 => Count(months, "month"),
            _ => (months / 12).ToString(CultureInfo.InvariantCulture),
        };
    }

    private static string Count(int number, string of) =>
        string.Create(CultureInfo.InvariantCulture, $"{number} {of}{(number == 1 ? "" : "s")}");

    /// <summary>Not born yet counts too; an unknown date of birth doesn't.</summary>
    public static bool IsABaby(Child child, DateOnly on) => child.Details.Unborn || child.Details.BornOrDue?.AddYears(BabyYears) > on;

    public static bool AreAllBabies(Case @case, DateOnly on) => @case.Children.Count > 0 && @case.Children.All(child => IsABaby(child, on));
}
