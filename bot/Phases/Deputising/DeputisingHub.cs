namespace StrategyBot.Phases.Deputising;

/// <summary>What the hub draws of this phase.</summary>
internal static class DeputisingHub
{
    public static IEnumerable<HubEntry> Entries(CaseView view, DateTimeOffset now)
    {
        var (@case, me) = (view.Whole, view.Reader);
        foreach (var place in DeputyRule.Of(@case, me.Id))
        {
            var open = DeputyPage.Button(@case, place);
            yield return new($"deputising/have/{place.Said.Fact.Whom.Value}", HubSection.Actions, open.Title,
                place.Accepted is null ? "you are asked" : DeputyRule.When(place.Said.Fact, Words.English), open,
                IsOpen: place.Accepted is null)
            { IsOffered = place.Accepted is not null };
        }

        if (@case.Meetings.Any(meeting => meeting.IsConvened) && @case.Ended is null
            && DeputyRule.People(@case).Any(person => person.Id == me.Id))
        {
            yield return new("deputising/deputy", HubSection.Actions, DeputyPlacePart.Title, "if you are away, or it changes hands",
                DeputyPlacePart.Button(@case, me.Id), IsOpen: false)
            { IsOffered = true };
        }
    }

    /// <summary>From its first day to its last, for the authority's own people.</summary>
    public static IEnumerable<StatusLine> Status(CaseView view, DateTimeOffset now) =>
        from place in view.Reader.Agency == Agency.SocialCare ? view.Whole.Deputies.Values : []
        where place.Stands && !(place.Said.Fact.Until < Words.English.LocalDate(now))
        orderby place.Said.Seq
        let said = place.Said.Fact
        select new StatusLine(place.Accepted is null ? 1 : 2,
            $"{Name(view.Whole, said.Deputy)} takes over the part of {Name(view.Whole, said.Whom)} "
                + DeputyRule.When(said, Words.English) + (place.Accepted is null ? ", and has not said so yet." : "."));

    /// <summary>For whoever leads it, and whoever has that place; while the case is open and called.</summary>
    public static PartButton? HandsOver(CaseView view, Participant whom) =>
        view.Whole.Meetings.Any(meeting => meeting.IsConvened) && view.Whole.Ended is null
            && DeputyRule.Whose(view.Whole, view.Reader).Any(person => person.Id == whom.Id)
            ? DeputyPlacePart.Button(view.Case, whom.Id) : null;

    private static string Name(Case @case, ParticipantId id) => Shortened.Name(@case.Find(id)?.Name ?? "somebody");
}
