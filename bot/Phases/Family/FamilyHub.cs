namespace StrategyBot.Phases.Family;

/// <summary>What the hub draws of this phase. Nobody's name of the family: a number.</summary>
internal static class FamilyHub
{
    private const string Title = "Family copies";

    /// <summary>Waits for the social worker while somebody is owed a copy, and for whoever gave one that is out of date; not while people
    /// meet, when it is only offered.</summary>
    public static IEnumerable<HubEntry> Entries(CaseView view, DateTimeOffset now)
    {
        if (!FamilyRule.MaySee(view.Reader) || !FamilyRule.HasPlan(view.Case))
        {
            yield break;
        }

        var (owed, stale) = (CopyOwed.Open(view.Case).ToList(), Stale(view.Case).ToList());
        var isOpen = view.Case.Meeting.Attendance.EndedAt is not null
            && ((view.Reader.Roles.Contains(Role.SocialWorker) && owed.Count > 0)
                || stale.Exists(copy => copy.LastGiven!.Said.Fact.Giver == view.Reader.Id));
        var given = view.Case.FamilyCopies.Count(copy => copy.LastGiven is not null);
        yield return new(PartIds.FamilyCopies, HubSection.Safety, Title,
            owed.Count > 0 ? $"{owed.Count} owed" : given > 0 ? $"{given} given" : "none given", CopiesOwedPage.Button(view.Case), isOpen)
        {
            IsOffered = !isOpen,
        };
    }

    public static IEnumerable<StatusLine> Status(CaseView view, DateTimeOffset now)
    {
        if (!FamilyRule.MaySee(view.Reader) || !FamilyRule.IsAgreed(view.Case))
        {
            yield break;
        }

        foreach (var owed in CopyOwed.Open(view.Case))
        {
            var number = FamilyCopy.Number(owed.Reader);
            yield return new(1, CopyOwed.Outdated(view.Case, owed.Copy) is { } why
                ? $"{number}: the copy of the safety plan is out of date, {why}. A new one is owed."
                : $"{number} is owed a copy of the safety plan.");
        }
    }

    /// <summary>What was given and isn't what stands.</summary>
    private static IEnumerable<FamilyCopy> Stale(Case @case) =>
        @case.FamilyCopies.Where(copy => CopyOwed.Outdated(@case, copy) is not null
            && CopyOwed.HoldOn(@case, copy.Reader, copy.Name(@case)) is null);
}
