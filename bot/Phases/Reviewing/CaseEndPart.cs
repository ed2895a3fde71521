namespace StrategyBot.Phases.Reviewing;

/// <summary>The case is closed: why, what goes on, and what the family know (paper 001).</summary>
internal sealed class CaseEndPart(PhaseList phases) : IPart<CaseEndPart.Form>
{
    public const string Title = "Close the case";

    public sealed record Form(
        string Case, CaseEndCause? Cause = null, string? Words = null, string? GoesOn = null, YesNo? Letter = null,
        string? Understood = null) : ICaseForm;

    public static PartId Id => new("reviewing/close");

    public static Capability Needs => Capability.Decide;

    public static PartButton Button(Case @case) => Id.Button(Title, new Form(@case.Ref.Value));

    public Refusal? Bars(FormPage page, Form asked) => page.Whole.Meetings.Any(meeting => meeting.IsConvened) ? null
        : new CannotBe("No meeting was called on it: close it without a meeting.");

    public Drawn Draw(FormPage page, Form asked)
    {
        var stands = page.Case.Ended?.Fact;
        var open = stands is null ? CaseEndRule.Open(page.Whole, phases.Watched(page.Whole)) : [];
        return new(Title,
        [
            .. open.Count == 0 ? (IReadOnlyList<CardElement>)[] :
            [
                new TextBlock("It can't be closed yet:") { Weight = TextWeight.Bolder },
                .. open.Select(line => new TextBlock($"- {line}")),
            ],
            Choices.Radios("cause", "Why is it closed?", WordTables.CaseEndCause, stands?.Cause),
            new TextInput("words", "In a line or two: why, and who decided")
            {
                IsMultiline = true,
                MaxLength = FormCard.LongText,
                Value = stands?.Words,
            },
            new TextInput("goesOn", "What goes on with school, GP and others, who watches over it, and who of them was told")
            {
                IsMultiline = true,
                MaxLength = FormCard.LongText,
                Value = stands?.GoesOn,
            },
            Choices.Radios("letter", "Do the family have the closure letter?", WordTables.YesNo, stands?.Letter),
            new TextInput("understood", "What the family and the child understand of it")
            {
                IsMultiline = true,
                MaxLength = FormCard.LongText,
                Value = stands?.Understood,
            },
        ])
        {
            Saves = [new("Close the case")],
        };
    }

    public Decision Decide(FormPage page, Form typed) =>
        CaseEndRule.Close(
            page.Whole, phases.Watched(page.Whole), typed.Cause, typed.Words, typed.GoesOn, typed.Letter, typed.Understood);

    public Echo Saved(FormPage page, Kept<Form> kept) => new("the case is closed. Its record stays, and it can be opened again");
}

/// <summary>A closed case goes on.</summary>
internal sealed class ReopenPart : IPart<ReopenPart.Form>
{
    public const string Title = "Open the case again";

    public sealed record Form(string Case, string? Words = null) : ICaseForm;

    public static PartId Id => new("reviewing/reopen");

    public static Capability Needs => Capability.Decide;

    public static PartButton Button(Case @case) => Id.Button(Title, new Form(@case.Ref.Value));

    public Refusal? Bars(FormPage page, Form asked) =>
        page.Whole.Ended is null ? new CannotBe("The case is not closed.") : null;

    public Drawn Draw(FormPage page, Form asked) => new(Title,
    [
        new TextInput("words", "Why is it opened again?") { IsMultiline = true, MaxLength = FormCard.LongText },
    ])
    {
        Saves = [new("Open it again")],
    };

    public Decision Decide(FormPage page, Form typed) => CaseEndRule.Reopen(page.Whole, typed.Words);

    public Echo Saved(FormPage page, Kept<Form> kept) => new("the case is open again. If a child may be at risk, call another meeting");

    public PartButton? Next(FormPage page, Kept<Form> kept) => new PartId(PartIds.AnotherMeeting).Button("Another meeting on this case",
        CaseForm.Of(page.Case));
}
