using StrategyBot.Documents;

namespace StrategyBot.Phases.Family;

/// <summary>A row of the interim safety plan in words for one reader, beside the words that professionals agreed.</summary>
internal sealed class FamilyRowPart : IPart<FamilyRowPart.Form>
{
    private const string Title = "A row, in their words";

    /// <param name="Row">A row of the copy, <c>row-2</c>, or of the plan, <c>action-3</c>.</param>
    public sealed record Form(
        string Case, string? Reader = null, string? Row = null, string? Who = null, string? What = null, string? When = null) : ICaseForm;

    public static PartId Id => new("family/row");

    public static Capability Needs => Capability.FillForm;

    public static IReadOnlyList<string> Keys => ["reader", "row"];

    public Refusal? Bars(FormPage page, Form asked) => FamilyCopyPage.Bar(page, asked.Reader, isBegun: true)
        ?? (FamilyRule.RowOf(page.Case, CopyOwed.Find(page.Case, asked.Reader!), asked.Row) switch
        {
            ({ } row, _) when FamilyRule.MayTell(row, asked.Reader!) => null,
            // It has to be taken out all the same.
            (_, not null) => null,
            _ => FamilyRule.MarkedForOthers,
        });

    public Drawn Draw(FormPage page, Form asked)
    {
        var copy = CopyOwed.Find(page.Case, asked.Reader!);
        var (row, typed) = FamilyRule.RowOf(page.Case, copy, asked.Row);
        var stands = typed?.Fact;
        var mayTell = row is not null && FamilyRule.MayTell(row, copy.Reader);
        return new(Title,
        [
            new PlainText(copy.Name(page.Case)) { Weight = TextWeight.Bolder },
            .. mayTell ? Agreed(page, row!) : [new TextBlock(FamilyRule.MarkedForOthers.Say(page.Words)) { Weight = TextWeight.Bolder }],
            .. !mayTell ? (IReadOnlyList<CardElement>)[] :
            [
                new TextInput("who", "Who? “You”, or a name that they know")
                {
                    MaxLength = FormCard.Line,
                    Value = stands?.Who,
                },
                new TextInput("what", "What happens, in plain words for them")
                {
                    IsMultiline = true,
                    MaxLength = FamilyRule.MostWhat,
                    Value = stands?.What,
                },
                new TextInput("when", "When, in words: “Monday, 3:15pm, then each night”")
                {
                    MaxLength = FormCard.Line,
                    Value = stands?.When,
                },
            ],
        ])
        {
            Saves = mayTell ? [new("Save")] : [],
            Beside = stands is null ? [] : [LeaveFamilyRowOut.Button(page.Case, copy.Reader, stands.Row)],
        };
    }

    /// <summary>What was agreed, to help: none of it comes into the copy by itself.</summary>
    private static IReadOnlyList<CardElement> Agreed(FormPage page, PlannedAction row)
    {
        var due = page.Words.LocalDate(row.Fact.DueAt);
        var day = FamilyPaper.DayInWords(due, page.Words.LocalDate(page.Now));
        return
        [
            new TextBlock("Professionals agreed:") { IsSubtle = true },
            new PlainText(Shortened.To(FormCard.LongText, row.Fact.What)),
            new PlainText($"{PlannedAction.DoneBy(row.Fact, page.Case.Find(row.Fact.Owner)?.Name ?? "Nobody on the case")}, by {day}, "
                + $"{FamilyPaper.TimeInWords(page.Words.LocalTime(row.Fact.DueAt))}") { IsSubtle = true },
            new TextBlock("Say only what this person may know. Nothing that sounds like a threat, and no other adult's acts."),
        ];
    }

    public Decision Decide(FormPage page, Form typed) =>
        FamilyRule.Row(page.Whole, page.Me, typed.Reader!, typed.Row, typed.Who, typed.What, typed.When);

    public Echo Saved(FormPage page, Kept<Form> kept) => new($"{FamilyCopy.Number(kept.Typed.Reader!)}: a row of the copy");

    public PartButton? Next(FormPage page, Kept<Form> kept) => FamilyCopyPage.Button(page.Case, kept.Typed.Reader!);
}

/// <summary>Takes a row out of a copy; it stays in the history.</summary>
internal sealed class LeaveFamilyRowOut : IAct<LeaveFamilyRowOut.Form>
{
    public sealed record Form(string Case, string? Reader = null, int Row = 0) : ICaseForm;

    public static string Verb => "family/leave-row-out";

    public static Capability Needs => Capability.FillForm;

    public static SubmitAction Button(Case @case, string reader, int row) =>
        Actions.Send("Leave it out", Verb, new Form(@case.Ref.Value, reader, row)) with { AssociatedInputs = AssociatedInputs.None };

    public Decision Decide(FormPage page, Form pressed) => FamilyRule.LeaveOut(page.Whole, page.Me, pressed.Reader ?? "", pressed.Row);

    public Echo Saved(FormPage page, Kept<Form> kept) =>
        new($"{FamilyCopy.Number(kept.Typed.Reader!)}: the row is left out of the copy");

    public PartButton? Next(FormPage page, Kept<Form> kept) => FamilyCopyPage.Button(page.Case, kept.Typed.Reader!);
}
