using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Documents;
using StrategyBot.Forms;
using StrategyBot.Rules.Deadlines;

namespace StrategyBot.Phases.Minuting;

/// <summary>The rules of <em>Something is wrong</em> (P15): authors put their own words right; of others' words the chair decides. Pure.</summary>
internal static class ObjectingToMinutes
{
    /// <summary>As much as a reader says of one paragraph; it stands whole on the chair's card beside what it is about.</summary>
    public const int MostText = 1_000;

    /// <summary>A reader's correction of their own words, or what they say is wrong with another's.</summary>
    /// <param name="version">The version that they read.</param>
    public static Decision Object(Case @case, Participant me, int version, string paragraph, string text)
    {
        var (minutes, typed) = (@case.Meeting.Minutes, text.ReplaceLineEndings("\n").Trim());
        if (!minutes.Approvals.ContainsKey(version))
        {
            return new NotApprovedYet();
        }

        if (version < minutes.Version)
        {
            return new CannotBe($"Version {minutes.Version} has replaced the one you read. Open it, and look whether it is still wrong there.");
        }

        if (minutes.Versions[version].FirstOrDefault(other => other.Id == paragraph) is not { } issued || !issued.IsFor(me))
        {
            return new ParagraphGone();
        }

        return OwnWords(@case, me, paragraph) is { } mine ? Correct(@case, me, version, mine, typed) : Raise(@case, me, version, issued, typed);
    }

    /// <summary>The paragraph as the draft has it, where this reader is its author and it can be put right in one form.</summary>
    public static MinutesParagraph? OwnWords(Case @case, Participant me, string paragraph) =>
        MinutesDraft.Of(@case).FirstOrDefault(other => other.Id == paragraph) is { Cells: null } stands && stands.By == me.Id && stands.Text.Length <= FormCard.LongText ? stands : null;

    /// <summary>By when the chair answers.</summary>
    public static Deadline Limit(Case @case, Objection objection) =>
        MinutesLimits.ObjectionAnswered(@case.Clocks, @case.Profile.Minutes, objection.At);

    private static Decision Correct(Case @case, Participant me, int version, MinutesParagraph mine, string typed) => typed switch
    {
        "" => new CannotBe("Your words can't be emptied. Say what should stand there."),
        { Length: > FormCard.LongText } => new TooLong(FormCard.LongText),
        _ when typed == mine.Text => Already(@case, me, mine.Id) ? Decision.Already : new CannotBe("Nothing is changed yet. Change your words, and save again."),
        _ => new OwnWordsCorrected(me.Id, version, mine.Id, typed) { Meeting = @case.Meeting.Id, Audience = mine.Audience },
    };

    private static Decision Raise(Case @case, Participant me, int version, MinutesParagraph issued, string typed) => typed switch
    {
        "" => new CannotBe("Say in a sentence or two what is wrong, and what would be right."),
        { Length: > MostText } => new TooLong(MostText),
        _ when @case.Meeting.Minutes.Objections.Any(other => other.By == me.Id && other.Paragraph == issued.Id && other.Text == typed && other.Answer is null) => Decision.Already,
        _ => new MinutesObjected(me.Id, version, issued.Id, typed) { Meeting = @case.Meeting.Id, Audience = issued.Audience },
    };

    private static bool Already(Case @case, Participant me, string paragraph) =>
        @case.Meeting.Minutes.Pending.Any(other => other.IsByAuthor && other.By == me.Id && other.Paragraph == paragraph);
}
