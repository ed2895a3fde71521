using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Protocols.Cards;
using StrategyBot.Rules.Wording;

namespace StrategyBot.Phases.Assessing;

/// <summary>The form of one block of headings: a tick and a line of text each, and who may read it.</summary>
internal static class HeadingsCard
{
    /// <param name="typed">What was sent and refused, or <c>null</c> to show what stands.</param>
    public static AdaptiveCard For(CaseView view, HeadingBlock block, Words words, SaveHeadings.Form? typed = null, string? notSaved = null)
    {
        var assessment = view.Case.Meeting.Assessment;
        return FormCard.Of(
            block.Title,
            notSaved,
            [
                .. block.Headings.SelectMany((heading, index) => Asked(heading, assessment.Of(heading.Id), typed?.TicksOf(index), typed?.TextOf(index), index)),
                MarkingInput.For(view.Case, view.Reader.Agency, block.Headings.Select(heading => assessment.Of(heading.Id).Standing.LastOrDefault()?.Audience).OfType<Audience>().FirstOrDefault()),
                MarkingInput.Family(typed?.Family ?? false),
                .. block.Headings.SelectMany(heading => Standing(view, heading, words)),
                FormCard.NotSavedYet,
            ],
            [SaveHeadings.Button(view, block), .. block.Headings.Where(heading => assessment.Of(heading.Id).IsContested).Select(heading => OpenContest.Button(view, heading))]);
    }

    private static IEnumerable<CardElement> Asked(Heading heading, HeadingState state, string? ticks, string? text, int index)
    {
        var stands = state.Standing.LastOrDefault()?.Answer;
        yield return new ChoiceSetInput($"ticks{index}", heading.Prompt, [.. heading.Options.Select(option => new Choice(option.Label, option.Id))])
        {
            IsMultiSelect = heading.Kind == HeadingKind.Choices,
            Style = heading.Kind == HeadingKind.Choices ? ChoiceSetStyle.Expanded : ChoiceSetStyle.Compact,
            Value = ticks ?? Ticks(heading, stands),
            Separator = index > 0,
        };
        yield return new TextInput($"text{index}", heading.Title) { IsMultiline = true, MaxLength = FormCard.LongText, Value = text ?? stands?.Text };
    }

    private static string? Ticks(Heading heading, Answer? answer) => answer switch
    {
        null => null,
        { Kind: AnswerKind.NothingHeld } => Heading.NothingHeld,
        { Kind: AnswerKind.NotKnownYet } => Heading.NotKnownYet,
        _ when heading.Kind == HeadingKind.Words => "known",
        _ => string.Join(',', answer.Choices),
    };

    /// <summary>Whose words stand there, and, where two contest, both of them (design §5.4).</summary>
    private static IEnumerable<CardElement> Standing(CaseView view, Heading heading, Words words)
    {
        var state = view.Case.Meeting.Assessment.Of(heading.Id);
        if (state.IsContested)
        {
            yield return new TextBlock($"{heading.Title}: two answers stand. The chair chooses one; both are kept.") { Weight = TextWeight.Bolder };
        }

        foreach (var given in state.Standing)
        {
            yield return new TextBlock($"{heading.Title}: saved {words.Time(given.At)} by {CardText.Plain(view.Case.Find(given.By)?.Described ?? "someone no longer on the case")}") { IsSubtle = true, Size = TextSize.Small };
        }
    }
}
