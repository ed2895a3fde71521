using StrategyBot.Rules;

namespace StrategyBot.Phases.Assessing;

/// <summary>What somebody put under one heading.</summary>
/// <param name="Ticks">Option ids.</param>
internal sealed record TypedAnswer(string Heading, IReadOnlyList<string> Ticks, string Text);

/// <summary>The rules of answering headings. Pure: same record, same answers, same decision.</summary>
internal static class HeadingsRule
{
    /// <summary>Saves the answered headings of one form. A half-filled form is saved as far as it goes (P7).</summary>
    /// <param name="seen">The case's version that the form was filled upon: a later answer is contested, not overwritten (§5.4).</param>
    /// <param name="saysSharing">The marking says whom it may be shared with too; where it doesn't, each answer keeps that.</param>
    public static Decision Save(
        Case @case, Participant author, IReadOnlyList<TypedAnswer> answers, int seen, Audience audience, bool saysSharing = false)
    {
        var shown = AudienceOf(@case, author, answers.Select(answer => answer.Heading), seen);
        if (!saysSharing)
        {
            shown = shown.SharedAs(audience);
        }

        Audience Marked(GivenAnswer? read) => read is not null && audience == shown ? read.Audience
            : saysSharing ? audience : audience.SharedAs(read?.Audience);
        var saved = answers.Select(answer => One(@case, author, answer, seen, audience == shown, Marked)).OfType<Decision>().ToList();
        var refused = saved.OfType<Decision.Refused>().Select(one => one.Because).ToList();
        return refused.Count switch
        {
            0 when answers.All(answer => IsBlank(@case, answer)) => NothingToSave(answers),
            0 => Decision.Of([.. saved.OfType<Decision.Accepted>().SelectMany(accepted => accepted.Facts)]),
            1 => refused[0],
            _ => new Several(refused),
        };
    }

    /// <summary>Says whom an answer may be shared with, in its author's place only less than it may be.</summary>
    public static Decision Share(Case @case, Participant author, string heading, int seen, Func<Audience, Audience> shared) =>
        Readable(@case, author, heading, seen) is not { } read || shared(read.Audience) == read.Audience
        ? Decision.Already
        : One(@case, author, Typed(Headings.Find(heading)!, read.Answer), seen, isLeft: false, _ => shared(read.Audience))
            ?? Decision.Already;

    /// <summary>The chair lets one of several contested answers stand.</summary>
    public static Decision Settle(Case @case, string heading, int chosen)
    {
        var state = @case.Meeting.Assessment.Of(heading);
        return state.Standing.All(given => given.Seq != chosen) ? new AnswerGone()
            : !state.IsContested ? Decision.Already
            : new HeadingSettled(heading, chosen) { Meeting = @case.Meeting.Id };
    }

    /// <summary>The answer that a form shows under a heading; <c>null</c> if none stands that this person may read.</summary>
    public static GivenAnswer? Readable(Case @case, Participant reader, string heading, int seen = int.MaxValue) =>
        StoodAt(@case.Meeting.Assessment.Of(heading), seen) is { } given && MayRead(reader, given) ? given : null;

    /// <summary>The marking that a form over these headings shows: that of the first answer this person may read.</summary>
    public static Audience AudienceOf(Case @case, Participant reader, IEnumerable<string> headings, int seen = int.MaxValue) =>
        headings.Select(heading => Readable(@case, reader, heading, seen))
            .FirstOrDefault(given => given is not null)?.Audience ?? Audience.Professionals;

    /// <summary>Whether the marking lets this person read the answer. Its author always may.</summary>
    public static bool MayRead(Participant reader, GivenAnswer given) => given.Audience.Admits(reader.Agency) || IsBy(reader, given);

    /// <summary>Ticks that can't stand together, two of them; none if all of them can.</summary>
    public static IReadOnlyList<Heading.Option> Excluding(Heading heading, IReadOnlyList<string> ticks)
    {
        var ticked = heading.Options.Where(option => ticks.Contains(option.Id)).ToList();
        var alone = heading.Kind == HeadingKind.Choices ? ticked.FirstOrDefault(option => option.IsAlone) : ticked.FirstOrDefault();
        return alone is null || ticked.Count < 2 ? []
            : [.. ticked.Where(option => option == alone || option == ticked.First(other => other != alone))];
    }

    /// <summary><c>“None” and “Child protection”</c>.</summary>
    public static string Named(IEnumerable<Heading.Option> options) => string.Join(" and ", options.Select(option => $"“{option.Label}”"));

