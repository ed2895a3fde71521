namespace StrategyBot.Cases;

/// <summary>The interim safety plan was spoken about with somebody of the family, or was not (R72, R78). Pure.</summary>
/// <param name="Overseen">What a manager said of it; <c>null</c> where nobody has.</param>
/// <param name="Consent">How they agreed; <c>null</c> where nobody has said so.</param>
internal sealed record PlanTalk(Decided<PlanDiscussed> Said, Decided<PlanOverseen>? Overseen, Decided<PlanConsentSaid>? Consent)
{
    /// <summary>Somebody who is neither an adult nor a child of the case.</summary>
    public const string SomebodyElse = "other";

    /// <summary>Whom, as a form sends it.</summary>
    public string Whom => Said.Fact.Adult?.Value ?? Said.Fact.Child?.Value ?? SomebodyElse;

    /// <summary>The manager is asked, and hasn't answered (R74–R78).</summary>
    public bool IsOversightOwed => NeedsOversight && Overseen is null;

    /// <summary>They agreed, and nobody has said how (R76, R78). An earlier release asked for less, with what they said.</summary>
    public bool IsConsentOwed => HasAgreed && Consent is null && Said.Fact.Advice is null;

    public bool HasAgreed => Said.Fact.Answer is PlanAnswer.Signed or PlanAnswer.Agrees or PlanAnswer.AgreesInEmergency;

    /// <summary>An agreement that somebody pressed for is none (R76).</summary>
    public bool IsPressed => HasAgreed && Consent?.Fact.Free == YesNo.No;

    public bool NeedsOversight => IsPressed || !HasAgreed;

    /// <summary>What they say, in the middle of a sentence.</summary>
    public string Says => WordTables.PlanAnswer.InList(Said.Fact.Answer) + (IsPressed ? ", but was pressed" : "");

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

    /// <summary>Each, oldest first, whichever meeting's form said so: the plan is the case's (design §3.1).</summary>
    public static IReadOnlyList<PlanTalk> All(Case @case)
    {
        var overseen = @case.Meetings.SelectMany(meeting => meeting.SafetyPlan.Overseen).ToLookup(said => said.Fact.Of);
        var consents = @case.Meetings.SelectMany(meeting => meeting.SafetyPlan.Consents).ToLookup(said => said.Fact.Of);
        return [.. @case.Meetings.SelectMany(meeting => meeting.SafetyPlan.Discussed).OrderBy(said => said.Seq)
            .Select(said => new PlanTalk(said, overseen[said.Seq].LastOrDefault(), consents[said.Seq].LastOrDefault()))];
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
