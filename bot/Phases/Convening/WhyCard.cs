using StrategyBot.Forms;
using StrategyBot.Protocols.Cards;

namespace StrategyBot.Phases.Convening;

/// <summary>Why the meeting is called, and since when the clocks run (R1, R2).</summary>
internal static class WhyCard
{
    // Circumstances that ask for something elsewhere too (R3, R4).
    private const string ChildOnChild = "child-on-child", TransferIn = "transfer-in";

    public static AdaptiveCard For(Page page, TypedWhy? typed = null)
    {
        var shown = typed ?? Stands(page);
        return page.Form(Step.Why.Title(),
            [
                new ChoiceSetInput("circumstances", "What has come up", [.. page.Case.Profile.Questions.Circumstances.Select(one => new Choice(one.Text, one.Id))])
                {
                    IsMultiSelect = true,
                    Style = ChoiceSetStyle.Expanded,
                    Value = string.Join(',', shown.Circumstances),
                },
                new TextInput("other", "Other, or a word more") { MaxLength = FormCard.Line, Value = shown.Other },
                new DateInput("concernOn", "Concern first identified, by anybody: day") { Value = shown.ConcernOn },
                new TimeInput("concernTime", "Concern first identified: time") { Value = shown.ConcernTime },
                new DateInput("referralOn", "Referral received: day") { Value = shown.ReferralOn },
                new TimeInput("referralTime", "Referral received: time") { Value = shown.ReferralTime },
            ],
            SaveWhy.Button(page.Case));
    }

    /// <summary>What the circumstances ask for beside this meeting.</summary>
    public static string? Prompt(IReadOnlyList<string> circumstances) =>
        circumstances.Contains(ChildOnChild) ? "Both children need a conference of their own: convene a case for the other child too, and name the other case by its reference only."
        : circumstances.Contains(TransferIn) ? "If the other authority keeps responsibility, write who confirmed it and when; the meeting is still yours until they have."
        : null;

    private static TypedWhy Stands(Page page)
    {
        var today = page.Words.LocalDate(page.Now);
        return page.Case.Circumstances is { } given
            ? new(given.Circumstances, given.Other, page.Words.LocalDate(given.ConcernIdentifiedAt), page.Words.LocalTime(given.ConcernIdentifiedAt),
                page.Words.LocalDate(given.ReferralReceivedAt), page.Words.LocalTime(given.ReferralReceivedAt))
            : new([], null, today, null, today, null);
    }
}
