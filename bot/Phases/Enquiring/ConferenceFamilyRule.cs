namespace StrategyBot.Phases.Enquiring;

/// <summary>The rules of what the child said, and of how the family takes part in the conference (P40, P42). Pure.</summary>
internal static class ConferenceFamilyRule
{
    public static Decision Heard(
        Case @case, string? child, string? wants, string? explained, string? by, DateOnly? on, DateOnly today, Words words)
    {
        var (said, told, who) = (wants?.Trim() ?? "", explained?.Trim() ?? "", by?.Trim() ?? "");
        var meant = ChildChoice.Read(@case, child);
        return meant.Count == 0 ? new NoChildMeant()
            : new Unsaid().If(said.Length == 0 && told.Length == 0, "wants", "Write what the child wants, or what was explained to them.")
                .Text("wants", said, null).Text("explained", told, null).Text("by", who, null, FormCard.Line)
                .If(on > today, "on", "That day is still to come.").Why
            ?? (Decision)Decision.Of([.. meant.Select(one => new ChildHeard(said, told, who)
            {
                Child = one.Id,
                Audience = EnquiryStepRule.Readers,
                HappenedAt = on is { } day && day != today ? words.At(day, default) : null,
            }).Where(heard => @case.EnquiryOf(heard.Child!.Value).Heard is not [.., var last] || last.Fact != heard)]);
    }

    /// <summary>Only who leads the case names somebody (R105).</summary>
    public static Decision StandIn(Case @case, Participant me, string? child, string? who, string? because)
    {
        var (name, why) = (who?.Trim() ?? "", because?.Trim() ?? "");
        return EnquiryStepRule.WhyNot(@case, child)
            ?? new Unsaid().If(name.Length > 0 && !me.May(Capability.Decide), "who", "The team manager names them. Leave it out.")
                .Text("who", name, null, FormCard.Line).Text("because", why, "Say why the social worker can't come.", FormCard.Line).Why
            ?? (Decision)Decision.Of(
            [
                .. from enquiry in EnquiryStepRule.Meant(@case, child)
                   let said = new StandInSaid(name, why) { Child = enquiry.Child.Id, Audience = EnquiryStepRule.Readers }
                   where enquiry.Work.StandIn?.Fact != said
                   select (Fact)said,
            ]);
    }

    /// <param name="whom">An adult's or a child's id.</param>
    public static Decision Place(Case @case, string? whom, ConferencePlace? place, string? because)
    {
        var text = because?.Trim() ?? "";
        var adult = @case.Adults.Find(one => one.Id.Value == whom);
        var child = @case.Children.Find(one => one.Id.Value == whom);
        return new Unsaid().If(adult is null && child is null, "whom", "Choose who it is.")
                .If(place is null, "place", "Say how they take part.")
                .Text("because", text, place is null or ConferencePlace.Attends ? null
                    : place == ConferencePlace.ViewsBrought ? "Say who brings their views." : "Say why.", FormCard.Line).Why
            ?? (Decision)(new ConferencePlaceSaid(adult?.Id, place!.Value, text)
            {
                Child = child?.Id,
                Audience = EnquiryStepRule.Readers,
            } is var said && @case.ConferencePlaces.GetValueOrDefault(whom!)?.Fact == said ? Decision.Already : said);
    }
}
