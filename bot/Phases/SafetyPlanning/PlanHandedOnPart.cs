namespace StrategyBot.Phases.SafetyPlanning;

/// <summary>The plan has ended and others go on: what early help has, who was told, and whether the letter went (R87).</summary>
internal sealed class PlanHandedOnPart : IPart<PlanHandedOnPart.Form>
{
    public const string Title = "After the safety plan";

    public sealed record Form(
        string Case, DateOnly? Met = null, YesNo? Papers = null, YesNo? Letter = null, string? Told = null, string? Marking = null)
        : ICaseForm;

    public static PartId Id => new(PartIds.PlanHandedOn);

    public static Capability Needs => Capability.FillForm;

    public static PartButton Button(Case @case) => Id.Button(Title, new Form(@case.Ref.Value));

    public Refusal? Bars(FormPage page, Form asked) => PlanHandedOnRule.Is(page.Whole) ? null : PlanHandedOnRule.Nothing;

    public Drawn Draw(FormPage page, Form asked)
    {
        var (plan, whole) = (page.Case.Meeting.SafetyPlan, page.Whole.Meeting.SafetyPlan);
        var stands = plan.HandedOn?.Fact;
        return new(Title,
        [
            new TextBlock(WordTables.PlanEnd.InForm(whole.Ended!.Fact.How)) { Weight = TextWeight.Bolder },
            .. PlanHandedOnRule.ToEarlyHelp(page.Whole) ? (IReadOnlyList<CardElement>)
            [
                new DateInput("met", "On which day did you go to early help's meeting?") { Value = stands?.Met },
                Choices.Radios("papers", "Has early help the assessment and the plan?", WordTables.YesNo, stands?.Papers),
            ] : [],
            .. PlanHandedOnRule.AsksForLetter(page.Whole) ? (IReadOnlyList<CardElement>)
                [Choices.Radios("letter", "Do the parents have the closure letter now?", WordTables.YesNo, stands?.Letter)] : [],
            new TextInput("told", "Who was told, and when: the school, the GP, the health visitor")
            {
                IsMultiline = true,
                MaxLength = FormCard.LongText,
                Value = stands?.Told,
            },
            .. MarkingInput.Beside(page, stands, whole.HandedOn?.Fact, stands?.Audience),
        ])
        {
            Preselected = stands is null ? [MarkingInput.Id] : [],
        };
    }

    public Decision Decide(FormPage page, Form typed) =>
        MarkingInput.Said(page, typed.Marking, page.Whole.Meeting.SafetyPlan.HandedOn?.Fact.Audience, typed.Told) is { } readers
            ? PlanHandedOnRule.Say(page.Whole, typed.Met, typed.Papers, typed.Letter, typed.Told, page.Now, page.Words, readers)
            : MarkingInput.NotSaid;

    public Echo Saved(FormPage page, Kept<Form> kept) => new("who goes on, and what they have");
}

/// <summary>The rule of what follows the plan's end (R87). Pure.</summary>
internal static class PlanHandedOnRule
{
    public static CannotBe Nothing { get; } = new("No safety plan has ended that others go on with.");

    public static bool Is(Case @case) => @case.Meeting.SafetyPlan.Ended is { Fact.How: PlanEnd.EarlyHelp or PlanEnd.WithoutSocialCare };

    public static bool ToEarlyHelp(Case @case) => @case.Meeting.SafetyPlan.Ended is { Fact.How: PlanEnd.EarlyHelp };

    /// <summary>The parents didn't have it when the plan ended.</summary>
    public static bool AsksForLetter(Case @case) => @case.Meeting.SafetyPlan.Ended is { Fact.Letter: YesNo.No };

    public static Decision Say(
        Case @case, DateOnly? met, YesNo? papers, YesNo? letter, string? told, DateTimeOffset now, Words words, Readers readers)
    {
        var (text, stands, isEarly) = ((told ?? "").Trim(), @case.Meeting.SafetyPlan.HandedOn, ToEarlyHelp(@case));
        var unsaid = new Unsaid()
            .If(isEarly && met is null, "met", "Say on which day the meeting was. If it is still to come, say this afterwards.")
            .If(met > words.LocalDate(now), "met", "That day lies ahead. Say this once you have been there.")
            .If(isEarly && papers != YesNo.Yes, "papers", "Give early help the assessment and the plan first, and say so here.")
            .If(AsksForLetter(@case) && letter != YesNo.Yes, "letter", "Give the parents the closure letter first, and say so here.")
            .Text("told", text, "Say who was told, and when.");
        var said = new PlanHandedOn(isEarly ? met : null, isEarly ? papers : null, AsksForLetter(@case) ? letter : null, text)
        {
            Meeting = @case.Meeting.Id,
            Audience = readers.Audience,
        };
        return !Is(@case) ? Nothing
            : unsaid.Why is { } missing ? missing
            : readers.WhyNot("That", stands?.By, stands?.Fact.Audience) is { } widens ? widens
            : stands?.Fact == said ? Decision.Already
            : said;
    }
}
