namespace StrategyBot.Phases.Safeguarding;

/// <summary>A child is in danger now (P28): anybody at the meeting says it, in Teams or by link, before, during or after it.</summary>
internal sealed class DangerPart : IPart<DangerPart.Form>
{
    public const string Title = "Danger now";

    public sealed record Form(string Case, string? Child = null, DangerKind? Kind = null, string? What = null, string? Marking = null)
        : ICaseForm;

    public static PartId Id => new(PartIds.Danger);

    public static Capability Needs => Capability.Act;

    public static PartButton Button(Case @case) => Id.Button(Title, new Form(@case.Ref.Value));

    public Refusal? Bars(FormPage page, Form asked) => page.Case.Meeting.IsConvened ? null : new NotYourPart();

    public Drawn Draw(FormPage page, Form asked) => new(Title,
    [
        new TextBlock("Immediate danger: ring 999.") { Weight = TextWeight.Bolder, Color = TextColor.Attention },
        new TextBlock(CardText.Plain(Told(page.Case))),
        .. ChildChoice.For(page.Case, asked.Child),
        Choices.Radios("kind", "What is happening?", WordTables.Danger, null),
        new TextInput("what", "Where, and who is there?") { IsMultiline = true, MaxLength = FormCard.LongText },
        MarkingInput.For(page.Case, page.Me.Agency),
    ])
    {
        Saves = [new("Tell them now")],
        Preselected = [MarkingInput.Id],
    };

    public Decision Decide(FormPage page, Form typed) => MarkingInput.Said(page, typed.Marking, null, typed.What) is { } readers
        ? DangerRule.Raise(page.Whole, page.Me, ChildChoice.Read(page.Whole, typed.Child), typed.Kind, typed.What, readers)
        : MarkingInput.NotSaid;

    public Echo Saved(FormPage page, Kept<Form> kept) =>
        new("chair and social worker are being told. You hear who acts on it");

    private static string Told(Case @case) => "Chair and social worker are told within a minute"
        + $"{(@case.Chair.Phone.Length > 0 ? $". {@case.Chair.Name}, who chairs: {@case.Chair.Phone}" : "")}.";
}

/// <summary>Who acts on it says so: nobody further is told then.</summary>
internal sealed class DangerAnswerPart : IPart<DangerAnswerPart.Form>
{
    /// <param name="Raised">The number of the fact that raised it.</param>
    public sealed record Form(string Case, int Raised = 0, string? Doing = null, string? Marking = null) : ICaseForm;

    public static PartId Id => new("safeguarding/danger-answer");

    public static Capability Needs => Capability.Act;

    public static IReadOnlyList<string> Keys => ["raised"];

    public static PartButton Button(Case @case, Danger danger) =>
        Id.Button(danger.Answered is null ? "I act on it" : "What is being done", new Form(@case.Ref.Value, danger.Raised.Seq));

    public Refusal? Bars(FormPage page, Form asked) =>
        DangerRule.MayAnswer(page.Me) && Of(page.Case, asked) is not null ? null : new NotYourPart();

    public Drawn Draw(FormPage page, Form asked)
    {
        var (danger, stands, whole) = (Of(page.Case, asked)!, Of(page.Case, asked)!.Answered?.Fact, Of(page.Whole, asked)?.Answered?.Fact);
        return new("Danger now",
        [
            .. DangerClock.Echo(page.Case, danger, page.Me, page.Words),
            new TextInput("doing", "What is being done?") { IsMultiline = true, MaxLength = FormCard.LongText, Value = stands?.Doing },
            .. MarkingInput.Beside(page, stands, whole, stands?.Audience),
        ])
        {
            Saves = [new("I act on it")],
            Preselected = stands is null ? [MarkingInput.Id] : [],
        };
    }

    public Decision Decide(FormPage page, Form typed) =>
        MarkingInput.Said(page, typed.Marking, Of(page.Whole, typed)?.Answered?.Fact.Audience, typed.Doing) is { } readers
            ? DangerRule.Answer(page.Whole, page.Me, typed.Raised, typed.Doing, readers)
            : MarkingInput.NotSaid;

    public Echo Saved(FormPage page, Kept<Form> kept) => new("you act on it. Nobody further is told");

    private static Danger? Of(Case @case, Form asked) =>
        @case.Meeting.Safety.Dangers.FirstOrDefault(danger => danger.Raised.Seq == asked.Raised);
}
