namespace StrategyBot.Phases.Convening;

/// <summary>A child moves in with a plan of another area (R4). Pure.</summary>
internal static class TransferInRule
{
    private const int OldestDay = 60;

    public static Refusal? WhyNot(Case @case) => MeetingDue.IsMovingIn(@case) ? null
        : new CannotBe("Nobody here moves in with a plan of another area. Tick it first under “Why and since when”.");

    public static Decision Say(Case @case, TransferInPart.Form typed, DateTimeOffset now, Words words)
    {
        var (authority, by, today) = (AsTyped.Line(typed.Authority), AsTyped.Line(typed.By), words.LocalDate(now));
        var keeps = typed.Keeps == YesNo.Yes;
        var unsaid = new Unsaid().Text("authority", authority, "Say which authority made the plan.", FormCard.Line)
            .If(typed.Notified is null, "notified", "Say on which day they told us.")
            .If(typed.Notified > today, "notified", "That day is still to come.")
            .If(typed.Notified < today.AddDays(-OldestDay), "notified", "That is more than two months ago. Check the day.")
            .If(keeps && by.Length == 0, "by", "Say who there confirmed it. Until somebody has, the meeting is yours.")
            .Text("by", by, null, FormCard.Line);
        if (WhyNot(@case) is { } not)
        {
            return not;
        }

        var (at, when) = keeps ? AsTyped.Past("they confirmed it", typed.On, typed.Time, ("on", "time"), now, words) : (default, null);
        return (unsaid.Why ?? when) is { } why ? why
            : new TransferInSaid(authority, typed.Notified!.Value, typed.Keeps, keeps ? by : "", keeps ? at : null) is var said
                && said == @case.TransferIn?.Fact ? Decision.Already : said;
    }
}
