using StrategyBot.Documents;
using StrategyBot.Rules.Deadlines;

namespace StrategyBot.Phases.Minuting;

/// <summary>The rules of <em>Something is wrong</em> (P15): authors put their own words right; of others' words the chair decides.
/// Pure.</summary>
internal static class ObjectionRule
{
    /// <summary>As much as a reader says of one paragraph; it stands whole on the chair's card beside what it is about.</summary>
    public const int MostText = 1_000;

    /// <summary>A reader's correction of their own words, or what they say is wrong with another's.</summary>
    /// <param name="version">The version that they read.</param>
    public static Decision Object(Case @case, Participant me, int version, string? paragraph, string text,
        Readers? readers = null)
    {
        var (minutes, typed) = (@case.Meeting.Minutes, text.ReplaceLineEndings("\n").Trim());
        if (!minutes.Approvals.ContainsKey(version))
        {
            return new NotApprovedYet();
        }

        if (version < minutes.Version)
        {
            return new CannotBe(
                $"Version {minutes.Version} has replaced the one you read. Open it, and look whether it is still wrong there.");
        }

        if (minutes.Of(version).FirstOrDefault(other => other.Id == paragraph) is not { } issued || !issued.IsFor(me))
        {
            return new ParagraphGone();
        }

        return OwnWords(@case, me, paragraph) is { } mine
            ? Correct(@case, me, version, mine, typed)
            : Raise(@case, me, version, issued, typed, Readable(@case, issued, readers));
    }

    /// <summary>The chair amends, records the disagreement, or declines with a reason (P15).</summary>
    public static Decision Answer(Case @case, Participant me, ObjectionAnswerPart.Form typed)
    {
        if (@case.Meeting.Minutes.Objections.FirstOrDefault(other => other.Number == typed.Objection) is not { } objection)
        {
            return new ObjectionGone();
        }

        var reason = (typed.Reason ?? "").ReplaceLineEndings("\n").Trim();
        if (objection.Answer is { } stands)
        {
            return stands.Fact.Outcome == typed.Outcome && stands.Fact.Reason == reason
                ? Decision.Already
                : new CannotBe("This is answered already. Open the list to see how.");
        }

        var answered =
            new ObjectionAnswered(objection.Number, typed.Outcome ?? default, reason)
            {
                Meeting = @case.Meeting.Id,
                Audience = objection.Audience,
            };
        return typed.Outcome switch
        {
            _ when reason.Length > MostText => new TooLong(MostText) { Field = "reason" },
            null => new CannotBe("Choose what you do about it, and save again.") { Field = "outcome" },
            ObjectionOutcome.Amended => Amend(@case, me, objection, typed.Text, answered),
            _ when IsReworded(@case, me, objection, typed.Text) =>
                new CannotBe("You changed how it should read. Choose that you amend the minutes, or put those words back as they were.")
                {
                    Field = "outcome",
                },
            ObjectionOutcome.Declined when reason.Length == 0 =>
                new CannotBe("Say why the minutes stay as they are: whoever raised it is told.") { Field = "reason" },
            _ => answered,
        };
    }

    /// <summary>The paragraph as the draft has it, where this reader is its author and it can be put right in one form.</summary>
    public static MinutesParagraph? OwnWords(Case @case, Participant me, string? paragraph) =>
        Now(@case, paragraph) is { Cells: null } stands && stands.By == me.Id && stands.Text.Length <= FormCard.LongText ? stands : null;

    /// <summary>The paragraph as the draft has it now, where it may be put right in the same form.</summary>
    public static MinutesParagraph? Editable(Case @case, Participant me, Objection objection) =>
        Now(@case, objection.Paragraph) is { Cells: null } stands && stands.IsFor(me) && stands.Text.Length <= FormCard.LongText
            ? stands
            : null;

    /// <summary>By when the chair answers.</summary>
    public static Deadline Limit(Case @case, Objection objection) =>
        MinutesLimits.ObjectionAnswered(@case.Clocks, @case.Profile.Minutes, objection.At);

