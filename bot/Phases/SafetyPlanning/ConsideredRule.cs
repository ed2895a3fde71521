namespace StrategyBot.Phases.SafetyPlanning;

/// <summary>Is a safety plan the right thing (R68), what is it for (R69), and what do wider family and friends do (R70)? Pure.</summary>
internal static class ConsideredRule
{
    /// <summary>The purpose says the issue and what is to be done, and no more (R69).</summary>
    public const int MostOfPurpose = 300;

    public static Decision Say(
        Case @case, PlanFit? fit, string? purpose, string? because, YesNo? family, string? familyRole, Readers readers)
    {
        var (aim, why, role) = ((purpose ?? "").Trim(), (because ?? "").Trim(), (familyRole ?? "").Trim());
        var isPlan = fit == PlanFit.SafetyPlan;
        var stands = @case.Meeting.SafetyPlan.Considered;
        var unsaid = new Unsaid().If(fit is null, "fit", "Say whether a safety plan is right here.")
            .Text("purpose", aim, isPlan ? "Say what the worry is, and what has to be done." : null, MostOfPurpose)
            .Text("because", why, fit is null || isPlan ? null
                : fit == PlanFit.AdviceFirst ? "Say what you ask the manager." : "Say why, and what is done instead.")
            .If(isPlan && family is null, "family", "Say whether wider family and friends take part.")
            .Text("familyRole", role, family is null ? null
                : family == YesNo.Yes ? "Say what they do." : "Say why they can't take part.");
        var said = new SafetyPlanConsidered(fit ?? PlanFit.SafetyPlan, aim, why, family, role)
        {
            Meeting = @case.Meeting.Id,
            Audience = readers.Audience,
        };
        return unsaid.Why is { } missing ? missing
            : readers.WhyNot("That", stands?.By, stands?.Fact.Audience) is { } widens ? widens
            : stands?.Fact == said ? Decision.Already
            : said;
    }

    /// <summary>Services and support until the conference (R43).</summary>
    public static Decision Support(Case @case, YesNo? needed, string? what, Readers readers)
    {
        var (text, stands) = ((what ?? "").Trim(), @case.Meeting.SafetyPlan.Support);
        var said = new PlanSupportSaid(needed ?? YesNo.No, text) { Meeting = @case.Meeting.Id, Audience = readers.Audience };
        return new Unsaid().If(needed is null, "needed", "Say whether services are needed now.")
                .Text("what", text, needed switch
                {
                    YesNo.Yes => "Say which, from whom and from when.",
                    YesNo.No => "Say why none are needed.",
                    _ => null,
                }).Why is { } missing ? missing
            : readers.WhyNot("That", stands?.By, stands?.Fact.Audience) is { } widens ? widens
            : stands?.Fact == said ? Decision.Already
            : said;
    }

    /// <summary>Chair or manager answer what they were asked (R68).</summary>
    public static Decision Advise(Case @case, string? what, Readers readers)
    {
        var (text, stands) = ((what ?? "").Trim(), @case.Meeting.SafetyPlan.Advice);
        var given = new PlanAdviceGiven(text) { Meeting = @case.Meeting.Id, Audience = readers.Audience };
        return @case.Meeting.SafetyPlan.Considered is null ? new CannotBe("Nobody has asked for advice yet.")
            : new Unsaid().Text("what", text, "Say what you advise.").Why is { } missing ? missing
            : readers.WhyNot("The advice", stands?.By, stands?.Fact.Audience) is { } widens ? widens
            : stands?.Fact == given ? Decision.Already
            : given;
    }
}
