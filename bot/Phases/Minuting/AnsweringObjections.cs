using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Documents;
using StrategyBot.Forms;
using StrategyBot.Rules.Wording;

namespace StrategyBot.Phases.Minuting;

/// <summary>What the chair sent in answer to an objection.</summary>
/// <param name="Text">The paragraph as it should read, where it was put right in the same form.</param>
/// <param name="Seen">The <see cref="EditingMinutes.Fingerprint"/> of the draft's paragraph that the form was filled upon.</param>
internal sealed record TypedAnswer(ObjectionOutcome? Outcome, string Reason, string? Text, string Seen);

/// <summary>The rules of what the chair does about an objection: amend, record the disagreement, or decline with a reason (P15). Pure.</summary>
internal static class AnsweringObjections
{
    public static Decision Answer(Case @case, Participant me, int number, TypedAnswer typed)
    {
        if (@case.Meeting.Minutes.Objections.FirstOrDefault(other => other.Number == number) is not { } objection)
        {
            return new ObjectionGone();
        }

        var reason = typed.Reason.ReplaceLineEndings("\n").Trim();
        if (objection.Answer is { } stands)
        {
            return stands.Fact.Outcome == typed.Outcome && stands.Fact.Reason == reason ? Decision.Already : new CannotBe("This is answered already. Open the list to see how.");
        }

        var answered = new ObjectionAnswered(number, typed.Outcome ?? default, reason) { Meeting = @case.Meeting.Id, Audience = objection.Audience };
        return typed.Outcome switch
        {
            _ when reason.Length > ObjectingToMinutes.MostText => new TooLong(ObjectingToMinutes.MostText),
            ObjectionOutcome.Amended => Amend(@case, me, objection, typed, answered),
            ObjectionOutcome.DisagreementRecorded => answered,
            ObjectionOutcome.Declined when reason.Length == 0 => new CannotBe("Say why the minutes stay as they are: whoever raised it is told."),
            ObjectionOutcome.Declined => answered,
            _ => new CannotBe("Choose what you do about it, and save again."),
        };
    }

    /// <summary>The paragraph as the draft has it now, where it may be put right in the same form.</summary>
    public static MinutesParagraph? Editable(Case @case, Participant me, Objection objection) =>
        Now(@case, objection) is { Cells: null } stands && stands.IsFor(me) && stands.Text.Length <= FormCard.LongText ? stands : null;

    /// <summary>Why there is a further version, as far as it follows from what was said and answered since the last.</summary>
    public static string Why(Case @case) => Shortened.To(FormCard.LongText, string.Join("\n", @case.Meeting.Minutes.Pending.Where(objection => objection.Answer is not null).Select(objection =>
    {
        var (who, where) = (@case.Find(objection.By)?.Described ?? Authors.Gone, SectionOf(@case, objection));
        return objection switch
        {
            { IsByAuthor: true } => $"{where}: {who}, put their own words right.",
            { Answer.Fact.Outcome: ObjectionOutcome.Amended } => $"{where}: amended after {who}, said that it was wrong.",
            _ => $"{where}: the disagreement of {who}, is recorded.",
        };
    }).Distinct()));

    /// <summary>The heading of what it is about.</summary>
    public static string SectionOf(Case @case, Objection objection) => Issued(@case, objection)?.Section ?? "A paragraph";

    /// <summary>The paragraph as the reader had it.</summary>
    public static MinutesParagraph? Issued(Case @case, Objection objection) =>
        @case.Meeting.Minutes.Versions.GetValueOrDefault(objection.Version)?.FirstOrDefault(paragraph => paragraph.Id == objection.Paragraph);

    private static MinutesParagraph? Now(Case @case, Objection objection) => MinutesDraft.Of(@case).FirstOrDefault(paragraph => paragraph.Id == objection.Paragraph);

    private static Decision Amend(Case @case, Participant me, Objection objection, TypedAnswer typed, ObjectionAnswered answered)
    {
        var text = typed.Text?.ReplaceLineEndings("\n").Trim();
        var stands = Now(@case, objection);
        if (text is { Length: > 0 } && Editable(@case, me, objection) is { } editable && text != editable.Text)
        {
            return EditingMinutes.Edit(@case, me, objection.Paragraph, 0, typed.Seen, text).Match<Decision>(facts => Decision.Of([.. facts, answered]), why => why);
        }

        // Put right elsewhere: in the plan, in the entry itself, or part by part in the draft.
        return stands?.Text == Issued(@case, objection)?.Text
            ? new CannotBe("It still reads the same. Put it right first, or choose something else.")
            : answered;
    }
}

public sealed record ObjectionGone : Refusal
{
    public override string Say(Words words) => "Nothing like that was said of these minutes. Open the list again to see what was.";
}
