namespace StrategyBot.Phases.Answering;

/// <summary>The rules of a written update in place of attendance (R14). Giving it again replaces. Pure.</summary>
internal static class UpdateRule
{
    // A character takes at most six bytes as JSON, and a fact at most 60 KB (design §5.8).
    private const int MostInAFact = 9_000;

    /// <param name="marking">Who may read it; <c>null</c> if that wasn't said.</param>
    public static Decision Give(Case @case, Participant me, UpdatePart.Form typed, Audience? marking)
    {
        var (text, rationale) = ((typed.Text ?? "").Trim(), (typed.Rationale ?? "").Trim());
        var (stands, given) = (@case.Meeting.Attendance.WrittenUpdates.GetValueOrDefault(me.Id), ViewOnAll(@case, me));
        return !me.IsInvited ? new NotYourPart()
            : marking is not { } audience ? MarkingInput.NotSaid
            : text.Length > FormCard.MostText ? new TooLong(FormCard.MostText) { Field = "text" }
            : rationale.Length > MostInAFact ? new TooLong(MostInAFact) { Field = "rationale" }
            : text.Length == 0 && stands is not null && !IsLonger(stands)
                ? Not("text", "An update that was given stays on the record. Write what should stand in its place.")
            : typed.View is null && rationale.Length > 0 ? Not("view", "You wrote why, and chose no answer. Choose one too.")
            : typed.View is null && ScaleInput.Read(@case, typed.Scale) is not null
                ? Not("view", "You chose a number, and no answer. Choose one too.")
            : typed.View is null && given is not null ? Not("view", "A view that was given stays on the record. Choose what it is now.")
            : text.Length == 0 && stands is null && typed.View is null
                ? Not("text", "Nothing is written and no view is chosen, so there is nothing to save. Write what the meeting should know.")
            : Decision.Of(
            [
                .. Update(@case, me, text.Length == 0 ? stands?.Text ?? "" : text, audience),
                .. typed.View is { } view ? Views(@case, me, view, rationale, ScaleInput.Read(@case, typed.Scale), audience) : [],
                .. Answer(@case, me),
            ]);

        static CannotBe Not(string field, string sentence) => new(sentence) { Field = field };
    }

    /// <summary>Longer than its input takes, so that it isn't put into it: saving it again would cut it.</summary>
    public static bool IsLonger(WrittenUpdate? stands) => stands?.Text.Length > FormCard.LongText;

    public static IEnumerable<(Child Child, GivenView Given)> Views(Case @case, Participant author) =>
        from child in @case.Children
        let given = @case.Meeting.Assessment.Views.GetValueOrDefault((author.Id, child.Id))
        where given is not null
        select (child, given);

    /// <summary>The view that stands on all children alike; <c>null</c> where one is missing or they differ.</summary>
    public static GivenView? ViewOnAll(Case @case, Participant author) =>
        Views(@case, author).ToList() is { Count: > 0 } views && views.Count == @case.Children.Count
        && views.All(one => (one.Given.View, one.Given.Rationale, one.Given.Scale)
            == (views[0].Given.View, views[0].Given.Rationale, views[0].Given.Scale))
            ? views[0].Given
            : null;


    private static IEnumerable<Fact> Update(Case @case, Participant me, string text, Audience audience)
    {
        var stands = @case.Meeting.Attendance.WrittenUpdates.GetValueOrDefault(me.Id);
        if (text.Length == 0 || (stands is not null && stands.Text == text && stands.Audience == audience))
        {
            return [];
        }

        var parts = Parts(text);
        return parts.Select((part, index) => new WrittenUpdateGiven(me.Id, part, parts.Count == 1 ? 0 : index + 1)
        {
            Meeting = @case.Meeting.Id,
            Audience = audience,
        });
    }

    /// <summary>A view that isn't changed here keeps its own marking, unless it was given with the update and marked as that was.</summary>
    private static IEnumerable<Fact> Views(
        Case @case, Participant me, ReasonableCause view, string rationale, int? scale, Audience audience) =>
        from child in @case.Children
        let update = @case.Meeting.Attendance.WrittenUpdates.GetValueOrDefault(me.Id)
        let stands = @case.Meeting.Assessment.Views.GetValueOrDefault((me.Id, child.Id))
        where stands is null || stands.View != view || stands.Rationale != rationale || stands.Scale != scale
            || (stands.Audience != audience && stands.Audience == update?.Audience)
        select new ViewGiven(me.Id, view, rationale)
        {
            Meeting = @case.Meeting.Id,
            Child = child.Id,
            Audience = audience,
            Scale = scale,
        };

    /// <summary>Whoever writes an update and had not answered has answered by it.</summary>
    private static IEnumerable<Fact> Answer(Case @case, Participant me) =>
        @case.Meeting.Attendance.Standing.ContainsKey(me.Id) || me.Id == @case.Meeting.Chair
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
