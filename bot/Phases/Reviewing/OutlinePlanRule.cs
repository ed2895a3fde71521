using StrategyBot.Rules;

namespace StrategyBot.Phases.Reviewing;

/// <summary>The outline plan that a conference agreed, and who gets it (R113). Pure.</summary>
internal static class OutlinePlanRule
{
    /// <summary>Waits for somebody to write it down: earlier releases asked how they got it, and for no more.</summary>
    public static bool IsAsked(Case @case, ProtectionPlan plan) => plan is { Runs: true, Outline: null }
        && @case.EnquiryOf(plan.Child.Id).Outcome!.At >= OutlinePlanClock.Since;

    /// <summary>Who can have been there: whoever was asked to the conference, runs it, or is in the core group.</summary>
    public static IReadOnlyList<Participant> Able(Case @case) =>
        [.. ArrangedConference.People(@case).Concat(CoreGroupRule.Able(@case)).Distinct()];

    /// <summary>Who was asked to it in their calendar; where nobody was, whoever was at the strategy meeting.</summary>
    public static IEnumerable<ParticipantId> Expected(Case @case, IReadOnlyList<ProtectionPlan> meant) =>
        meant.SelectMany(plan => @case.EnquiryOf(plan.Child.Id).Invited?.Fact.Participants ?? []).Distinct().ToList()
            is { Count: > 0 } invited ? invited : Able(@case).Where(person => person.IsInvited).Select(person => person.Id);

    public static Refusal? WhyNot(Participant me, Case @case, string? child) => PlanMeant.WhyNot(me, @case, child)
        ?? (PlanMeant.Of(@case, child).Any(plan => plan.Runs) ? null : new CannotBe("The child's plan has ended."));

    /// <summary>Whoever was there may read it, as may who keeps the plan.</summary>
    public static bool MayRead(Participant me, OutlinePlan outline) => outline.Since(me.Id) is not null
        || (me.May(OutlinePlanPart.Needs) && me.Agency == Agency.SocialCare);

    public static IReadOnlyList<OutlinePlan> Readable(Case @case, Participant me) =>
        [.. OutlinePlan.Of(@case).Where(outline => MayRead(me, outline))];

    public static Decision Say(
        Case @case, Participant me, string? child, string? change, string? does, string? otherwise, IReadOnlyList<string>? to)
    {
        if (WhyNot(me, @case, child) is { } not)
        {
            return not;
        }

        var (aim, agreed, ifNot) = (change?.Trim() ?? "", does?.Trim() ?? "", otherwise?.Trim() ?? "");
        var there = Able(@case).Where(person => to?.Contains(person.Id.Value) == true).Select(person => person.Id).ToValueList();
        return new Unsaid().Text("change", aim, "Say what has to change for the child.")
            .Text("does", agreed, "Say what each has agreed to do, and by when.")
            .Text("otherwise", ifNot, "Say what happens if it isn't done.")
            .If(there.Count == 0, "to", "Tick who was there: each is sent the plan.")
            .If(there.Count < (to?.Distinct().Count() ?? 0), "to",
                "Somebody you ticked is not on the case any more. Look at the list again.").Why
            ?? PlanMeant.Write(@case, PlanMeant.Of(@case, child).Where(plan => plan.Runs),
                _ => new OutlinePlanSaid(aim, agreed, ifNot, there) { Audience = Audience.Professionals }, _ => true);
    }
}
