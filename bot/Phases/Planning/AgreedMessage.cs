using StrategyBot.Reaching;

namespace StrategyBot.Phases.Planning;

/// <summary>What one person hears once the plan is agreed, in one message: the outcome for a child whom they hold, what is theirs to do,
/// and the answer to what their agency referred (P25).</summary>
internal static class AgreedMessage
{
    /// <summary>Of a plan that was agreed before, a holder's own actions were told on their own.</summary>
    public static DateTimeOffset Since { get; } = new(2026, 11, 28, 0, 0, 0, TimeSpan.Zero);

    private const string ToRead = "There is something for you to read; open your part.";

    /// <summary>Whether whoever holds a child hears of their own actions with the outcome.</summary>
    public static bool IsOne(Case @case) => @case.Meeting.Plan.AgreedAt >= Since;

    /// <summary>As they stood when the plan was agreed; what was changed since is told on its own.</summary>
    public static IReadOnlyList<PlannedAction> OwnOf(Case @case, Participant person) => @case.Meeting.Plan is { AgreedAt: not null } plan
        ? [.. plan.Open.Where(action => action.Changed <= plan.AgreedVersion && action.Fact.Owner == person.Id)
            .OrderBy(action => action.Fact.DueAt)]
        : [];

    public static Notification For(Case @case, Participant to, Words words)
    {
        var own = OwnOf(@case, to);
        var isHolder = @case.Meeting.Plan.AgreedAt is not null && AgreementRule.Holders(@case).Any(held => held.Holder.Id == to.Id);
        var card = isHolder ? OfHolder(@case, to, own, words)
            : own.Count > 0 ? OfOwner(@case, to, own, words)
            : FormCard.Of(ReferralAnswerPage.Of(@case, to));
        return isHolder ? ToConfirm(card, own.Count) : new(card, own.Count > 0 ? PlanMessage.Sentence : ToRead)
        {
            InLetter = own.Count > 0 ? "What was agreed with you is on your page." : "There is an answer for you on your page.",
            Asks = own.Count > 0 ? PlanMessage.Asks(own) : null,
        };
    }

    /// <summary>The outcome once more, as it was changed since.</summary>
    public static Notification Changed(Case @case, Participant holder, Words words) =>
        ToConfirm(FormCard.Of(OutcomePage.Of(@case, holder, words)), own: 0);

    private static Notification ToConfirm(AdaptiveCard card, int own) =>
        new(card, "Please read this now, and confirm that you have; open your part.")
        {
            InLetter = "What you need to know is on your page.",
            Asks = new(1 + own, null,
                own > 0 ? "read it, confirm that you have, and accept what is yours" : "read it, and confirm that you have"),
        };

    private static AdaptiveCard OfHolder(Case @case, Participant holder, IReadOnlyList<PlannedAction> own, Words words)
    {
        var outcome = OutcomePage.Of(@case, holder, words);
        return FormCard.Of(outcome.Title, null, [.. ReferralAnswerPage.First(@case, holder), .. outcome.Body],
            [.. outcome.Beside, .. own.Count > 0 ? OwnActions.Buttons(@case) : []]);
    }

    private static AdaptiveCard OfOwner(Case @case, Participant owner, IReadOnlyList<PlannedAction> own, Words words)
    {
        var card = PlanMessage.Card(@case, owner,
            own.Count == 1 ? "The plan is agreed. This is yours:" : "The plan is agreed. These are yours:", own, words);
        return ReferralAnswerPage.IsFor(@case, owner)
            ? card with
            {
                Body = [card.Body[0], .. ReferralAnswerPage.First(@case, owner), .. card.Body.Skip(1), ReferralAnswerPage.Last(@case)],
            }
            : card;
    }
}
