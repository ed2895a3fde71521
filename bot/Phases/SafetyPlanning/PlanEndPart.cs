namespace StrategyBot.Phases.SafetyPlanning;

/// <summary>Chair or manager end the interim safety plan: how, who watches over it now, and whether the family knows (R87).</summary>
internal sealed class PlanEndPart : IPart<PlanEndPart.Form>
{
    public const string Title = "End of the safety plan";

    public sealed record Form(
        string Case, PlanEnd? How = null, YesNo? Letter = null, YesNo? Understood = null, string? Why = null, string? Marking = null)
        : ICaseForm;

    public static PartId Id => new(PartIds.PlanEnd);

    public static Capability Needs => Capability.Decide;

    public static PartButton Button(Case @case) => Id.Button(Title, new Form(@case.Ref.Value));

    public Refusal? Bars(FormPage page, Form asked) =>
        PlanEndRule.CanEnd(page.Case) || page.Case.Meeting.SafetyPlan.Ended is not null ? null : PlanEndRule.NothingToEnd;

    public Drawn Draw(FormPage page, Form asked) => new(Title,
    [
        .. CaseClocks.Conference(page.Case) is { } conference
            ? (IReadOnlyList<CardElement>)
            [
                new TextBlock($"The plan stands until the conference, by {conference.SayRule(page.Words)}. "
                    + "End it before only with a reason.")
                {
                    Weight = TextWeight.Bolder,
                },
            ]
            : [],
        .. PlanGoesOnRule.Says(page),
        new TextBlock("Its rows are taken back, and whoever owns one is told. Ask the agencies first."),
        Choices.Radios("how", "How does it end?", WordTables.PlanEnd, null),
        Choices.Radios("letter", "Do the parents have the closure letter? Leave it out where it is part of the child's plan",
            WordTables.YesNo, null),
        Choices.Radios("understood", "Does the family understand what stands now?", WordTables.YesNo, null),
        new TextInput("why", "Why, whom you asked, and who watches over it from now on. For early help: what goes along")
        {
            IsMultiline = true,
            MaxLength = FormCard.LongText,
        },
        MarkingInput.For(page.Case, page.Me.Agency),
    ])
    {
        Saves = [new("End the safety plan")],
        Preselected = [MarkingInput.Id],
        Beside = PlanGoesOnRule.WhyNot(page.Whole) is null ? [PlanGoesOnPart.Send(page.Case)] : [],
    };

    public Decision Decide(FormPage page, Form typed) => MarkingInput.Said(page, typed.Marking, null, typed.Why) is { } readers
        ? PlanEndRule.End(page.Whole, page.Me, typed.How, typed.Letter, typed.Understood, typed.Why, readers)
        : MarkingInput.NotSaid;

    public Echo Saved(FormPage page, Kept<Form> kept) => new(kept.Typed.How switch
    {
        PlanEnd.EarlyHelp => "the safety plan has ended. Give early help the assessment and the plan, and go to their first meeting",
        PlanEnd.WithoutSocialCare => "the safety plan has ended. Tell the school, the GP and the health visitor now",
        _ => "the safety plan has ended, and whoever owns a row is told",
    });
}

/// <summary>The rule of the plan's end (R65, R87). Pure.</summary>
internal static class PlanEndRule
{
    public static CannotBe NothingToEnd { get; } = new("There is no safety plan that could end.");

    /// <summary>Until when it stood (R65): each conference that is held on a child here has decided.</summary>
    public static bool IsConferenceOver(Case @case) => EnquiryPipeline.Of(@case) is var all
        && all.Any(one => one.Work.Outcome is not null) && !all.Any(one => one.Need == Conference.Yes && one.Work.Outcome is null);

    /// <summary>Once the meeting that agreed it is over.</summary>
    public static bool CanEnd(Case @case) => @case.Meeting.Attendance.EndedAt is not null && RowRules.HasSafetyPlan(@case);

    public static Decision End(
        Case @case, Participant me, PlanEnd? how, YesNo? letter, YesNo? understood, string? why, Readers readers)
    {
        var text = (why ?? "").Trim();
        var unsaid = new Unsaid().If(how is null, "how", "Choose how it ends.")
            .If(how is not (null or PlanEnd.ChildsPlan) && letter is null, "letter", "Say whether the parents have the closure letter.")
            .If(understood is null, "understood", "Say whether the family understands what stands now.")
            .Text("why", text, "Say why, whom you asked, and who watches over it now.");
        var ended = new SafetyPlanEnded(how ?? PlanEnd.NoLongerNeeded, letter, understood ?? YesNo.No, text)
        {
            Meeting = @case.Meeting.Id,
            Audience = readers.Audience,
        };
        return unsaid.Why is { } missing ? missing
            : @case.Meeting.SafetyPlan.Ended is { } stands && stands.Fact == ended && me.Is(stands.By) ? Decision.Already
            : !CanEnd(@case) ? NothingToEnd
            : Decision.Of(
            [
                ended,
                .. RowRules.Of(@case, ActionKind.SafetyPlan).Select(row => new ActionWithdrawn(row.Id, "")
                {
                    Meeting = row.Meeting,
                    Change = new(PlanChangeKind.Agreed, "The safety plan has ended."),
                    Audience = row.Fact.Audience,
                }),
            ]);
    }
}
