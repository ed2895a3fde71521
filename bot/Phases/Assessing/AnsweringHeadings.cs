using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Rules;
using StrategyBot.Rules.Wording;

namespace StrategyBot.Phases.Assessing;

/// <summary>What somebody put under one heading.</summary>
/// <param name="Ticks">Option ids.</param>
public sealed record TypedAnswer(string Heading, IReadOnlyList<string> Ticks, string Text);

/// <summary>The rules of answering headings. Pure: same record, same answers, same decision.</summary>
public static class AnsweringHeadings
{
    /// <summary>Saves the answered headings of one form. A half-filled form is saved as far as it goes (P7).</summary>
    /// <param name="seen">The case's version that the form was filled upon: an answer that came after it is contested, not overwritten (design §5.4).</param>
    public static Decision Save(Case @case, Participant author, IReadOnlyList<TypedAnswer> answers, int seen, Audience audience)
    {
        if (answers.Any(answer => answer.Text.Length > MostText))
        {
            return new TooLong(MostText);
        }

        var facts = answers.Select(answer => Fact(@case, author, answer, seen, audience)).OfType<Fact>().ToList();
        return Decision.Of(facts);
    }

    /// <summary>The chair lets one of several contested answers stand.</summary>
    public static Decision Settle(Case @case, string heading, int chosen)
    {
        var state = @case.Meeting.Assessment.Of(heading);
        return state.Standing.All(given => given.Seq != chosen) ? new AnswerGone()
            : !state.IsContested ? Decision.Already
            : new HeadingSettled(heading, chosen);
    }

    private const int MostText = FormCard.LongText;

    private static HeadingAnswered? Fact(Case @case, Participant author, TypedAnswer typed, int seen, Audience audience)
    {
        var heading = Headings.Find(typed.Heading)!;
        if (Read(heading, typed) is not { } answer)
        {
            return null;
        }

        var state = @case.Meeting.Assessment.Of(heading.Id);
        var unseen = state.Standing.LastOrDefault(given => given.Seq > seen && given.By != author.Person);
        var same = state.Standing.Any(given => given.By == author.Person && given.Answer == answer && given.Audience == audience);
        return same ? null : new HeadingAnswered(heading.Id, answer, state.IsContested ? state.Latest : unseen?.Seq) { Meeting = @case.Meeting.Id, Audience = audience };
    }

    /// <summary>The three answers of P14; nothing ticked and nothing typed is no answer.</summary>
    private static Answer? Read(Heading heading, TypedAnswer typed)
    {
        var ticks = typed.Ticks.Where(tick => heading.Options.Any(option => option.Id == tick)).ToValueList();
        var text = typed.Text.Trim();
        return ticks switch
        {
            { Count: 0 } when text.Length == 0 => null,
            _ when ticks.Contains(Heading.NotKnownYet) => new(AnswerKind.NotKnownYet, [], text),
            _ when ticks.Contains(Heading.NothingHeld) => new(AnswerKind.NothingHeld, [], text),
            _ => new(AnswerKind.Known, heading.Kind == HeadingKind.Words ? [] : ticks, text),
        };
    }
}

/// <summary>The answer that was chosen no longer stands.</summary>
public sealed record AnswerGone : Refusal
{
    public override string Say(Words words) => "That answer has been changed since. Look at both again and choose.";
}
