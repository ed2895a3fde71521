namespace StrategyBot.Phases.Disclosing;

/// <summary>What the hub draws of this phase.</summary>
internal static class DisclosingHub
{
    public static IEnumerable<HubEntry> Entries(CaseView view, DateTimeOffset now)
    {
        var (@case, me, words) = (view.Whole, view.Reader, Words.English);
        foreach (var request in me.May(Capability.KeepRecord) ? @case.Keeping.Requests : [])
        {
            var open = RequestPage.Button(@case, request);
            yield return new($"disclosing/request/{request.Said.Seq}", HubSection.Minutes, open.Title,
                request.Answered is not null ? "answered"
                    : RequestRule.Until(@case, request) is { } until ? $"by {words.Date(until)}" : "no day was said",
                open, IsOpen: request.Answered is null);
        }

        if (me.May(Capability.KeepRecord))
        {
            yield return new("disclosing/asked", HubSection.Minutes, AskedForPart.Title,
                @case.Keeping.Requests.Count == 0 ? "nobody asked for it" : $"{@case.Keeping.Requests.Count} asked for it",
                AskedForPart.Button(@case), IsOpen: false)
            { IsOffered = true };
        }

        if (OfferCourtBundle.MayHave(view))
        {
            yield return new("disclosing/court", HubSection.Minutes, "The record for the court", "as one document",
                OfferCourtBundle.Button(@case), IsOpen: false)
            { IsOffered = true };
        }

        foreach (var (request, asked) in AgencyWordsPart.For(@case, me))
        {
            yield return new($"disclosing/agency/{request.Said.Seq}", HubSection.Actions, AgencyWordsPart.Title,
                request.Answers.ContainsKey(me.Agency) ? "answered" : $"by {words.Date(asked.Fact.By)}",
                AgencyWordsPart.Button(@case, request), IsOpen: !request.Answers.ContainsKey(me.Agency));
        }
    }

    public static IEnumerable<StatusLine> Status(CaseView view, DateTimeOffset now) =>
        from request in view.Whole.Meeting.Id == view.Whole.Meetings[^1].Id && view.Reader.Agency == Agency.SocialCare
            ? RequestRule.Open(view.Whole) : []
        select new StatusLine(1, RequestLines.Head(view.Whole, request, Words.English));
}
