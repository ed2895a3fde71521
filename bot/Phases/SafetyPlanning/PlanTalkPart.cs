namespace StrategyBot.Phases.SafetyPlanning;

/// <summary>The plan was spoken about with somebody of the family: what they say to it, and what they ask to change (R72–R78). How they
/// agreed is asked next.</summary>
internal sealed class PlanTalkPart : IPart<PlanTalkPart.Form>
{
    public const string Title = "The family and the safety plan";

    // Enough to see whom to ask next; the record has all.
    private const int MostShown = 8;

    public sealed record Form(
        string Case, string? Whom = null, DateOnly? Day = null, PlanAnswer? Answer = null, string? Asked = null, string? What = null,
        string? Marking = null) : ICaseForm;

    public static PartId Id => new(PartIds.PlanTalk);

    public static Capability Needs => Capability.FillForm;

    public static IReadOnlyList<string> Keys => ["whom"];

    public static PartButton Button(Case @case) => Id.Button(Title, new Form(@case.Ref.Value));

    public Refusal? Bars(FormPage page, Form asked) =>
        RowRules.HasSafetyPlan(page.Case) ? null : new CannotBe("There is no row of the interim safety plan yet. Add one first.");

    public Drawn Draw(FormPage page, Form asked) => new(Title,
    [
        .. HoldLines.On(page.Case),
        new TextBlock("Nobody has to sign. They may ask for a change, and get advice of their own first."),
        .. PlanTalk.Standing(page.Case).TakeLast(MostShown).Select(talk => new PlainText(Say(page, talk))),
        new ChoiceSetInput("whom", "With whom?", [.. Whom(page.Case)]) { Value = asked.Whom },
        new DateInput("day", "On which day? Leave it out for today"),
        Choices.Radios("answer", "What do they say to the plan?", WordTables.PlanAnswer, null),
        new TextInput("asked", "What they ask to change, and what came of it") { MaxLength = FormCard.Line },
        new TextInput("what", "What they say. If they were not asked, why")
        {
            IsMultiline = true,
            MaxLength = FormCard.LongText,
        },
        MarkingInput.For(page.Case, page.Me.Agency),
    ])
    {
        Preselected = ["whom", MarkingInput.Id],
    };

    public Decision Decide(FormPage page, Form typed) => MarkingInput.Said(page, typed.Marking, null, typed.What) is { } readers
        ? PlanTalkRule.Say(
            page.Whole, page.Me, typed.Whom, typed.Day, typed.Answer, typed.Asked, typed.What, page.Now, page.Words, readers)
        : MarkingInput.NotSaid;

    public Echo Saved(FormPage page, Kept<Form> kept) => new(kept.Typed.Answer switch
    {
        PlanAnswer.CapacityInDoubt => "take legal advice before anybody asks them to sign. A manager is asked now",
        PlanAnswer.NotUnderstood => "nobody asks them to sign before a manager has answered. A manager is asked now",
        PlanAnswer.Unwilling or PlanAnswer.NotShared => "a manager is asked now whether the children are safe without it",
        PlanAnswer.Signed or PlanAnswer.Agrees => "what they say to the plan. Say next how they agreed",
        PlanAnswer.AgreesInEmergency => "give them a copy, and tell them the day of the review: "
            + page.Words.Date(page.Case.Meeting.Safety.ReviewOn!.Value),
        _ => "what they say to the plan",
    });

    public PartButton? Next(FormPage page, Kept<Form> kept) =>
        PlanTalk.All(page.Case).LastOrDefault(talk => talk.IsConsentOwed && page.Me.Is(talk.Said.By)) is { } talk
            && kept.Facts.OfType<PlanDiscussed>().Any()
            ? PlanConsentPart.Button(page.Case, talk) : null;

