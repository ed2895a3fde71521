using System.Security.Cryptography;
using System.Text;
using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Documents;
using StrategyBot.Forms;
using StrategyBot.Rules.Wording;

namespace StrategyBot.Phases.Minuting;

/// <summary>The rules of editing the draft. Pure: same record, same words, same decision.</summary>
internal static class EditingMinutes
{
    /// <summary>Puts other words in place of one part of a paragraph; who may read it stays as its author said.</summary>
    /// <param name="part">From 0; a paragraph longer than a form takes is edited in parts.</param>
    /// <param name="seen">The <see cref="Fingerprint"/> of the paragraph that the form was filled upon.</param>
    public static Decision Edit(Case @case, Participant me, string paragraph, int part, string seen, string text)
    {
        if (@case.Meeting.Attendance.EndedAt is null)
        {
            return new NoDraftYet();
        }

        if (MinutesDraft.Of(@case).FirstOrDefault(other => other.Id == paragraph) is not { } stands || !stands.IsFor(me))
        {
            return new ParagraphGone();
        }

        var parts = TextParts.Of(stands.Text, FormCard.LongText).ToList();
        var typed = text.ReplaceLineEndings("\n").Trim();
        return stands switch
        {
            { Cells: not null } => new ChangedInThePlan(),
            _ when part < 0 || part >= parts.Count => new ParagraphChanged(),
            _ when parts[part].Text.Trim() == typed => Decision.Already,
            _ when Fingerprint(stands) != seen => new ParagraphChanged(),
            _ => Replaced(@case, stands, TextParts.Join(parts.Select((other, at) => at == part ? other with { Text = typed } : other)).Trim()),
        };
    }

    /// <summary>The record's own words again.</summary>
    public static Decision Restore(Case @case, string paragraph) => @case.Meeting.Minutes.Edits.TryGetValue(paragraph, out var edit)
        ? new MinutesEdited(paragraph, "") { Meeting = @case.Meeting.Id, Audience = edit.Fact.Audience }
        : Decision.Already;

    /// <summary>Tells one state of a paragraph from another without holding any of its words.</summary>
    public static string Fingerprint(MinutesParagraph paragraph) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{paragraph.Id}\n{paragraph.Text}")))[..16];

    private static Decision Replaced(Case @case, MinutesParagraph stands, string text)
    {
        if (text.Length > MinutesDraft.MostText)
        {
            return new TooLong(MinutesDraft.MostText);
        }

        var recorded = MinutesDraft.AsRecorded(@case).First(other => other.Id == stands.Id).Text;
        return text.Length == 0 || text == recorded
            ? Restore(@case, stands.Id)
            : new MinutesEdited(stands.Id, text) { Meeting = @case.Meeting.Id, Audience = stands.Audience };
    }
}

/// <summary>The meeting goes on, so there is nothing to approve yet.</summary>
public sealed record NoDraftYet : Refusal
{
    public override string Say(Words words) => "The minutes are drafted when the meeting ends. End it first.";
}

/// <summary>What the paragraph stood for is no longer on the record, or is not for this person.</summary>
public sealed record ParagraphGone : Refusal
{
    public override string Say(Words words) => "That paragraph is no longer in the draft. Open the draft again to see what stands there now.";
}

/// <summary>Somebody else wrote there meanwhile.</summary>
public sealed record ParagraphChanged : Refusal
{
    public override string Say(Words words) => "This paragraph changed after you opened it. What you typed stands below; look at what the draft has now, and save again if yours should stand.";
}

/// <summary>A row of the plan says what its owner was told to do.</summary>
public sealed record ChangedInThePlan : Refusal
{
    public override string Say(Words words) => "An action is changed in the plan, so that its owner hears of it. Open your part and choose the actions there.";
}