    /// <param name="isLeft">The marking of the form was left alone.</param>
    private static Decision? One(
        Case @case, Participant author, TypedAnswer typed, int seen, bool isLeft, Func<GivenAnswer?, Audience> markedAs)
    {
        if (Headings.Find(typed.Heading) is not { } heading)
        {
            return null;
        }

        var state = @case.Meeting.Assessment.Of(heading.Id);
        var stood = StoodAt(state, seen);
        var read = Readable(@case, author, heading.Id, seen);
        var untouched = IsUntouched(heading, typed, read);
        if (!untouched && WhyNot(heading, typed, read) is { } why)
        {
            return why;
        }

        if ((untouched ? read!.Answer : Read(heading, typed)) is not { } answer)
        {
            return null;
        }

        // The form has one marking; left alone, it leaves each answer its own.
        var marked = markedAs(read);
        var sameWords = read?.Answer == answer;
        if (state.Standing.Any(given => given.Answer == answer && given.Audience == marked) || (sameWords && isLeft))
        {
            // Somebody's answer that merely came back with the form keeps its author.
            return null;
        }

        if (read is not null && !IsBy(author, read) && !marked.IsAtMost(read.Audience))
        {
            return new OnlyTheAuthorWidens(heading.Title, read.Audience) { Field = MarkingInput.Id };
        }

        var own = state.Standing.Any(given => given.Seq > seen && given.By == author.Person);
        return new HeadingAnswered(
            heading.Id, answer, Contested(state, author, seen, hidden: read is null ? stood : null), own ? true : null)
        {
            Meeting = @case.Meeting.Id,
            Audience = marked,
            OnBehalfOf = sameWords && !IsBy(author, read!) ? read!.OnBehalfOf ?? @case.Find(read.By)?.Id : null,
        };
    }

    private static Refusal? WhyNot(Heading heading, TypedAnswer typed, GivenAnswer? read) =>
        typed.Text.Trim().Length > FormCard.LongText ? new TooLong(FormCard.LongText) { Field = HeadingsPart.TextOf(heading.Id) }
        : Excluding(heading, typed.Ticks) is [_, _] two
            ? new CannotBe($"{Named(two)} exclude each other under “{heading.Title}”. Leave one of them.")
            {
                Field = HeadingsPart.TicksOf(heading),
            }
        : Read(heading, typed) is null && read is not null
            ? new CannotBe($"An answer can't be emptied. Put the words under “{heading.Title}” right, or choose “Not known yet”.")
            {
                Field = HeadingsPart.TextOf(heading.Id),
            }
        : IsOneToChoose(heading, read) && typed.Ticks.Count == 0
            ? new CannotBe($"{Named(Ticked(heading, read!))} stand together under “{heading.Title}” and exclude each other. Choose one.")
            {
                Field = HeadingsPart.TicksOf(heading),
            }
        : null;

    /// <summary>An earlier release let several be ticked where only one can be; a form of today can't show them.</summary>
    public static bool IsOneToChoose(Heading heading, GivenAnswer? read) =>
        heading.Kind != HeadingKind.Choices && read?.Answer.Choices.Count > 1;

    public static IEnumerable<Heading.Option> Ticked(Heading heading, GivenAnswer read) =>
        heading.Options.Where(option => read.Answer.Choices.Contains(option.Id));

    private static bool IsUntouched(Heading heading, TypedAnswer typed, GivenAnswer? read) =>
        IsOneToChoose(heading, read) && typed.Ticks.Count == 0 && typed.Text.Trim() == read!.Answer.Text;

    /// <summary>The answer beside which this one is kept: one that came after the form was opened, or that its author can't read.</summary>
    private static int? Contested(Assessment.HeadingState state, Participant author, int seen, GivenAnswer? hidden) =>
        state.IsContested ? state.Latest
        : (state.Standing.LastOrDefault(given => given.Seq > seen && (given.By == author.Person || !IsBy(author, given))) ?? hidden)?.Seq;

    private static GivenAnswer? StoodAt(Assessment.HeadingState state, int seen) => state.Latest <= seen
        ? state.Standing.LastOrDefault()
        : state.History.LastOrDefault(given => given.Seq <= seen);

    private static bool IsBy(Participant person, GivenAnswer given) => given.By == person.Person || given.OnBehalfOf == person.Id;

    /// <summary>Nothing was typed, and nothing stands that it could have been.</summary>
    private static bool IsBlank(Case @case, TypedAnswer typed) =>
        Headings.Find(typed.Heading) is not { } heading
            || (Read(heading, typed) is null && !@case.Meeting.Assessment.Of(heading.Id).IsAnswered);

    private static CannotBe NothingToSave(IReadOnlyList<TypedAnswer> answers) =>
        answers.FirstOrDefault(answer => answer.Ticks.Contains(Heading.Known)) is { } ticked
        ? new("“Known” needs words. Type them, or choose another answer.") { Field = HeadingsPart.TextOf(ticked.Heading) }
        : new("There is nothing to save yet. Choose an answer or type one, and save again.");

    private static TypedAnswer Typed(Heading heading, Answer answer) => new(heading.Id, answer.Kind switch
    {
        AnswerKind.NothingHeld => [Heading.NothingHeld],
        AnswerKind.NotKnownYet => [Heading.NotKnownYet],
        _ => answer.Choices,
    }, answer.Text);

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
internal sealed record AnswerGone : Refusal
{
    public override string Say(Words words) => "That answer has been changed since. Look at both again and choose.";
}
