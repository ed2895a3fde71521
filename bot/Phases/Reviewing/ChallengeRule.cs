namespace StrategyBot.Phases.Reviewing;

/// <summary>A professional challenges what a conference decided (paper 002, R122). The plan goes on meanwhile. Pure.</summary>
internal static class ChallengeRule
{
    public static Refusal? WhyNot(Case @case, Participant me, string? child, int conference) =>
        ConferenceViewRule.WhyNot(@case, child, conference) is { } not ? not
        : Meant(@case, me, child, conference).Count > 0 ? null
        : ConferenceViewRule.Meant(@case, child, conference).Any(one => !one.IsDecided)
            ? new CannotBe("That conference has not decided yet. Say what you think of it instead.")
        : new NotYourPart();

    public static IReadOnlyList<ChildConference> Meant(Case @case, Participant me, string? child, int conference) =>
        [.. ConferenceViewRule.Meant(@case, child, conference).Where(one => one.IsDecided && ConferenceViews.IsOf(@case, me.Id, one))];

    public static Decision Say(Case @case, Participant me, string? child, int conference, ChallengeWay? way, string? words)
    {
        var text = words?.Trim() ?? "";
        return WhyNot(@case, me, child, conference) is { } not ? not
            : new Unsaid().If(way is null, "way", "Choose how it is raised.")
                .Text("words", text, "Say what you see differently, and why.").Why
            ?? (Decision)Decision.Of(
            [
                .. from one in Meant(@case, me, child, conference)
                   let said = new ConferenceChallenged(one.Number, me.Id, way!.Value, text)
                   {
                       Child = one.Child.Id,
                       Audience = Audience.Only(Agency.SocialCare, me.Agency),
                   }
                   where Of(@case, one.Child.Id, one.Number, me.Id) is not { IsOpen: true } stands || stands.Said.Fact != said
                   select (Fact)said,
            ]);
    }

    public static ChallengedDecision? Of(Case @case, ChildId child, int conference, ParticipantId who) =>
        ConferenceViews.Challenges(@case).FirstOrDefault(one => one.Child.Id == child
            && (one.Said.Fact.Conference, one.Said.Fact.Participant) == (conference, who));

    /// <summary>One challenge may be of several children.</summary>
    public static IReadOnlyList<ChallengedDecision> Of(Case @case, string? child, int conference, string? who) =>
        [.. ConferenceViews.Challenges(@case).Where(one => ChildChoice.Read(@case, child).Contains(one.Child)
            && one.Said.Fact.Conference == conference && one.Said.Fact.Participant.Value == who)];

    public static Refusal? WhyNotStep(Case @case, Participant me, string? child, int conference, string? who) =>
        me.Agency != Agency.SocialCare ? new NotYourPart()
        : Of(@case, child, conference, who).Count == 0 ? new CannotBe("Nobody challenges that decision.")
        : null;

    public static Decision Take(
        Case @case, Participant me, string? child, int conference, string? who, string? step, YesNo? settled, DateOnly? due, DateOnly today)
    {
        var text = step?.Trim() ?? "";
        return WhyNotStep(@case, me, child, conference, who) is { } not ? not
            : new Unsaid().Text("step", text, "Say who was asked, and what was said.")
                .If(due < today, "due", "That day is over.")
                .If(due is not null && settled == YesNo.Yes, "due", "It is settled: leave the day out.").Why
            ?? (Decision)Decision.Of(
            [
                .. from one in Of(@case, child, conference, who)
                   let taken = new ChallengeStepTaken(conference, one.Said.Fact.Participant, text, settled == YesNo.Yes, due)
                   {
                       Child = one.Child.Id,
                       // Who challenges it hears how it stands.
                       Audience = one.Said.Fact.Audience,
                   }
                   where one.Step?.Fact != taken
                   select (Fact)taken,
            ]);
    }
}