    private static IEnumerable<Choice> Whom(Case @case) =>
    [
        .. @case.Adults.Select(adult => new Choice(Shortened.Name(@case.NameOf(adult.Id.Value)), adult.Id.Value)),
        .. @case.Children.Where(child => !child.Details.Unborn)
            .Select(child => new Choice(Shortened.Name(@case.NameOf(child.Id.Value)), child.Id.Value)),
        new("Somebody else: say below who", PlanTalk.SomebodyElse),
    ];

    private static string Say(FormPage page, PlanTalk talk) =>
        $"{Shortened.Name(talk.Named(page.Case))}: {talk.Says}, "
            + $"{page.Words.Date(page.Words.LocalDate(talk.At))}."
            + (talk.Said.Fact.What.Length > 0 ? $" {Shortened.To(FormCard.Line, talk.Said.Fact.What)}" : "")
            + (talk.IsConsentOwed ? " Nobody has said yet how they agreed." : "")
            + (talk.IsOversightOwed ? " A manager has not answered yet." : "");
}

/// <summary>A manager's oversight where somebody doesn't agree, may not be able to, or was not asked: are the children safe without it
/// (R77, P31)?</summary>
internal sealed class PlanOversightPart : IPart<PlanOversightPart.Form>
{
    public const string Title = "Oversight of the safety plan";

    /// <param name="Of">The number of what it answers.</param>
    public sealed record Form(string Case, int Of = 0, YesNo? SafeWithout = null, string? Because = null, string? Marking = null)
        : ICaseForm;

    public static PartId Id => new(PartIds.PlanOversight);

    public static Capability Needs => Capability.Decide;

    public static IReadOnlyList<string> Keys => ["of"];

    public static PartButton Button(Case @case, PlanTalk talk) => Id.Button(Title, new Form(@case.Ref.Value, talk.Said.Seq));

    public Refusal? Bars(FormPage page, Form asked) => Find(page.Case, asked) is null ? new NotYourPart() : null;

    public Drawn Draw(FormPage page, Form asked)
    {
        var (talk, whole) = (Find(page.Case, asked)!, Find(page.Whole, asked)!);
        var stands = talk.Overseen?.Fact;
        return new(Title,
        [
            new PlainText($"{Shortened.Name(talk.Named(page.Case))}: {talk.Says}.")
            {
                Weight = TextWeight.Bolder,
            },
            .. talk.Said.Fact.What.Length > 0
                ? (IReadOnlyList<CardElement>)[new PlainText(Shortened.To(FormCard.LongText, talk.Said.Fact.What))] : [],
            .. talk.Said.Fact.Answer is PlanAnswer.CapacityInDoubt
                ? (IReadOnlyList<CardElement>)[new TextBlock("Take legal advice before anybody asks them to sign.")] : [],
            Choices.Radios("safeWithout", "Are the children safe without their agreement?", WordTables.YesNo, stands?.SafeWithout),
            new TextInput("because", "Why, and what is done now")
            {
                IsMultiline = true,
                MaxLength = FormCard.LongText,
                Value = stands?.Because,
            },
            .. MarkingInput.Beside(page, stands, whole.Overseen?.Fact, stands?.Audience),
        ])
        {
            Preselected = stands is null ? [MarkingInput.Id] : [],
        };
    }

    public Decision Decide(FormPage page, Form typed) =>
        MarkingInput.Said(page, typed.Marking, Find(page.Whole, typed)?.Overseen?.Fact.Audience, typed.Because) is { } readers
            ? PlanTalkRule.Oversee(page.Whole, typed.Of, typed.SafeWithout, typed.Because, readers)
            : MarkingInput.NotSaid;

    public Echo Saved(FormPage page, Kept<Form> kept) => new(kept.Typed.SafeWithout == YesNo.No
        ? "chair and social worker are told now that the children are not safe without it"
        : "the children are safe without it, and why stands on the record");

    private static PlanTalk? Find(Case @case, Form asked) => PlanTalk.All(@case).FirstOrDefault(talk => talk.Said.Seq == asked.Of);
}
