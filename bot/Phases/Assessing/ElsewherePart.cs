namespace StrategyBot.Phases.Assessing;

/// <summary>Puts what was just typed where it belongs: under any heading that takes words, or another agency (P10).</summary>
internal sealed class ElsewherePart : IPart<ElsewherePart.Form>
{
    private const string Title = "Move it to …";

    /// <param name="Entries">Numbers of entries.</param>
    /// <param name="To">A heading, or an agency.</param>
    public sealed record Form(string Case, IReadOnlyList<string>? Entries = null, string? To = null) : ICaseForm;

    public static PartId Id => new("assessing/elsewhere");

    public static Capability Needs => Capability.FillForm;

    public static SubmitAction Button(Case @case, IReadOnlyList<Information> items) => Actions.Send(Title, Id.Open,
        CaseForm.With(@case, new { Entries = string.Join(',', items.Select(item => item.Seq)) })) with
    {
        AssociatedInputs = AssociatedInputs.None,
    };

    public Drawn Draw(FormPage page, Form asked)
    {
        var items = MoveInformation.Items(page, asked.Entries);
        return new(Title,
        [
            items.Count == 0
                ? new TextBlock("It is moved already, or was withdrawn.")
                : new PlainText(Shortened.To(FormCard.Line, items[0].Text)),
            new ChoiceSetInput("to", "Where it belongs",
            [
                .. Open(page.Case).Select(heading => new Choice(heading.Title, heading.Id)),
                .. MoveInformation.Agencies(page, items).Select(agency => new Choice(agency.Name(), WordTables.ValueOf(agency))),
            ]),
        ])
        {
            Saves = [new("Move it")],
        };
    }

    public Decision Decide(FormPage page, Form typed)
    {
        var items = MoveInformation.Items(page, typed.Entries);
        return items.Count == 0 ? Decision.Already
            : typed.To is null or "" ? new CannotBe("Choose where it belongs.") { Field = "to" }
            : Under(page.Case, typed) is { } heading ? Move(page, items, heading)
            : Enum.TryParse<Agency>(typed.To, ignoreCase: true, out var agency) ? MoveInformation.To(page, items, agency)
            : new CannotBe("That isn't offered. Choose where it belongs.") { Field = "to" };
    }

    public Echo Saved(FormPage page, Kept<Form> kept) => Under(page.Case, kept.Typed) is { } heading
        ? new(heading.Title, kept.Facts.OfType<HeadingAnswered>().Select(fact => new PlainText(fact.Answer.Text)).ToArray<CardElement>())
        {
            Done = "Moved",
        }
        : MoveInformation.EchoOf(page, kept.Facts);

    private static IEnumerable<Heading> Open(Case @case) =>
        Headings.Of(@case).Where(heading => heading is { Kind: not HeadingKind.OwnForm, IsWordless: false });

    private static Heading? Under(Case @case, Form typed) => Open(@case).FirstOrDefault(heading => heading.Id == typed.To);

    /// <summary>Beside whatever stands there: who moves it has not seen that.</summary>
    private static Decision Move(FormPage page, IReadOnlyList<Information> items, Heading heading)
    {
        var typed = new TypedAnswer(heading.Id, [], string.Join('\n', items.Select(item => item.Text)));
        return HeadingsRule.Save(page.Whole, page.Me, [typed], 0, items[0].Audience, saysSharing: true).Match(
            facts => Decision.Of(
            [
                .. items.Select(item => new InformationWithdrawn(item.Seq) { Meeting = page.Case.Meeting.Id }),
                // Whose words they are goes with them.
                .. facts.Select(fact => fact with { OnBehalfOf = items[0].Participant == page.Me.Id ? null : items[0].Participant }),
            ]),
            why => new Decision.Refused(why));
    }
}
