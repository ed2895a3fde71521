using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Forms;
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
        if (answers.Any(answer => answer.Text.Trim().Length > FormCard.LongText))
        {
            return new TooLong(FormCard.LongText);
        }

        var shown = AudienceOf(@case, author, answers.Select(answer => answer.Heading), seen);
        var saved = answers.Select(answer => One(@case, author, answer, seen, shown, audience)).OfType<Decision>().ToList();
        return saved.OfType<Decision.Refused>().FirstOrDefault() as Decision
            ?? Decision.Of([.. saved.OfType<Decision.Accepted>().SelectMany(accepted => accepted.Facts)]);
    }

    /// <summary>The chair lets one of several contested answers stand.</summary>
    public static Decision Settle(Case @case, string heading, int chosen)
    {
        var state = @case.Meeting.Assessment.Of(heading);
        return state.Standing.All(given => given.Seq != chosen) ? new AnswerGone()
            : !state.IsContested ? Decision.Already
            : new HeadingSettled(heading, chosen) { Meeting = @case.Meeting.Id };
    }

    /// <summary>The marking that a form over these headings shows: that of the first answer this person may read.</summary>
    public static Audience AudienceOf(Case @case, Participant reader, IEnumerable<string> headings, int seen = int.MaxValue) =>
        headings.Select(heading => StoodAt(@case.Meeting.Assessment.Of(heading), seen)).OfType<GivenAnswer>().FirstOrDefault(given => MayRead(reader, given))?.Audience
        ?? Audience.Professionals;

    /// <summary>Whether the marking lets this person read the answer. Its author always may.</summary>
    public static bool MayRead(Participant reader, GivenAnswer given) => given.Audience.Admits(reader.Agency) || IsBy(reader, given);

    private static Decision? One(Case @case, Participant author, TypedAnswer typed, int seen, Audience shown, Audience audience)
    {
        if (Headings.Find(typed.Heading) is not { } heading || Read(heading, typed) is not { } answer)
        {
            return null;
        }

        var state = @case.Meeting.Assessment.Of(heading.Id);
        var stood = StoodAt(state, seen);
        var read = stood is not null && MayRead(author, stood) ? stood : null;
        var sameWords = read?.Answer == answer;
        if (state.Standing.Any(given => given.Answer == answer && given.Audience == audience) || (sameWords && audience == shown))
        {
            // Somebody's answer that merely came back with the form keeps its author.
            return null;
        }

        if (read is not null && !IsBy(author, read) && !audience.IsAtMost(read.Audience))
        {
            return new OnlyTheAuthorWidens(heading.Title, read.Audience);
        }

        return new HeadingAnswered(heading.Id, answer, Contested(state, author, seen, hidden: stood is not null && read is null ? stood : null))
        {
            Meeting = @case.Meeting.Id,
            Audience = audience,
            OnBehalfOf = sameWords && !IsBy(author, read!) ? read!.OnBehalfOf ?? @case.Find(read.By)?.Id : null,
        };
    }

    /// <summary>The answer beside which this one is kept: one that came after the form was opened, or that this author may not read.</summary>
    private static int? Contested(HeadingState state, Participant author, int seen, GivenAnswer? hidden) =>
        state.IsContested ? state.Latest : (state.Standing.LastOrDefault(given => given.Seq > seen && !IsBy(author, given)) ?? hidden)?.Seq;

    private static GivenAnswer? StoodAt(HeadingState state, int seen) => state.Latest <= seen
        ? state.Standing.LastOrDefault()
        : state.History.LastOrDefault(given => given.Seq <= seen);

    private static bool IsBy(Participant person, GivenAnswer given) => given.By == person.Person || given.OnBehalfOf == person.Id;

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
            _ when heading.Kind == HeadingKind.Words && text.Length == 0 => null,
            _ => new(AnswerKind.Known, heading.Kind == HeadingKind.Words ? [] : ticks, text),
        };
    }
}

/// <summary>The answer that was chosen no longer stands.</summary>
public sealed record AnswerGone : Refusal
{
    public override string Say(Words words) => "That answer has been changed since. Look at both again and choose.";
}
