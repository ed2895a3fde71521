namespace StrategyBot.Phases.Assessing;

/// <summary>What the hub draws of the answers that the meeting awaits (P14).</summary>
internal static class AwaitedHub
{
    /// <summary>All of them for whoever fills the form; to each what they bring. Nobody is led there while the meeting runs.</summary>
    public static IEnumerable<HubEntry> Entries(CaseView view, DateTimeOffset now)
    {
        var awaited = Awaited.Of(view.Whole);
        if (view.Reader.May(AwaitedPage.Needs) && awaited.Count > 0)
        {
            var late = awaited.Count(one => one.DueAt < now);
            yield return new(AwaitedPage.Id.Open, HubSection.Part2, AwaitedPage.Title,
                $"{awaited.Count} awaited{(late > 0 ? $", {late} overdue" : "")}", AwaitedPage.Button(view.Case), IsOpen: false)
            { IsOffered = true };
        }

        var hasEnded = view.Whole.Meeting.Attendance.EndedAt is not null;
        foreach (var one in awaited.Where(one => one.From.Id == view.Reader.Id && view.Reader.May(AwaitedPart.Needs)))
        {
            var open = AwaitedPart.Button(view.Case, one.Heading);
            var isLate = one.DueAt < now;
            yield return new($"{AwaitedPart.Id.Open}/{one.Heading.Id}", HubSection.Actions, open.Title,
                $"{(isLate ? "overdue: " : "by ")}{Words.English.When(one.DueAt)}", open, IsOpen: hasEnded && isLate)
            { IsOffered = !(hasEnded && isLate) };
        }
    }

    public static IEnumerable<StatusLine> Status(CaseView view, DateTimeOffset now)
    {
        var awaited = Awaited.Of(view.Whole).Where(one => view.Reader.May(Capability.Lead) || one.From.Id == view.Reader.Id).ToList();
        if (awaited.Count == 0)
        {
            yield break;
        }

        var late = awaited.Where(one => one.DueAt < now).ToList();
        yield return new(late.Exists(one => one.Heading.GuardsChild) ? 0 : late.Count > 0 ? 1 : 2,
            $"{(awaited.Count == 1 ? "1 answer is" : $"{awaited.Count} answers are")} awaited"
            + (late.Count > 0 ? $", {late.Count} of them overdue." : "."));
    }

    public static IEnumerable<DueItem> Dues(CaseView view) =>
        from one in Awaited.Of(view.Whole)
        where one.From.Id == view.Reader.Id && view.Reader.May(AwaitedPart.Needs)
        select new DueItem(one.DueAt, $"Awaited from you: {one.Heading.Title}", AwaitedPart.Button(view.Case, one.Heading));
}
