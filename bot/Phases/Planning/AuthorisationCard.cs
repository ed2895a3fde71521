using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Forms;
using StrategyBot.Protocols.Cards;
using StrategyBot.Rules.Wording;


namespace StrategyBot.Phases.Planning;

internal static class AuthorisationCard
{
    // As many as a manager reads before a tick; the plan itself has them all.
    private const int MostRows = 15;

    public static AdaptiveCard For(CaseView view, Words words, string? notSaved = null)
    {
        var rows = RowRules.Of(view.Case, ActionKind.SafetyPlan).ToList();
        var authorised = view.Case.Meeting.Plan.Authorised;
        return FormCard.Of(
            "Authorise the enquiry",
            notSaved,
            [
                new TextBlock("I am satisfied that the interim safety plan is appropriate and robust."),
                .. rows.Take(MostRows).SelectMany(row => (IReadOnlyList<CardElement>)
                [
                    new PlainText(Shortened.To(FormCard.Line, row.Fact.What)) { Weight = TextWeight.Bolder },
                    new TextBlock(CardText.Plain(Shortened.To(FormCard.Line, RowCard.OwnerAndTime(view.Case, row, words)))) { IsSubtle = true, Size = TextSize.Small },
                ]),
                .. rows.Count > MostRows ? (IReadOnlyList<CardElement>)[new TextBlock($"And {rows.Count - MostRows} more.")] : [],
                .. rows.Count > 0 ? (IReadOnlyList<CardElement>)[]
                    : view.Case.Meeting.Safety.NoneNeeded is { } none ? [new TextBlock("No interim safety plan is needed, because:"), new PlainText(none.Fact.Because)]
                    : [new TextBlock("There is no row of the interim safety plan yet, and no reason why none is needed.")],
                .. authorised is null ? (IReadOnlyList<CardElement>)[] : [new TextBlock($"Authorised {words.Time(authorised.At)} by {CardText.Plain(view.Case.Find(authorised.By)?.Described ?? "")}")],
            ],
            authorised is null && AgreeingPlan.MayAuthorise(view.Reader) ? [Authorise.Button(view.Case)] : []);
    }
}
