namespace StrategyBot.Phases.Reviewing;

/// <summary>A child with a plan moves to another authority (R4).</summary>
internal sealed class MovedOutPart : IPart<MovedOutPart.Form>
{
    public const string Title = "The child moves to another authority";

    public sealed record Form(
        string Case, string? Child = null, string? Authority = null, DateOnly? On = null, string? Contact = null) : ICaseForm;

    public static PartId Id => new("reviewing/moved-out");

    public static Capability Needs => Capability.KeepEnquiry;

    public static IReadOnlyList<string> Keys => ["child"];

    public static PartButton Button(Case @case, string child) => Id.Button(Title, new Form(@case.Ref.Value, child));

    public Refusal? Bars(FormPage page, Form asked) => PlanMeant.WhyNot(page.Me, page.Whole, asked.Child);

    public Drawn Draw(FormPage page, Form asked)
    {
        var stands = PlanMeant.Same(PlanMeant.Of(page.Case, asked.Child).Select(plan => plan.Moved));
        return new(Title,
        [
            new TextBlock("The plan stays ours, with its core groups and reviews, until they say that they have it.")
            {
                Weight = TextWeight.Bolder,
            },
            .. ChildChoice.For(page.Case, asked.Child),
            new TextInput("authority", "Which authority") { MaxLength = FormCard.Line, Value = stands?.Authority },
            new DateInput("on", "Since when does the child live there? Leave it out for today") { Value = stands?.On },
            new TextInput("contact", "Who there was told, and how to reach them") { MaxLength = FormCard.Line, Value = stands?.Contact },
        ]);
    }

    public Decision Decide(FormPage page, Form typed) =>
        MoveOutRule.Moved(page.Whole, page.Me, typed.Child, typed.Authority, typed.On, typed.Contact, page.Now, page.Words);

    public Echo Saved(FormPage page, Kept<Form> kept) => new("the other authority is asked. The plan is ours until they have it");

    public PartButton? Next(FormPage page, Kept<Form> kept) => ProtectionPlanPage.Button(page.Case);
}

/// <summary>The other authority has the plan now, or doesn't take it (R4).</summary>
internal sealed class MoveAnsweredPart : IPart<MoveAnsweredPart.Form>
{
    public const string Title = "Has the other authority the plan?";

    public sealed record Form(string Case, string? Child = null, YesNo? Takes = null, DateOnly? On = null, string? Who = null) : ICaseForm;

    public static PartId Id => new("reviewing/move-answered");

    public static Capability Needs => Capability.KeepEnquiry;

    public static IReadOnlyList<string> Keys => ["child"];

    public static PartButton Button(Case @case, string child) => Id.Button(Title, new Form(@case.Ref.Value, child));

    public Refusal? Bars(FormPage page, Form asked) => PlanMeant.WhyNot(page.Me, page.Whole, asked.Child)
        ?? (PlanMeant.Of(page.Whole, asked.Child).Any(plan => plan.IsMoveOpen) ? null
            : new CannotBe("No other authority was asked to take a plan over."));

    public Drawn Draw(FormPage page, Form asked) => new(Title,
    [
        .. PlanMeant.Of(page.Case, asked.Child).Where(plan => plan.IsMoveOpen).Select(plan => plan.Moved!.Fact).Distinct()
            .Select(moved => new PlainText(Shortened.To(FormCard.LongText,
                $"{moved.Authority}: {moved.Contact}. The child lives there since {page.Words.Date(moved.On)}."))),
        .. ChildChoice.For(page.Case, asked.Child),
        Choices.Radios("takes", "Have they taken the plan over?", WordTables.YesNo, null),
        new DateInput("on", "On which day did they say so? Leave it out for today"),
        new TextInput("who", "Who there said so, and where it is written") { MaxLength = FormCard.Line },
    ]);

    public Decision Decide(FormPage page, Form typed) =>
        MoveOutRule.Answered(page.Whole, page.Me, typed.Child, typed.Takes, typed.On, typed.Who, page.Now, page.Words);

    public Echo Saved(FormPage page, Kept<Form> kept) => new(kept.Typed.Takes == YesNo.Yes
        ? "the other authority has the plan. Nothing more of it is asked for here" : "they don't take it. The plan stays ours");

    public PartButton? Next(FormPage page, Kept<Form> kept) => ProtectionPlanPage.Button(page.Case);
}
