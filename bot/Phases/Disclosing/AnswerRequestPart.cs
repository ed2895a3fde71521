namespace StrategyBot.Phases.Disclosing;

/// <summary>The record was given, or nothing was: the request ends with it (P41).</summary>
internal sealed class AnswerRequestPart : IPart<AnswerRequestPart.Form>
{
    public const string Title = "It was answered";

    public sealed record Form(string Case, int? Request = null, YesNo? Given = null, DateOnly? Day = null, string? How = null) : ICaseForm;

    public static PartId Id => new("disclosing/answered");

    public static Capability Needs => Capability.KeepRecord;

    public static IReadOnlyList<string> Keys => ["request"];

    public static PartButton Button(Case @case, RecordRequest request) => Id.Button(Title, new Form(@case.Ref.Value, request.Said.Seq));

    public Refusal? Bars(FormPage page, Form asked) => Requested.BarsOpen(page, asked.Request);

    public Drawn Draw(FormPage page, Form asked) => new(Title,
    [
        new PlainText(RequestLines.Head(page.Whole, RequestRule.Find(page.Whole, asked.Request)!, page.Words)),
        Choices.Radios("given", "Was it given?", WordTables.YesNo, null),
        new DateInput("day", "On which day? Leave it out for today"),
        new TextInput("how", "What, to whom, and how; or why nothing was") { IsMultiline = true, MaxLength = FormCard.LongText },
    ]);

    public Decision Decide(FormPage page, Form typed) => RequestRule.Close(page.Whole, typed, page.Now, page.Words);

    public Echo Saved(FormPage page, Kept<Form> kept) => new("the request is answered, and nobody is reminded of it any more");
}

/// <summary>A child or an adult waits two months more, and was told why within the first.</summary>
internal sealed class ExtendPart : IPart<ExtendPart.Form>
{
    public const string Title = "It takes longer";

    public sealed record Form(string Case, int? Request = null, string? Why = null) : ICaseForm;

    public static PartId Id => new("disclosing/longer");

    public static Capability Needs => Capability.KeepRecord;

    public static IReadOnlyList<string> Keys => ["request"];

    public static PartButton Button(Case @case, RecordRequest request) => Id.Button(Title, new Form(@case.Ref.Value, request.Said.Seq));

    public Refusal? Bars(FormPage page, Form asked) => Requested.BarsOpen(page, asked.Request);

    public Drawn Draw(FormPage page, Form asked) => new(Title,
    [
        new TextBlock("Two months more, if the request is complex. Tell them why, within the first month."),
        new TextInput("why", "Why it takes longer, as they were told")
        {
            IsMultiline = true,
            MaxLength = FormCard.LongText,
            Value = RequestRule.Find(page.Case, asked.Request)?.Extended?.Fact.Why,
        },
    ])
    {
        Saves = [new("Two months more")],
    };

    public Decision Decide(FormPage page, Form typed) => RequestRule.Extend(page.Whole, typed, page.Now, page.Words);

    public Echo Saved(FormPage page, Kept<Form> kept) => new(
        $"it is answered by {page.Words.Date(RequestRule.Until(page.Whole, RequestRule.Find(page.Whole, kept.Typed.Request)!)!.Value)}");
}
