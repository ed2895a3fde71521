namespace StrategyBot.Phases.Keeping;

/// <summary>What the hub draws of this phase.</summary>
internal static class KeepingHub
{
    public static IEnumerable<HubEntry> Entries(CaseView view, DateTimeOffset now)
    {
        var (@case, me) = (view.Whole, view.Reader);
        foreach (var report in Governance.MayAnswer(@case, me) ? @case.Keeping.Reports : [])
        {
            yield return new($"keeping/report/{report.Said.Seq}", HubSection.Minutes, MisplacedAnswerPart.Title,
                report.Answer is { } answer ? $"answered {Words.English.When(answer.At)}"
                    : $"by {Words.English.When(report.NoticedAt + MisplacedRule.Limit)}",
                MisplacedAnswerPart.Button(@case, report), IsOpen: report.Answer is null);
        }

        if (me.May(Capability.KeepRecord))
        {
            yield return new("keeping/seal", HubSection.Minutes, FindWordsPage.Title,
                Count(@case.Keeping.Seals.Count, "sealed", "nothing is sealed"), FindWordsPage.Button(@case), IsOpen: false)
            { IsOffered = true };
            yield return new("keeping/hold", HubSection.Minutes, HoldRecordPart.Title,
                Count(HoldRule.Standing(@case).Count, "asked for it", "nobody asked for it"), HoldRecordPart.Button(@case), IsOpen: false)
            { IsOffered = true };
        }

        if (me.May(Capability.BreakGlass))
        {
            yield return new("keeping/glass", HubSection.Minutes, BreakGlassPart.Title,
                BrokenGlass.Of(@case, me.Id, now) is { } open ? $"open to you until {Words.English.When(open.Until)}" : "shut to you",
                BreakGlassPart.Button(@case), IsOpen: false)
            { IsOffered = true };
        }

        if (me.May(Capability.KnowGlass) && @case.Keeping.Glasses.Count > 0)
        {
            yield return new("keeping/glasses", HubSection.Minutes, GlassesPage.Title,
                Count(BrokenGlass.Open(@case, now).Count, "read it now", "nobody reads it so now"), GlassesPage.Button(@case),
                IsOpen: false)
            { IsOffered = true };
        }

        if (view.MayWrite(Capability.ReadContent))
        {
            yield return new("keeping/misplaced", HubSection.Minutes, MisplacedPart.Title, "say it here",
                MisplacedPart.Button(@case), IsOpen: false)
            { IsOffered = true };
        }
    }

    public static IEnumerable<StatusLine> Status(CaseView view, DateTimeOffset now)
    {
        if (view.Whole.Meeting.Id != view.Whole.Meetings[^1].Id || view.Reader.Agency != Agency.SocialCare)
        {
            yield break;
        }

        foreach (var glass in BrokenGlass.Open(view.Whole, now))
        {
            yield return new(1, GlassRule.Say(view.Whole, glass, Words.English));
        }

        foreach (var report in view.Whole.Keeping.Reports.Where(report => report.Answer is null))
        {
            yield return new(0, "Something went to the wrong place: the Information Commissioner is told by "
                + $"{Words.English.When(report.NoticedAt + MisplacedRule.Limit)}, or it is said why not.");
        }

        if (view.Whole.Keeping.Restored is [.., var restored])
        {
            yield return new(1, RestoredLines.Say(restored, Words.English));
        }

        foreach (var seal in view.Whole.Keeping.Seals)
        {
            yield return new(2, SealLines.Say(view.Whole, seal, Words.English));
        }

        if (RetentionRule.Of(view.Whole) is { } kept)
        {
            yield return new(2, kept.Say(view.Whole, Words.English));
        }

        foreach (var hold in HoldRule.Standing(view.Whole))
        {
            yield return new(2, HoldRule.Say(view.Whole, hold, Words.English));
        }
    }

    private static string Count(int count, string what, string none) => count == 0 ? none : $"{count} {what}";
}
