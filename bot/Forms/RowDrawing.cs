using StrategyBot.Cases;
using StrategyBot.Protocols.Cards;
using StrategyBot.Rules.Wording;

namespace StrategyBot.Forms;

/// <summary>The form of one row, and the list of them.</summary>
public static class RowCard
{
    // So many rows, cut to a line each, still fit on a card beside the choice among them.
    private const int MostRows = 20;

    private const int ShortRow = 60;

    /// <param name="typed">What stands, or what was sent and refused.</param>
    public static AdaptiveCard For(CaseView view, RowKind kind, RowForm typed, DateTimeOffset now, Words words, string? notSaved = null) => FormCard.Of(
        typed.Action is { Length: > 0 } ? $"Change: {kind.One}" : $"Add: {kind.One}",
        notSaved,
        [
            new TextInput("what", "What is to be done") { IsMultiline = true, MaxLength = FormCard.LongText, Value = Fitting(typed.What, FormCard.LongText) },
            PersonChoice.Of("owner", "Who does it", view.Case.Participants.Where(person => person.May(Capability.Act)), typed.Owner),
            new ChoiceSetInput("due", "By when", [.. Times(view.Case, typed, now, words)]) { Value = typed.Due },
            new TextInput("at", "Or another day and time") { MaxLength = FormCard.Line, Placeholder = "tomorrow 12:00, or 26 Nov 14:00", Value = Fitting(typed.At, FormCard.Line) },
            new TextInput("purpose", "For what purpose") { MaxLength = FormCard.Line, Value = Fitting(typed.Purpose, FormCard.Line) },
            new TextInput("ifThisFails", "If this fails, then") { MaxLength = FormCard.Line, Value = Fitting(typed.IfThisFails, FormCard.Line) },
            FormCard.NotSavedYet,
        ],
        [Actions.Send("Save", kind.SaveVerb, new { Case = view.Case.Id.Value, typed.Action })]);

    /// <summary>What is agreed so far, with a way to add, change and withdraw.</summary>
    public static AdaptiveCard List(CaseView view, RowKind kind, IReadOnlyList<CardElement> above, IReadOnlyList<CardAction> beside, Words words)
    {
        var rows = RowRules.Of(view.Case, kind.Kind).ToList();
        var form = new { Case = view.Case.Id.Value };
        return FormCard.Of(
            kind.List,
            null,
            [
                .. above,
                .. rows.Count == 0 ? (IReadOnlyList<CardElement>)[new TextBlock("None is agreed yet.")] : [],
                .. rows.Take(MostRows).SelectMany(row => Row(view, row, words)),
                .. rows.Count > MostRows ? (IReadOnlyList<CardElement>)[new TextBlock($"And {rows.Count - MostRows} more in the list below.") { IsSubtle = true }] : [],
                .. rows.Count == 0 ? (IReadOnlyList<CardElement>)[] : [Choose(rows)],
            ],
            [
                Actions.Send("Add one", kind.FormVerb, form) with { AssociatedInputs = AssociatedInputs.None },
                .. rows.Count == 0 ? (IReadOnlyList<CardAction>)[] : [Actions.Send("Change the chosen one", kind.FormVerb, form), Actions.Send("Withdraw the chosen one", kind.WithdrawVerb, form)],
                .. beside,
            ]);
    }

    /// <summary><c>Sam Whitlock (Police), by Thu 26 Nov 2026, 12:00</c>.</summary>
    public static string OwnerAndTime(Case @case, PlannedAction row, Words words) =>
        $"{(@case.Find(row.Fact.Owner) is { } owner ? $"{owner.Name} ({owner.Agency.Name()})" : "Nobody on the case")}, by {words.When(row.Fact.DueAt)}";

    private static IEnumerable<CardElement> Row(CaseView view, PlannedAction row, Words words)
    {
        yield return new PlainText(Shortened.To(ShortRow * 2, row.Fact.What)) { Weight = TextWeight.Bolder };
        yield return new TextBlock(CardText.Plain(Shortened.To(FormCard.Line, OwnerAndTime(view.Case, row, words)))) { IsSubtle = true, Size = TextSize.Small };
    }

    private static ChoiceSetInput Choose(List<PlannedAction> rows) =>
        new("action", "Choose one", [.. rows.Select(row => new Choice(Shortened.To(ShortRow, row.Fact.What), row.Id.Value))]) { Value = rows[0].Id.Value };

    private static IEnumerable<Choice> Times(Case @case, RowForm typed, DateTimeOffset now, Words words)
    {
        if (@case.Meeting.Plan.Open.FirstOrDefault(action => action.Id.Value == typed.Action) is { } stands)
        {
            yield return new($"as it is: {words.When(stands.Fact.DueAt)}", RowForm.AsItIs);
        }

        foreach (var time in RowRules.Times(@case, now))
        {
            yield return new(time.Label, time.Id);
        }

        yield return new("another day and time, typed below", RowForm.OtherTime);
    }

    private static string? Fitting(string? text, int most) => text?.Length > most ? null : text;
}
