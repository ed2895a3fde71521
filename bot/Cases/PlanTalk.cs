namespace StrategyBot.Cases;

/// <summary>The interim safety plan was spoken about with somebody of the family, or was not (R72, R78). Pure.</summary>
/// <param name="Overseen">What a manager said of it; <c>null</c> where nobody has.</param>
internal sealed record PlanTalk(Decided<PlanDiscussed> Said, Decided<PlanOverseen>? Overseen)
{
    /// <summary>Somebody who is neither an adult nor a child of the case.</summary>
    public const string SomebodyElse = "other";

    /// <summary>Whom, as a form sends it.</summary>
    public string Whom => Said.Fact.Adult?.Value ?? Said.Fact.Child?.Value ?? SomebodyElse;

    /// <summary>The manager is asked, and hasn't answered (R74–R78).</summary>
    public bool IsOversightOwed => NeedsOversight(Said.Fact.Answer) && Overseen is null;

    /// <summary>When it was.</summary>
    public DateTimeOffset At => Said.Fact.HappenedAt ?? Said.At;

    /// <summary>Where no name may stand: <c>Adult 1</c>.</summary>
    public string Number(Case @case) => Said.Fact switch
    {
        { Adult: { } adult } => adult.ByNumber(),
        { Child: { } child } => @case.Find(child)?.Number ?? "Somebody",
        _ => "Somebody in the wider family",
    };

    public string Named(Case @case) => Whom == SomebodyElse ? "Somebody in the wider family" : @case.NameOf(Whom);

    public static bool NeedsOversight(PlanAnswer answer) =>
        answer is PlanAnswer.Unwilling or PlanAnswer.CapacityInDoubt or PlanAnswer.NotUnderstood or PlanAnswer.NotShared;

    /// <summary>Each, oldest first, whichever meeting's form said so: the plan is the case's (design §3.1).</summary>
    public static IReadOnlyList<PlanTalk> All(Case @case)
    {
        var overseen = @case.Meetings.SelectMany(meeting => meeting.SafetyPlan.Overseen).ToLookup(said => said.Fact.Of);
        return [.. @case.Meetings.SelectMany(meeting => meeting.SafetyPlan.Discussed).OrderBy(said => said.Seq)
            .Select(said => new PlanTalk(said, overseen[said.Seq].LastOrDefault()))];
    }

    /// <summary>The last with each of those whom the case names, and each with anybody else.</summary>
    public static IReadOnlyList<PlanTalk> Standing(Case @case)
    {
        var all = All(@case);
        return [.. all.Where(talk => talk.Whom == SomebodyElse || talk == all.Last(other => other.Whom == talk.Whom))];
    }

    /// <summary>Adults of the case whom nobody has spoken with, nor said why not (R78).</summary>
    public static IReadOnlyList<Adult> NotAsked(Case @case)
    {
        var asked = All(@case).Select(talk => talk.Whom).ToHashSet();
        return [.. @case.Adults.Where(adult => !asked.Contains(adult.Id.Value))];
    }
}
