namespace StrategyBot.Phases.Reviewing;

/// <summary>The rules of a child with a plan who moves to another authority (R4): ours until that authority says that it has the plan.
/// Pure.</summary>
internal static class MoveOutRule
{
    public static Decision Moved(
        Case @case, Participant me, string? child, string? authority, DateOnly? on, string? contact, DateTimeOffset now, Words words)
    {
        if (PlanMeant.WhyNot(me, @case, child) is { } not)
        {
            return not;
        }

        var (whose, who, today) = (authority?.Trim() ?? "", contact?.Trim() ?? "", words.LocalDate(now));
        var meant = PlanMeant.Of(@case, child).Where(plan => plan.Runs).ToList();
        return meant.Count == 0 ? new CannotBe("No plan runs here.")
            : new Unsaid().Text("authority", whose, "Say which authority.", FormCard.Line)
                .Text("contact", who, "Say who there was told, and how to reach them.", FormCard.Line).Why
            ?? PlanMeant.WhyNotOn(on, today, meant.Max(plan => plan.StartedOn), "on")
            ?? PlanMeant.Write(@case, meant,
                _ => new MovedOut(whose, on ?? today, who) { Audience = PlanMeant.Readers }, _ => true);
    }

    public static Decision Answered(
        Case @case, Participant me, string? child, YesNo? takes, DateOnly? on, string? who, DateTimeOffset now, Words words)
    {
        if (PlanMeant.WhyNot(me, @case, child) is { } not)
        {
            return not;
        }

        var (name, today) = (who?.Trim() ?? "", words.LocalDate(now));
        var meant = PlanMeant.Of(@case, child).Where(plan => plan.IsMoveOpen).ToList();
        return meant.Count == 0 ? new CannotBe("No other authority was asked to take a plan over.")
            : new Unsaid().If(takes is null, "takes", "Say whether they take the plan over.")
                .Text("who", name, "Say who there said so.", FormCard.Line).Why
            ?? PlanMeant.WhyNotOn(on, today, meant.Max(plan => plan.Moved!.Fact.On), "on")
            ?? PlanMeant.Write(@case, meant,
                _ => new MoveAnswered(takes!.Value, on ?? today, name) { Audience = PlanMeant.Readers }, _ => false);
    }
}
