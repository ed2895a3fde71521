using StrategyBot.Cases;
using StrategyBot.Forms;
using StrategyBot.Protocols.Cards;


namespace StrategyBot.Phases.Planning;

internal static class AgreementCard
{
    private const int MostOwners = 30;

    public static AdaptiveCard For(CaseView view, string? notSaved = null)
    {
        var @case = view.Case;
        var owners = @case.Meeting.Plan.Open.GroupBy(action => action.Fact.Owner).ToList();
        var notAsked = @case.Children.Count(child => !@case.Meeting.Safety.Holders.ContainsKey(child.Id));
        return FormCard.Of(
            "Agree immediate plan",
            notSaved,
            [
                new TextBlock(@case.Meeting.Plan.AgreedAt is null ? "These people are told now, without waiting for the minutes:" : "The immediate plan is agreed. These people were told, and what is added or changed is told at once."),
                .. AgreeingPlan.Holders(@case).Select(held => Line($"First: {held.Holder.Described}, who holds {string.Join(" and ", held.Children.Select(child => child.Number))}")),
                .. owners.Take(MostOwners).Select(owner => Line($"{@case.Find(owner.Key)?.Described ?? "Nobody on the case"}: {(owner.Count() == 1 ? "1 action" : $"{owner.Count()} actions")}")),
                .. notAsked == 0 ? (IReadOnlyList<CardElement>)[] : [new TextBlock("Nobody has said yet who holds each child. If somebody does, name them first: they are told before all others.") { Weight = TextWeight.Bolder }],
                .. AgreeingPlan.HasSafetyPlan(@case) ? (IReadOnlyList<CardElement>)[] : [new TextBlock("The interim safety plan has no row yet, and no reason why none is needed.") { Weight = TextWeight.Bolder }],
            ],
            @case.Meeting.Plan.AgreedAt is null ? [AgreePlan.Button(@case)] : []);
    }

    private static TextBlock Line(string text) => new(CardText.Plain(Shortened.To(FormCard.Line, text)));
}
