using StrategyBot.Rules.Procedures;

namespace StrategyBot.Phases.Planning;

/// <summary>What the procedure usually has done in a kind of case (R141): each is of the plan once a person gives it an owner and a time
/// (P38).</summary>
internal sealed class UsualActionsPage : IPage<UsualActionsPage.Form>
{
    private const int MostSets = 5;

    /// <param name="Set">The kind of case; the first where none is named.</param>
    public sealed record Form(string Case, string? Set = null) : ICaseForm;

    public static PartId Id => new("planning/usual-actions");

    public static Capability Needs => Capability.FillForm;

    public Refusal? Bars(FormPage page, Form asked) => page.Case.Profile.UsualActions is { Count: > 0 } ? null : new NoSuchCase();

    public Drawn Draw(FormPage page, Form asked)
    {
        var sets = page.Case.Profile.UsualActions!;
        var shown = sets.FirstOrDefault(set => set.Id == asked.Set) ?? sets[0];
        return new($"Usual actions: {shown.Title}",
        [
            new TextBlock("Offered by the procedure. None is in the plan before somebody gives it an owner and a time."),
            .. SourceNote.Of("usual-source", CardText.Plain(shown.Source.By(page.Case.Profile) is var source
                ? $"{source.Guide}: “{source.Quote}”"
                : "")),
            .. shown.Rows.SelectMany((row, place) => Offered(page, shown, row, place)),
        ])
        {
            Frame = "Usual actions",
            Beside =
            [
                .. sets.Where(set => set != shown).Take(MostSets - 1)
                    .Select(set => Id.Send(set.Title, new Form(page.Case.Ref.Value, set.Id))),
                ActionsPage.Id.Send("All actions", CaseForm.Of(page.Case)),
            ],
        };
    }

    private static IEnumerable<CardElement> Offered(FormPage page, UsualActions set, UsualActions.Row row, int place)
    {
        yield return new PlainText(row.What) { Weight = TextWeight.Bolder, Separator = true };
        yield return new PlainText(row.Purpose) { IsSubtle = true };
        yield return RowRules.Of(page.Whole, ActionKind.Action).Any(action => action.Fact.What == row.What)
            ? new TextBlock("In the plan already.") { IsSubtle = true }
            : new ActionSet(ActionPart.Id.Send("Who, and by when", new RowForm(page.Case.Ref.Value, Offered: $"{set.Id}/{place}")));
    }
}
