namespace StrategyBot.Phases.SafetyPlanning;

/// <summary>What the family says to the plan, and what a manager says of it (R72–R78, P31, P34). Pure.</summary>
internal static class PlanTalkRule
{
    /// <param name="whom">An adult's or a child's id, or somebody else.</param>
    /// <param name="day">When; <c>null</c>: today.</param>
    /// <param name="advice">Whether they were offered time and independent advice.</param>
    public static Decision Say(
        Case @case, Participant me, string? whom, DateOnly? day, PlanAnswer? answer, YesNo? advice, string? what, DateTimeOffset now,
        Words words, Readers readers)
    {
        var (text, today) = ((what ?? "").Trim(), words.LocalDate(now));
        var on = day ?? today;
        var adult = @case.Adults.Find(one => one.Id.Value == whom)?.Id;
        var child = @case.Children.Find(one => one.Id.Value == whom)?.Id;
        var unsaid = new Unsaid()
            .If(adult is null && child is null && whom != PlanTalk.SomebodyElse, "whom", "Choose with whom.")
            .If(on > today, "day", "That day lies ahead. Say on which day it was.")
            .If(answer is null, "answer", "Choose what they said.")
            .If(answer is PlanAnswer.Signed or PlanAnswer.Agrees && advice is null, "advice",
                "Say whether they were offered time and advice of their own.")
            .Text("what", text, answer is { } one and not PlanAnswer.Agrees ? Asks(one) : null)
            .If(answer == PlanAnswer.Signed && IsInDoubt(@case, whom), "answer",
                "It was in doubt whether they can decide or understand this. Nobody asks them to sign before a manager has answered.");
        var said = new PlanDiscussed(adult, answer ?? PlanAnswer.Agrees, advice, text)
        {
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
        PlanAnswer.Signed => "Say how they signed, and what they asked to change.",
        PlanAnswer.AgreesInEmergency => "Say what was agreed, and why it could not wait.",
        PlanAnswer.NotShared => "Say why it was not shared with them.",
        _ => "Say what they said, and what you saw.",
    };
}
