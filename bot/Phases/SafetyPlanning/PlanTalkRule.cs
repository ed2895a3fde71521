namespace StrategyBot.Phases.SafetyPlanning;

/// <summary>What the family says to the plan, and what a manager says of it (R72–R78, P31, P34). Pure.</summary>
internal static class PlanTalkRule
{
    /// <param name="whom">An adult's or a child's id, or somebody else.</param>
    /// <param name="day">When; <c>null</c>: today.</param>
    /// <param name="asked">What they ask to change, and what came of it.</param>
    public static Decision Say(
        Case @case, Participant me, string? whom, DateOnly? day, PlanAnswer? answer, string? asked, string? what, DateTimeOffset now,
        Words words, Readers readers)
    {
        var (text, changes, today) = ((what ?? "").Trim(), (asked ?? "").Trim(), words.LocalDate(now));
        var on = day ?? today;
        var adult = @case.Adults.Find(one => one.Id.Value == whom)?.Id;
        var child = @case.Children.Find(one => one.Id.Value == whom)?.Id;
        var unsaid = new Unsaid()
            .If(adult is null && child is null && whom != PlanTalk.SomebodyElse, "whom", "Choose with whom.")
            .If(on > today, "day", "That day lies ahead. Say on which day it was.")
            .If(answer is null, "answer", "Choose what they said.")
            .Text("asked", changes, null, FormCard.Line)
            .Text("what", text, answer is { } one and not (PlanAnswer.Agrees or PlanAnswer.Signed) ? Asks(one) : null)
            .If(answer == PlanAnswer.Signed && IsInDoubt(@case, whom), "answer",
                "It was in doubt whether they can decide or understand this. Nobody asks them to sign before a manager has answered.");
        var said = new PlanDiscussed(adult, answer ?? PlanAnswer.Agrees, null, text)
        {
            Asked = changes.Length > 0 ? changes : null,
            Meeting = @case.Meeting.Id,
            Child = child,
            HappenedAt = on == today ? null : words.At(on, default),
            Audience = readers.Audience,
        };
        return unsaid.Why is { } missing ? missing
            : PlanTalk.All(@case) is [.., var last] && me.Is(last.Said.By) && last.Said.Fact == said ? Decision.Already
            : answer == PlanAnswer.AgreesInEmergency
                && EarlierReview.Set(@case, now, words, $"Agreed in an emergency on {words.Date(today)}.") is { } review
                ? Decision.Of([said, review])
            : said;
    }

    /// <summary>How they agreed (R76, R78). That nobody pressed them is for whoever spoke with them to say.</summary>
    /// <param name="of">The number of what they said.</param>
    public static Decision Agreed(Case @case, Participant me, int of, YesNo? time, YesNo? advice, YesNo? free, AgreedHow? how)
    {
        var talk = PlanTalk.All(@case).FirstOrDefault(talk => talk.Said.Seq == of);
        var unsaid = new Unsaid().If(time is null, "time", "Say whether they were offered time to think.")
            .If(advice is null, "advice", "Say whether they were offered advice of their own.")
            .If(free is null, "free", "Say whether they agreed of their own will.")
            .If(how is null, "how", "Choose how they agreed.")
            .If(how is AgreedHow.InWords && talk?.Said.Fact.Answer == PlanAnswer.Signed, "how", "It says that they signed. Choose how.")
            .If(how is AgreedHow.OnPaper or AgreedHow.Electronically && talk?.Said.Fact.Answer == PlanAnswer.Agrees, "how",
                "It says that they have not signed. If they have, write it down as a new talk.");
        var said = new PlanConsentSaid(of, time ?? YesNo.No, advice ?? YesNo.No, free ?? YesNo.No, how ?? AgreedHow.InWords)
        {
            Meeting = @case.Meeting.Id,
        };
        return talk is not { HasAgreed: true } ? new NotYourPart()
            : unsaid.Why is { } missing ? missing
            : talk.Consent is { } stands && stands.Fact == said && me.Is(stands.By) ? Decision.Already
            : said;
    }

    /// <param name="of">The number of what it answers.</param>
    public static Decision Oversee(Case @case, int of, YesNo? safeWithout, string? because, Readers readers)
    {
        var (text, talk) = ((because ?? "").Trim(), PlanTalk.All(@case).FirstOrDefault(talk => talk.Said.Seq == of));
        var unsaid = new Unsaid().If(safeWithout is null, "safeWithout", "Say whether the children are safe without it.")
            .Text("because", text, "Say why, and what is done now.");
        var said = new PlanOverseen(of, safeWithout ?? YesNo.No, text) { Meeting = @case.Meeting.Id, Audience = readers.Audience };
        var danger = new DangerRaised(DangerKind.Other, text) { Meeting = @case.Meeting.Id, Audience = readers.Audience };
        return talk is null ? new NotYourPart()
            : unsaid.Why is { } missing ? missing
            : talk.Overseen is { } stands && stands.Fact == said ? Decision.Already
            : readers.WhyNot("Why", talk.Overseen?.By, talk.Overseen?.Fact.Audience) is { } widens ? widens
            : safeWithout == YesNo.No ? Decision.Of([said, danger])
            : said;
    }

    /// <summary>Whether they can decide or understand it, and no manager has answered (R74, R75).</summary>
    private static bool IsInDoubt(Case @case, string? whom) => whom != PlanTalk.SomebodyElse
        && PlanTalk.Standing(@case).Any(talk => talk.Whom == whom && talk.IsOversightOwed
            && talk.Said.Fact.Answer is PlanAnswer.CapacityInDoubt or PlanAnswer.NotUnderstood);

    private static string Asks(PlanAnswer answer) => answer switch
    {
        PlanAnswer.AgreesInEmergency => "Say what was agreed, and why it could not wait.",
        PlanAnswer.NotShared => "Say why it was not shared with them.",
        _ => "Say what they said, and what you saw.",
    };
}
