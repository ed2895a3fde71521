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
            : adult is null && whom is not (null or "" or StandingHold.Everybody) ? new CannotBe("Choose whom it is about.")
            {
                Field = "adult",
            }
            : reviewAt is null ? new CannotBe("Say when police and chair look at it again.") { Field = "day" }
            : reviewAt <= now ? new CannotBe("That time has passed. Choose one that lies ahead.") { Field = "day" }
            : why.Length == 0 && stands is null ? new CannotBe("Say why.") { Field = "because" }
            : say.Length == 0 ? new CannotBe("Say in one sentence what staff may say meanwhile.") { Field = "maySay" }
            : why.Length > FormCard.LongText ? new TooLong(FormCard.LongText) { Field = "because" }
            : say.Length > FormCard.Line ? new TooLong(FormCard.Line) { Field = "maySay" }
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
            : why.Length > FormCard.LongText ? new TooLong(FormCard.LongText) { Field = "because" }
            : who.Length > FormCard.Line ? new TooLong(FormCard.Line) { Field = "tried" }
            : !IsPolice(me) && who.Length == 0 ? new CannotBe("Try the police first: say whom you tried, and when.") { Field = "tried" }
            : !IsPolice(me) && why.Length == 0 ? new CannotBe("Say why you lift it without the police.") { Field = "because" }
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
