namespace StrategyBot.Phases.SafetyPlanning;

/// <summary>The plan as it stands is on the children's file, and the independent reviewing officer has a copy (R80): no word of it is
/// shown.</summary>
internal sealed class PlanOnFilePart : IPart<PlanOnFilePart.Form>
{
    public const string Title = "Safety plan on file";

    /// <param name="Version">Which was shown.</param>
    public sealed record Form(string Case, int Version = 0, YesNo? Iro = null) : ICaseForm;

    public static PartId Id => new(PartIds.PlanOnFile);

    public static Capability Needs => Capability.EnterOnRecord;

    public static IReadOnlyList<string> Keys => ["version"];

    public static PartButton Button(Case @case) => Id.Button(Title, new Form(@case.Ref.Value, SafetyPlan.VersionNow(@case)));

    public Refusal? Bars(FormPage page, Form asked) => PlanOnFileClock.Due(page.Whole) is null
        ? new CannotBe("There is no safety plan that was agreed yet.") : null;

    public Drawn Draw(FormPage page, Form asked) => new(Title,
    [
        new TextBlock($"Version {asked.Version} of the safety plan. Due by {PlanOnFileClock.Due(page.Whole)!.SayRule(page.Words)}."),
        .. SourceNote.Of(PlanOnFileClock.Due(page.Whole)!),
        .. page.Case.Meeting.SafetyPlan.OnFile is [.., var last]
            ? (IReadOnlyList<CardElement>)
                [new TextBlock($"Version {last.Fact.Version} stands there since {page.Words.When(last.At)}.")] : [],
        Choices.Radios("iro", "Does the independent reviewing officer have a copy? Leave it out where there is none", WordTables.YesNo,
            page.Case.Meeting.SafetyPlan.OnFile.LastOrDefault()?.Fact.Iro),
    ])
    {
        Saves = [new("It stands on the file")],
    };

    public Decision Decide(FormPage page, Form typed) => PlanOnFileRule.Put(page.Whole, typed.Version, typed.Iro);

    public Echo Saved(FormPage page, Kept<Form> kept) => new($"version {kept.Typed.Version} of the safety plan stands on the file");
}

/// <summary>The rule of the plan on the children's file (R80). Pure.</summary>
internal static class PlanOnFileRule
{
    /// <param name="version">Which was shown: a later one is asked for again.</param>
    public static Decision Put(Case @case, int version, YesNo? iro)
    {
        var put = new PlanPutOnFile(version, iro) { Meeting = @case.Meeting.Id };
        return PlanOnFileClock.Due(@case) is null ? new CannotBe("There is no safety plan that was agreed yet.")
            : version < 1 || version > SafetyPlan.VersionNow(@case)
                ? new CannotBe("The safety plan was changed since. Open this again, and look at the version.")
            : @case.Meeting.SafetyPlan.OnFile is [.., var last] && last.Fact == put ? Decision.Already
            : put;
    }
}
