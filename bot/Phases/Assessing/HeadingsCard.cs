using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Forms;
using StrategyBot.Protocols.Cards;
using StrategyBot.Rules.Wording;

namespace StrategyBot.Phases.Assessing;

/// <summary>The form of one block of headings: a tick and a line of text each, and who may read it.</summary>
internal static class HeadingsCard
{
    // Beside Save; a card has five buttons (design §5.7).
    private const int MostContests = 4;

    /// <param name="typed">What was sent and refused, or <c>null</c> to show what stands.</param>
    public static AdaptiveCard For(CaseView view, HeadingBlock block, Words words, SaveHeadings.Form? typed = null, string? notSaved = null)
    {
        var assessment = view.Case.Meeting.Assessment;
        var shown = AnsweringHeadings.AudienceOf(view.Case, view.Reader, block.Headings.Select(heading => heading.Id));
        var audience = typed is null ? shown : MarkingInput.Read(typed.Marking, typed.Family, view.Reader.Agency);
        return FormCard.Of(
            block.Title,
            notSaved,
            [
                .. block.Headings.SelectMany((heading, index) => Asked(heading, Readable(view, heading), typed?.TicksOf(index), Fitting(typed?.TextOf(index)), index)),
                MarkingInput.For(view.Case, view.Reader.Agency, audience),
                MarkingInput.Family(audience.MayShareWithFamily),
                .. block.Headings.SelectMany(heading => Standing(view, heading, words)),
                FormCard.NotSavedYet,
            ],
            [
                SaveHeadings.Button(view, block),
                .. block.Headings.Where(heading => assessment.Of(heading.Id).IsContested).Select(heading => OpenContest.Button(view, heading)).Take(MostContests),
            ]);
    }

    private static IEnumerable<CardElement> Asked(Heading heading, Answer? stands, string? ticks, string? text, int index)
    {
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

    private static Answer? Readable(CaseView view, Heading heading) =>
        view.Case.Meeting.Assessment.Of(heading.Id).Standing.LastOrDefault() is { } given && AnsweringHeadings.MayRead(view.Reader, given) ? given.Answer : null;

    // A text beyond the limit isn't shown again: its refusal names the limit instead (design §5.8).
    private static string? Fitting(string? text) => text?.Length > FormCard.LongText ? null : text;

    /// <summary>Whose words stand there, and, where two contest, both of them (design §5.4).</summary>
    private static IEnumerable<CardElement> Standing(CaseView view, Heading heading, Words words)
    {
        var state = view.Case.Meeting.Assessment.Of(heading.Id);
        if (state.IsContested)
        {
            yield return new TextBlock($"{heading.Title}: {state.Standing.Count} answers stand. The chair chooses one; all are kept.") { Weight = TextWeight.Bolder };
        }

        foreach (var given in state.Standing)
        {
            var kept = AnsweringHeadings.MayRead(view.Reader, given) ? "" : " It is not marked for you; what you save stands beside it.";
            yield return new TextBlock($"{heading.Title}: saved {words.Time(given.At)} by {CardText.Plain(AuthorOf(view, given))}.{kept}") { IsSubtle = true, Size = TextSize.Small };
        }
    }

    /// <summary>Whose words they are, and who typed them where that is another.</summary>
    public static string AuthorOf(CaseView view, GivenAnswer given)
    {
        var typist = view.Case.Find(given.By)?.Described ?? "someone no longer on the case";
        return given.OnBehalfOf is { } other && view.Case.Find(other) is { } author ? $"{author.Described} (marked by {typist})" : typist;
    }
}
