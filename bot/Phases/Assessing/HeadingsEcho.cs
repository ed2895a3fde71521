using StrategyBot.Cases;
using StrategyBot.Forms;
using StrategyBot.Protocols.Cards;
using StrategyBot.Rules.Wording;

namespace StrategyBot.Phases.Assessing;

/// <summary>What stands under the headings of a block, with whose words it is and when (design §5.3).</summary>
internal static class HeadingsEcho
{
    // Three of the longest answers, and the person's own part below them, still fit on a card.
    private const int LongestShown = 700;

    /// <param name="typed">What was sent, so that an answer of which only the tick came is not taken for saved.</param>
    public static IReadOnlyList<CardElement> For(CaseView view, HeadingBlock block, IReadOnlyList<TypedAnswer> typed, Words words) =>
    [
        .. block.Headings.SelectMany(heading => view.Case.Meeting.Assessment.Of(heading.Id).Standing
            .Where(given => AnsweringHeadings.MayRead(view.Reader, given)).SelectMany(given => Given(view, heading, given, words))),
        .. block.Headings.Where(heading => IsOnlyTicked(heading, typed)).Select(heading => new TextBlock($"{heading.Title}: “Known” needs words, so it is not answered yet.")),
    ];

    private static IEnumerable<CardElement> Given(CaseView view, Heading heading, GivenAnswer given, Words words)
    {
        var text = AnswerWords.Say(heading, given.Answer);
        yield return new TextBlock(heading.Title) { Weight = TextWeight.Bolder, Separator = true };
        yield return new PlainText(Shortened.To(LongestShown, text));
        yield return new TextBlock($"{CardText.Plain(HeadingsCard.AuthorOf(view, given))} · {words.Time(given.At)} · {given.Audience.Say()}") { IsSubtle = true, Size = TextSize.Small };
    }

    private static bool IsOnlyTicked(Heading heading, IReadOnlyList<TypedAnswer> typed) =>
        heading.Kind == HeadingKind.Words && typed.Any(answer => answer.Heading == heading.Id && answer.Ticks.Contains("known") && answer.Text.Trim().Length == 0);
}
