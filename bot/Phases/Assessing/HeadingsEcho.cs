using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Protocols.Cards;
using StrategyBot.Rules.Wording;

namespace StrategyBot.Phases.Assessing;

/// <summary>What stands under the headings of a block, with whose words it is and when (design §5.3).</summary>
internal static class HeadingsEcho
{
    public static IReadOnlyList<CardElement> For(CaseView view, HeadingBlock block, Words words) =>
        [.. block.Headings.SelectMany(heading => view.Case.Meeting.Assessment.Of(heading.Id).Standing.SelectMany(given => Given(view, heading, given, words)))];

    private static IEnumerable<CardElement> Given(CaseView view, Heading heading, GivenAnswer given, Words words)
    {
        yield return new TextBlock(heading.Title) { Weight = TextWeight.Bolder, Separator = true };
        yield return new PlainText(Say(heading, given.Answer));
        yield return new TextBlock($"{CardText.Plain(view.Case.Find(given.By)?.Described ?? "")} · {words.Time(given.At)} · {given.Audience.Say()}") { IsSubtle = true, Size = TextSize.Small };
    }

    private static string Say(Heading heading, Answer answer) => AnswerWords.Say(heading, answer);
}
