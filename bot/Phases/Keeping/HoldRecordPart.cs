namespace StrategyBot.Phases.Keeping;

/// <summary>Information governance deletes a record whose time is over: where it is the authority's own, nothing goes by itself.</summary>
internal sealed class DeleteRecord : IAct<CaseForm>
{
    public static string Verb => "keeping/delete";

    public static Capability Needs => Capability.KeepRecord;

    public static PartButton Button(Case @case) => new("Delete the record", Verb, CaseForm.Of(@case));

    public Decision Decide(FormPage page, CaseForm pressed) => RetentionRule.Expire(page.Whole, page.Now);

    public Echo Saved(FormPage page, Kept<CaseForm> kept) => new("the record is deleted now, and you will not find it here again");
}

/// <summary>The record is kept beyond its time: a court, an inquiry, a complaint (P16, P19).</summary>
internal sealed class HoldRecordPart : IPart<HoldRecordPart.Form>
{
    public const string Title = "Keep the record for a court or an inquiry";

    public sealed record Form(string Case, HoldCause? Cause = null, string? Why = null) : ICaseForm;

    public static PartId Id => new("keeping/hold");

    public static Capability Needs => Capability.KeepRecord;

    public static PartButton Button(Case @case) => Id.Button(Title, new Form(@case.Ref.Value));

    public Drawn Draw(FormPage page, Form asked) => new(Title,
    [
        new TextBlock("Nothing of it is deleted until you say that it needn't be kept. Words can still be sealed."),
        .. RetentionRule.Of(page.Whole) is { } kept ? (IReadOnlyList<CardElement>)[new PlainText(kept.Say(page.Whole, page.Words))] : [],
        .. HoldRule.Standing(page.Whole).Select(hold => new PlainText(HoldRule.SayWhole(page.Whole, hold, page.Words))),
        Choices.Radios("cause", "What for?", WordTables.HoldCause, null),
        new TextInput("why", "Which proceedings, by their number, and who asked") { IsMultiline = true, MaxLength = FormCard.LongText },
    ])
    {
        Saves = [new("Keep it")],
        Beside =
        [
            .. HoldRule.Standing(page.Whole).Take(1).Select(hold => ReleaseRecordPart.Button(page.Case, hold).Send()),
            .. RetentionRule.Of(page.Whole) is { Keeps: [] } over && over.At <= page.Now ? [DeleteRecord.Button(page.Case).Send()]
                : Array.Empty<CardAction>(),
        ],
    };

    public Decision Decide(FormPage page, Form typed) => HoldRule.Hold(page.Whole, typed.Cause, typed.Why);

    public Echo Saved(FormPage page, Kept<Form> kept) => new("the record is kept until you say otherwise");
}
