using StrategyBot.Cases;
using StrategyBot.Forms;
using StrategyBot.Protocols.Cards;

namespace StrategyBot.Phases.Attending;

/// <summary>What is still open, and the taps that end the meeting (P7).</summary>
internal static class EndCard
{
    public static AdaptiveCard For(CaseView view, IReadOnlyList<Gap> gaps) => FormCard.Of(
        "End the meeting",
        null,
        [
            new TextBlock(view.Case.Meeting.Plan.AgreedAt is null ? "The immediate plan is not agreed yet: messages about it have not left." : "The immediate plan is agreed."),
            new TextBlock("The minutes clock starts when you end. What is open then is asked for by today 17:00, or by noon of the next working day."),
            .. OpenParts.List(gaps),
        ],
        EndMeeting.Button(view.Case));
}

/// <summary>The open parts in words, without content.</summary>
internal static class OpenParts
{
    private const int Most = 60;

    public static IEnumerable<CardElement> List(IReadOnlyList<Gap> gaps)
    {
        yield return new TextBlock(gaps.Count == 0 ? "Everything that binds is answered." : $"{gaps.Count} still to answer:") { Weight = TextWeight.Bolder };
        if (gaps.Count > 0)
        {
            yield return new TextBlock(string.Join("\n", gaps.Take(Most).Select(gap => $"- {gap.Sentence}")));
        }
    }

    /// <summary>Buttons to the first few, each part once.</summary>
    public static IEnumerable<CardAction> Buttons(IReadOnlyList<Gap> gaps, int most) => gaps
        .DistinctBy(gap => (gap.Open.Title, gap.Open.Verb)).Take(most)
        .Select(gap => Actions.Send(Shortened.To(60, gap.Open.Title), gap.Open.Verb, gap.Open.Form) with { AssociatedInputs = AssociatedInputs.None });
}
