using StrategyBot.Documents;

namespace StrategyBot.Phases.Minuting;

/// <summary>The rules of editing the draft. Pure: same record, same words, same decision.</summary>
internal static class ParagraphRule
{
    /// <summary>The paragraph as the draft has it, where it is for this reader.</summary>
    /// <remarks>Whose it is comes from the whole draft: on a cut case a heading may read as if nobody had answered it.</remarks>
    public static MinutesParagraph? Find(FormPage page, string? id) =>
        Find(page.Whole, page.Me, id) is null ? null : MinutesDraft.Of(page.Case).FirstOrDefault(paragraph => paragraph.Id == id);

    /// <summary>Puts other words in place of one part of a paragraph; who may read it stays as its author said.</summary>
    /// <param name="part">From 0; a paragraph longer than a form takes is edited in parts.</param>
    public static Decision Edit(Case @case, Participant me, string? paragraph, int part, string text)
    {
        if (@case.Meeting.Attendance.EndedAt is null)
        {
            return new NoDraftYet();
        }

        if (Find(@case, me, paragraph) is not { } stands)
        {
            return new ParagraphGone();
        }

        var parts = TextParts.Of(stands.Text, FormCard.LongText).ToList();
        var at = Math.Clamp(part, 0, parts.Count - 1);
        var typed = text.ReplaceLineEndings("\n").Trim();
        return stands switch
        {
            { Cells: not null } or { Id: SafetyParagraphs.ReviewId } => new ChangedInThePlan(),
            _ when parts[at].Text.Trim() == typed => Decision.Already,
            _ => Replaced(@case, stands,
                TextParts.Join(parts.Select((other, index) => index == at ? other with { Text = typed } : other)).Trim()),
        };
    }

    /// <summary>The record's own words again.</summary>
    public static Decision Restore(Case @case, string? paragraph) => @case.Meeting.Minutes.Edits.TryGetValue(paragraph ?? "", out var edit)
        ? new MinutesEdited(edit.Fact.Paragraph, "") { Meeting = @case.Meeting.Id, Audience = edit.Fact.Audience }
        : Decision.Already;

    private static MinutesParagraph? Find(Case @case, Participant reader, string? id) =>
        MinutesDraft.Of(@case).FirstOrDefault(paragraph => paragraph.Id == id && paragraph.IsFor(reader));

    private static Decision Replaced(Case @case, MinutesParagraph stands, string text)
    {
        if (text.Length > MinutesDraft.MostText)
        {
            return new TooLong(MinutesDraft.MostText) { Field = "text" };
        }

        var recorded = MinutesDraft.Unedited(@case).First(other => other.Id == stands.Id).Text;
        return text.Length == 0 || text == recorded
            ? Restore(@case, stands.Id)
            : new MinutesEdited(stands.Id, text) { Meeting = @case.Meeting.Id, Audience = stands.Audience };
    }
}

/// <summary>The meeting goes on, so there is nothing to approve yet.</summary>
internal sealed record NoDraftYet : Refusal
{
    public override string Say(Words words) => "The minutes are drafted when the meeting ends. End it first.";
}

/// <summary>What the paragraph stood for is no longer on the record, or is not for this person.</summary>
internal sealed record ParagraphGone : Refusal
{
    public override string Say(Words words) =>
        "That paragraph is no longer in the draft. Open the draft again to see what stands there now.";
}

/// <summary>A row of the plan says what its owner was told to do.</summary>
internal sealed record ChangedInThePlan : Refusal
{
    public override string Say(Words words) =>
        "An action or a review is changed in the plan, so that whoever it concerns hears of it. Open your part and choose it there.";
}
