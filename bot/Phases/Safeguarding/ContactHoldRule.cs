namespace StrategyBot.Phases.Safeguarding;

/// <summary>The rules of a hold on contact with the family (P5). Pure.</summary>
internal static class ContactHoldRule
{
    /// <summary>Police or chair.</summary>
    public static bool May(Case @case, Participant me) =>
        IsPolice(me) || (me.Id == @case.Meeting.Chair && me.May(Capability.Lead));

    public static bool IsPolice(Participant me) => me.Agency == Agency.Police && me.May(Capability.Act);

    /// <param name="whom">An adult's id, or all.</param>
    public static Decision Hold(
        Case @case, Participant me, string? whom, DateTimeOffset? reviewAt, string? because, string? maySay, DateTimeOffset now,
        Readers readers)
    {
        var (why, say) = ((because ?? "").Trim(), (maySay ?? "").Trim());
        var adult = @case.Adults.Find(one => one.Id.Value == whom);
        var stands = StandingHold.Find(@case, whom)?.Held;
        var held = new ContactHeld(adult?.Id, reviewAt ?? now, why, say) { Meeting = @case.Meeting.Id, Audience = readers.Audience };
        return !May(@case, me) ? new NotYourPart()
            : new Unsaid()
                .If(adult is null && whom is not (null or "" or StandingHold.Everybody), "adult", "Choose whom it is about.")
                .If(reviewAt is null, "day", "Say when police and chair look at it again.")
                .If(reviewAt <= now, "day", "That time has passed. Choose one that lies ahead.")
                .Text("because", why, stands is null ? "Say why." : null)
                .Text("maySay", say, "Say in one sentence what staff may say meanwhile.", FormCard.Line).Why is { } missing ? missing
            : readers.WhyNot("Why", stands?.By, stands?.Fact.Audience) is { } widens ? widens
            : stands?.Fact == held ? Decision.Already
            : held;
    }

    /// <summary>The police; or the chair with a reason, after trying them.</summary>
    public static Decision Lift(Case @case, Participant me, string? whom, string? because, string? tried, Readers readers)
    {
        var (why, who) = ((because ?? "").Trim(), (tried ?? "").Trim());
        return !May(@case, me) ? new NotYourPart()
            : StandingHold.Find(@case, whom) is not { } hold ? Lifted(@case, me, whom, why, who)
            : new Unsaid()
                .Text("tried", who, IsPolice(me) ? null : "Try the police first: say whom you tried, and when.", FormCard.Line)
                .Text("because", why, IsPolice(me) ? null : "Say why you lift it without the police.").Why is { } missing ? missing
            : new ContactHoldLifted(hold.Adult, why, who) { Meeting = @case.Meeting.Id, Audience = readers.Audience };
    }

    /// <summary>What another says of it then is not lost: the form keeps it.</summary>
    private static Decision Lifted(Case @case, Participant me, string? whom, string why, string tried) =>
        (why.Length == 0 && tried.Length == 0) || @case.Meetings.SelectMany(meeting => meeting.Safety.Lifted).Any(lifted =>
            (lifted.Fact.Adult?.Value ?? StandingHold.Everybody) == whom && me.Is(lifted.By)
            && (lifted.Fact.Because, lifted.Fact.Tried) == (why, tried))
                ? Decision.Already
                : new CannotBe("Somebody else lifted it already. Nothing is held any more.");
}