    /// <summary>Why there is a further version, as far as it follows from what was said and answered since the last.</summary>
    public static string Why(Case @case)
    {
        var reasons = @case.Meeting.Minutes.Pending.Where(objection => objection.Answer is not null).Select(objection =>
        {
            var (who, where) = (@case.Find(objection.By)?.Described ?? Authors.Gone, SectionOf(@case, objection));
            return objection switch
            {
                { IsByAuthor: true } => $"{where}: {who}, put their own words right.",
                { Answer.Fact.Outcome: ObjectionOutcome.Amended } => $"{where}: amended after {who}, said that it was wrong.",
                _ => $"{where}: the disagreement of {who}, is recorded.",
            };
        });
        return Shortened.To(FormCard.LongText, string.Join("\n", reasons.Distinct()));
    }

    /// <summary>The heading of what it is about.</summary>
    public static string SectionOf(Case @case, Objection objection) => Issued(@case, objection)?.Section ?? "A paragraph";

    /// <summary>The paragraph as the reader had it.</summary>
    public static MinutesParagraph? Issued(Case @case, Objection objection) =>
        @case.Meeting.Minutes.Versions.GetValueOrDefault(objection.Version)?.FirstOrDefault(
            paragraph => paragraph.Id == objection.Paragraph);

    private static MinutesParagraph? Now(Case @case, string? paragraph) =>
        MinutesDraft.Of(@case).FirstOrDefault(other => other.Id == paragraph);

    private static Decision Correct(Case @case, Participant me, int version, MinutesParagraph mine, string typed) => typed switch
    {
        "" => new CannotBe("Your words can't be emptied. Say what should stand there.") { Field = "text" },
        { Length: > FormCard.LongText } => new TooLong(FormCard.LongText) { Field = "text" },
        _ when typed == mine.Text => IsCorrected(@case, me, mine.Id)
            ? Decision.Already
            : new CannotBe("Nothing is changed yet. Change your words, and save again.") { Field = "text" },
        _ => new OwnWordsCorrected(me.Id, version, mine.Id, typed) { Meeting = @case.Meeting.Id, Audience = mine.Audience },
    };

    private static Decision Raise(
        Case @case, Participant me, int version, MinutesParagraph issued, string typed, Audience audience) => typed switch
        {
            "" => new CannotBe("Say in a sentence or two what is wrong, and what would be right.") { Field = "text" },
            { Length: > MostText } => new TooLong(MostText) { Field = "text" },
            _ when !audience.IsAtMost(issued.Audience) => new CannotBe(
                $"The paragraph is marked “{issued.Audience.Say(@case)}”, and this tells of it. Choose that marking or a narrower one.")
            {
                Field = MarkingInput.Id,
            },
            _ when @case.Meeting.Minutes.Objections.Any(other =>
                other.By == me.Id && other.Paragraph == issued.Id && other.Text == typed && other.Answer is null) => Decision.Already,
            _ => new MinutesObjected(me.Id, version, issued.Id, typed) { Meeting = @case.Meeting.Id, Audience = audience },
        };

    /// <summary>No further than what it is about; its chair reads it where the paragraph is not kept from them too.</summary>
    private static Audience Readable(Case @case, MinutesParagraph issued, Readers? readers) =>
        readers is null ? issued.Audience
        : issued.Audience.Admits(@case.Chair.Agency) ? readers.With(@case.Chair.Agency).Audience
        : readers.Audience;

    private static bool IsCorrected(Case @case, Participant me, string paragraph) =>
        @case.Meeting.Minutes.Pending.Any(other => other.IsByAuthor && other.By == me.Id && other.Paragraph == paragraph);

    private static Decision Amend(Case @case, Participant me, Objection objection, string? text, ObjectionAnswered answered)
    {
        if (IsReworded(@case, me, objection, text))
        {
            return ParagraphRule.Edit(@case, me, objection.Paragraph, 0, text!)
                .Match<Decision>(facts => Decision.Of([.. facts, answered]), why => why);
        }

        // Put right elsewhere: in the plan, in the entry itself, or part by part in the draft.
        return Now(@case, objection.Paragraph)?.Text == Issued(@case, objection)?.Text
            ? new CannotBe("It still reads the same. Put it right first, or choose something else.") { Field = "outcome" }
            : answered;
    }

    /// <summary>Whether other words were typed for the paragraph in the same form.</summary>
    private static bool IsReworded(Case @case, Participant me, Objection objection, string? text) =>
        text?.ReplaceLineEndings("\n").Trim() is { Length: > 0 } typed && Editable(@case, me, objection) is { } editable
            && typed != editable.Text.Trim();
}

internal sealed record ObjectionGone : Refusal
{
    public override string Say(Words words) => "Nothing like that was said of these minutes. Open the list again to see what was.";
}
