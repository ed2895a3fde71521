namespace StrategyBot.Cases;

/// <summary>Of which core agencies a view is missing, and whether the views are shown (P25).</summary>
internal static class SharedViews
{
    /// <summary>Hidden until every core agency answered on every child, so that nobody follows the first voice.</summary>
    public static bool AreShown(Case @case) =>
        @case.Meeting.Assessment.RevealedEarly || @case.Meeting.Attendance.EndedAt is not null || !Missing(@case).Any();

    /// <summary>Core agencies and children of which a view is missing; a reason for the agency's absence excuses it.</summary>
    public static IEnumerable<(Agency Agency, Child Child)> Missing(Case @case) =>
        from agency in Expected(@case)
        from child in @case.Children
        where !@case.Meeting.Assessment.Views.Keys
            .Any(key => key.Child == child.Id && @case.Find(key.Participant)?.Agency == agency)
        select (agency, child);

    /// <summary>Whether somebody sees it differently for one child than for another, and it may be known: then each is asked about apart.
    /// </summary>
    public static bool Differ(Case @case) => AreShown(@case)
        && @case.Meeting.Assessment.Views.GroupBy(given => given.Key.Participant, given => given.Value.View)
            .Any(views => views.Distinct().Count() > 1);

    public static IEnumerable<Agency> Expected(Case @case) => Quorum.Core(@case).Except(Quorum.Excused(@case));
}
