namespace StrategyBot.Phases.Linking;

/// <summary>What the hub draws of linked cases.</summary>
internal static class LinkingHub
{
    public static IEnumerable<HubEntry> Entries(CaseView view, DateTimeOffset now)
    {
        if (!view.Reader.May(LinkedCasesPage.Needs) || view.Reader.Agency != Agency.SocialCare || view.Whole.Closed is not null)
        {
            yield break;
        }

        var (isAsked, count) = (LinkedCases.IsAsked(view.Whole), view.Whole.Linked.All.Count);
        yield return new(LinkedCasesPage.Id.Open, HubSection.Before, LinkedCasesPage.Title,
            isAsked ? "the other child's case" : count > 0 ? $"{count} linked" : "if another child has one",
            LinkedCasesPage.Button(view.Case), IsOpen: isAsked)
        { IsOffered = !isAsked };
    }

    /// <summary>By reference alone: the minutes say the same.</summary>
    public static IEnumerable<StatusLine> Status(CaseView view, DateTimeOffset now)
    {
        foreach (var (other, link) in view.Whole.Linked.All)
        {
            yield return new(2, LinkedCaseRule.Say(other, link.Fact));
        }

        if (LinkedCases.IsAsked(view.Whole) && view.Reader.May(LinkedCasesPage.Needs))
        {
            yield return new(1, "The other child has no case of their own here yet. A conference is held on both children.");
        }
    }
}
