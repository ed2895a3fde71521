namespace StrategyBot.Phases.Planning;

/// <summary>What follows from the decisions, above the list of actions: what, who, by when, and one tap for all of it (P38).</summary>
internal static class OfferedDrawing
{
    // So many fit on a card above the list.
    private const int Most = 8;

    public static IEnumerable<CardElement> Above(FormPage page)
    {
        var offered = OfferedAction.Of(page.Case, page.Now);
        if (offered.Count == 0)
        {
            yield break;
        }

        var shown = offered.Take(Most).ToList();
        yield return new TextBlock("These follow from what was decided. They are in the plan once you add them.");
        foreach (var one in shown)
        {
            yield return new PlainText(Shortened.To(FormCard.Line, one.What)) { Weight = TextWeight.Bolder };
            yield return new TextBlock(CardText.Plain(Say(page, one))) { IsSubtle = true, Size = TextSize.Small };
            yield return new ActionSet(
                ActionPart.Id.Send("Change it first", new RowForm(page.Case.Ref.Value, Offered: one.Key)) with
                {
                    AssociatedInputs = AssociatedInputs.None,
                },
                OfferNotNeededPart.Button(page.Case, one).Send() with { AssociatedInputs = AssociatedInputs.None });
        }

        yield return new ActionSet(AddOffered.Button(page.Case, shown));
        if (offered.Count > Most)
        {
            yield return new TextBlock($"And {offered.Count - Most} more, once these are added.") { IsSubtle = true };
        }
    }

    /// <summary><c>2 follow from what was decided, and are not in the plan</c>; <c>null</c> where none is left.</summary>
    public static string? Left(CaseView view, DateTimeOffset now) => OfferedAction.Of(view.Case, now).Count is > 0 and var count
        ? count == 1 ? "1 action follows from what was decided, and is not in the plan."
            : $"{count} actions follow from what was decided, and are not in the plan."
        : null;

    public static string Say(FormPage page, OfferedAction one) =>
        $"{one.Owner.Name} ({one.Owner.Agency.Name()}), by {page.Words.When(one.DueAt)}"
            + (one.Audience.IsForAll ? "" : $". {one.Audience.Say()}");
}

/// <summary>Puts what was shown into the plan (R35, R36, R44, R46, R47, R50, R51, R52, R54, R57).</summary>
internal sealed class AddOffered : IAct<AddOffered.Form>
{
    /// <param name="Shown">Which, who and by when of each, as it was shown.</param>
    public sealed record Form(string Case, string? Shown = null) : ICaseForm;

    public static string Verb => "planning/add-offered";

    public static Capability Needs => Capability.FillForm;

    public static SubmitAction Button(Case @case, IReadOnlyList<OfferedAction> shown) => Actions.Send(
        shown.Count == 1 ? "Add this one" : $"Add these {shown.Count}", Verb,
        new Form(@case.Ref.Value, string.Join(';', shown.Select(one => one.Shown)))) with
    {
        AssociatedInputs = AssociatedInputs.None,
    };

    public Decision Decide(FormPage page, Form pressed) =>
        RowRules.AgreeOffered(page.Whole, OfferedAction.All(page.Case, page.Now), pressed.Shown, page.Now);

    public Echo Saved(FormPage page, Kept<Form> kept) =>
        new(kept.Facts.Count == 1 ? "1 action is in the plan" : $"{kept.Facts.Count} actions are in the plan");

    public PartButton? Next(FormPage page, Kept<Form> kept) => ActionsPage.Button(page.Case);

    public PartButton? Back(FormPage page, Form pressed) => ActionsPage.Button(page.Case);
}
