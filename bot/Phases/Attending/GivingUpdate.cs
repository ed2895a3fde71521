using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Forms;

namespace StrategyBot.Phases.Attending;

/// <param name="View">P3's question, answered for all children at once; per child in the form of the views.</param>
public sealed record TypedUpdate(string Text, ReasonableCause? View, string Rationale, Audience Audience);

/// <summary>The rules of a written update in place of attendance (R14). Giving it again replaces.</summary>
public static class GivingUpdate
{
    // A character takes at most six bytes as JSON, and a fact at most 60 KB (design §5.8).
    private const int MostInAFact = 9_000;

    public static Decision Give(Case @case, Participant me, TypedUpdate typed)
    {
        var (text, rationale) = (typed.Text.Trim(), typed.Rationale.Trim());
        return !me.IsInvited ? new NotYourPart()
            : text.Length > FormCard.MostText ? new TooLong(FormCard.MostText)
            : rationale.Length > MostInAFact ? new TooLong(MostInAFact)
            : text.Length == 0 && typed.View is null ? new CannotBe("Nothing is written and no view is chosen, so there is nothing to save yet. Write what the meeting needs to know.")
            : Decision.Of([.. Update(@case, me, text, typed.Audience), .. Views(@case, me, typed.View, rationale, typed.Audience), .. Answer(@case, me)]);
    }

    private static IEnumerable<Fact> Update(Case @case, Participant me, string text, Audience audience)
    {
        var stands = @case.Meeting.Attendance.WrittenUpdates.GetValueOrDefault(me.Id);
        if (text.Length == 0 || (stands is not null && stands.Text == text && stands.Audience == audience))
        {
            return [];
        }

        var parts = Parts(text);
        return parts.Select((part, index) => new WrittenUpdateGiven(me.Id, part, parts.Count == 1 ? 0 : index + 1) { Meeting = @case.Meeting.Id, Audience = audience });
    }

    private static IEnumerable<Fact> Views(Case @case, Participant me, ReasonableCause? view, string rationale, Audience audience) => view is not { } said ? [] :
        from child in @case.Children
        let stands = @case.Meeting.Assessment.Views.GetValueOrDefault((me.Id, child.Id))
        where stands is null || stands.View != said || stands.Rationale != rationale || stands.Audience != audience
        select new ViewGiven(me.Id, said, rationale) { Meeting = @case.Meeting.Id, Child = child.Id, Audience = audience };

    /// <summary>Whoever writes an update and had not answered has answered by it.</summary>
    private static IEnumerable<Fact> Answer(Case @case, Participant me) =>
        @case.Meeting.Attendance.Answers.ContainsKey(me.Id) || me.Id == @case.Meeting.Chair
            ? []
            : [new InvitationAnswered(me.Id, Rsvp.WrittenUpdate, false, false, "", false, false, Via.Form) { Meeting = @case.Meeting.Id }];

    /// <summary>No part ends in half a character.</summary>
    private static List<string> Parts(string text)
    {
        var parts = new List<string>();
        while (text.Length > MostInAFact)
        {
            var at = char.IsHighSurrogate(text[MostInAFact - 1]) ? MostInAFact - 1 : MostInAFact;
            parts.Add(text[..at]);
            text = text[at..];
        }

        return [.. parts, text];
    }
}
