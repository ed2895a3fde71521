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
        var offered = OfferedAction.Usual(page.Case, shown, page.Now);
        return new($"Usual actions: {shown.Title}",
        [
            new TextBlock("Offered by the procedure. None is in the plan before somebody adds it. Who and by when is proposed: change it "
                + "where it is wrong."),
            .. SourceNote.Of("usual-source", CardText.Plain(shown.Source.By(page.Case.Profile) is var source
                ? $"{source.Guide}: “{source.Quote}”"
                : "")),
            .. shown.Rows.SelectMany((row, place) => Offered(page, shown, row, place, offered)),
        ])
        {
            Frame = "Usual actions",
            Beside =
            [
                .. offered.Count == 0 ? (IReadOnlyList<CardAction>)[] : [AddOffered.Button(page.Case, offered)],
                .. sets.Where(set => set != shown).Take(MostSets - 1)
                    .Select(set => Id.Send(set.Title, new Form(page.Case.Ref.Value, set.Id))),
                ActionsPage.Id.Send("All actions", CaseForm.Of(page.Case)),
            ],
        };
    }

    private static IEnumerable<CardElement> Offered(FormPage page, UsualActions set, UsualActions.Row row, int place,
        IReadOnlyList<OfferedAction> offered)
    {
        yield return new PlainText(row.What) { Weight = TextWeight.Bolder, Separator = true };
        yield return new PlainText(row.Purpose) { IsSubtle = true };
        if (offered.FirstOrDefault(one => one.Key == $"usual/{set.Id}/{place}") is not { } one)
        {
            yield return new TextBlock("In the plan already.") { IsSubtle = true };
            yield break;
        }

        yield return new TextBlock(CardText.Plain(OfferedDrawing.Say(page, one))) { IsSubtle = true, Size = TextSize.Small };
        yield return new ActionSet(ActionPart.Id.Send("Change it first", new RowForm(page.Case.Ref.Value, Offered: one.Key)));
    }
}
