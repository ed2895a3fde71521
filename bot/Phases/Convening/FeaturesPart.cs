namespace StrategyBot.Phases.Convening;

/// <summary>Who referred and what it is about (R1, R10), and what changes the limit (R20–R23).</summary>
internal sealed class FeaturesPart : IPart<FeaturesPart.Form>
{
    private const string None = "none";

    private static readonly Heading Categories = Headings.All.First(heading => heading.Id == "category");

    /// <param name="Action">What was done at once.</param>
    /// <param name="Referrer">An agency's name, one of <see cref="PrivateReferrer"/>, or anything else for not known.</param>
    public sealed record Form(
        string Case,
        IReadOnlyList<string>? About = null,
        string? Action = null,
        string? Referrer = null,
        string? Category = null,
        string? Other = null,
        string? Marking = null) : ICaseForm;

    public static PartId Id => new("convening/features");

    public static Capability Needs => Capability.Arrange;

    public Refusal? Bars(FormPage page, Form asked) => CircumstancesRule.WhyFirst(page.Case);

    public Drawn Draw(FormPage page, Form asked)
    {
        var given = page.Case.Circumstances!;
        var action = Features.Actions.Select(one => one.Id).FirstOrDefault(given.Has);
        var referrer = Choices.Value(given.Referrer) ?? Choices.Value(given.ReferredPrivately);
        return ConveningDrawing.Of(page, Step.Features,
        [
            new ChoiceSetInput("referrer", "Who referred",
            [
                new("Not known", None),
                .. Choices.Of(WordTables.PrivateReferrer),
                .. Enum.GetValues<Agency>().Select(agency => new Choice(agency.Name(), WordTables.ValueOf(agency))),
            ])
            {
                Value = referrer ?? None,
            },
            new ChoiceSetInput("category", "Category of harm, as far as is known",
                [.. Categories.Options.Select(one => new Choice(one.Label, one.Id))])
            {
                Style = ChoiceSetStyle.Expanded,
                Value = given.Category,
            },
            new ChoiceSetInput("about", "Tick what the referral is about", [.. Features.About.Select(one => new Choice(one.Text, one.Id))])
            {
                IsMultiSelect = true,
                Style = ChoiceSetStyle.Expanded,
                Value = string.Join(',', Features.About.Select(one => one.Id).Where(given.Has)),
            },
            new ChoiceSetInput("action", "Immediate action already taken",
                [new("None", None), .. Features.Actions.Select(one => new Choice(one.Text, one.Id))])
            {
                Value = action ?? None,
            },
            new TextInput("other", "A word more on why the meeting is called") { MaxLength = FormCard.Line, Value = given.Other },
            .. MarkingInput.Beside(page, given, page.Whole.Circumstances, given.Audience, "Who may read what you write here"),
        ]) with
        {
            Preselected =
            [
                .. action is null ? ["action"] : (string[])[], .. referrer is null ? ["referrer"] : (string[])[],
                .. given.Other.Length == 0 ? [MarkingInput.Id] : (string[])[],
            ],
        };
    }

    public Decision Decide(FormPage page, Form typed) =>
        MarkingInput.Said(page, typed.Marking, page.Whole.Circumstances?.Audience, typed.Other) is { } readers
            ? CircumstancesRule.Features(page.Whole, typed, readers)
            : MarkingInput.NotSaid;

    public Echo Saved(FormPage page, Kept<Form> kept) => new("who referred, and what changes the limit");

    /// <summary>When the action was taken is asked only where one was.</summary>
    public PartButton? Next(FormPage page, Kept<Form> kept) => CircumstancesRule.HasAction(page.Case.Circumstances)
        ? ImmediateActionPart.Id.Button("", new ImmediateActionPart.Form(page.Case.Ref.Value))
        : Step.Features.Next(page.Case);
}

/// <summary>The answers on which a longer limit hangs: only those that this case asks.</summary>
internal sealed class LongerLimitPart : IPart<LongerLimitPart.Form>
{
    public sealed record Form(
        string Case, YesNo? Forensic = null, YesNo? Protection = null, string? Reason = null, string? Marking = null) : ICaseForm;

    /// <summary>A question that the record keeps as one of two features.</summary>
    public sealed record Question(string Yes, string No)
    {
        public IReadOnlyList<string> Values => [Yes, No];

        public string? Of(YesNo? answer) => answer switch { YesNo.Yes => Yes, YesNo.No => No, _ => null };

        public YesNo? In(CircumstancesGiven given) => given.Has(Yes) ? YesNo.Yes : given.Has(No) ? YesNo.No : null;
    }

    public static Question Forensic { get; } = new(Features.Forensic, Features.ForensicNotNeeded);

    public static Question Protection { get; } = new(Features.ProtectionNeeded, Features.ProtectionNotNeeded);

    public static PartId Id => new("convening/limit");

    public static Capability Needs => Capability.Arrange;

    public static IReadOnlyList<IReadOnlyList<string>> Together => [["forensic", "protection", "reason"]];

    public Refusal? Bars(FormPage page, Form asked) => CircumstancesRule.WhyFirst(page.Case);

    public Drawn Draw(FormPage page, Form asked)
    {
        var given = page.Case.Circumstances!;
        var forensic =
            Choices.Radios("forensic", "Must it be the same day to secure forensic evidence?", WordTables.YesNo, Forensic.In(given));
        var protection = Choices.Radios("protection", "Does the child need protection at once?", WordTables.YesNo, Protection.In(given));
        return ConveningDrawing.Of(page, Step.Limit,
        [
            .. given.Has(Features.SexualAbuse) ? (IReadOnlyList<CardElement>)[forensic] : [],
            .. given.MayBeLonger() ? (IReadOnlyList<CardElement>)[protection] : [],
            new TextInput("reason", "If No: your reason") { IsMultiline = true, MaxLength = FormCard.LongText, Value = given.LimitReason },
            .. MarkingInput.Beside(page, given.LimitReason, page.Whole.Circumstances!.LimitReason, given.LimitAudience,
                UrgencyPart.AsksForWhom),
            new TextBlock("Without an answer the shorter limit holds.") { IsSubtle = true },
        ]) with
        {
            Preselected = page.Whole.Circumstances.LimitReason.Length == 0 ? [MarkingInput.Id] : [],
        };
    }

    public Decision Decide(FormPage page, Form typed) =>
        MarkingInput.Said(page, typed.Marking, page.Whole.Circumstances!.LimitAudience, typed.Reason) is { } readers
            ? CircumstancesRule.Limit(page.Whole, typed, readers)
            : MarkingInput.NotSaid;

    public Echo Saved(FormPage page, Kept<Form> kept) => new("which limit holds");

    public PartButton? Next(FormPage page, Kept<Form> kept) => Step.Limit.Next(page.Case);
}
