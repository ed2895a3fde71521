namespace StrategyBot.Forms;

/// <summary>One of the people on the case, as forms ask for one.</summary>
internal static class PersonChoice
{
    // As many as are seen at a glance; more are opened first.
    private const int MostAtAGlance = 8;

    /// <summary>All of them at a glance where they are few: one tap instead of two.</summary>
    /// <param name="besides">Other answers, after the people.</param>
    public static ChoiceSetInput AtAGlance(
        string id, string label, IEnumerable<Participant> people, string? value = null, params IReadOnlyList<Choice> besides)
    {
        var choice = Of(id, label, people, value);
        choice = choice with { Choices = [.. choice.Choices, .. besides] };
        return choice.Choices.Count <= MostAtAGlance ? choice with { Style = ChoiceSetStyle.Expanded } : choice;
    }

    public static ChoiceSetInput Of(string id, string label, IEnumerable<Participant> people, string? value = null) =>
        new(id, label, [.. people.Select(person => new Choice(person.Described, person.Id.Value))]) { Value = value };

    /// <summary>Any number of them, to tick.</summary>
    public static ChoiceSetInput Several(
        string id, string label, IEnumerable<Participant> people, IEnumerable<ParticipantId>? ticked = null) =>
        new(id, label, [.. people.Select(person => new Choice(Shortened.To(FormCard.Line, person.Described), person.Id.Value))])
        {
            IsMultiSelect = true,
            Style = ChoiceSetStyle.Expanded,
            Value = ticked is null ? null : string.Join(',', ticked.Select(one => one.Value)),
        };

    /// <summary>Whose words a form holds: one's own, or another's for whom the chair, scribe or social worker types (design §6).</summary>
    public static IReadOnlyList<CardElement> ForWhom(CaseView view, string? value = null) => !view.Reader.May(Capability.FillForm)
        ? []
        : [Of("for", "Whose words are these", [.. Own(view), .. view.Case.Speaking.Where(person => person.Id != view.Reader.Id)],
            value ?? view.Reader.Id.Value)];

    /// <summary>The participant that a form's field names; <c>null</c> where it names nobody who may speak.</summary>
    public static Participant? Read(Case @case, Participant me, string? chosen) =>
        chosen is null or "" ? me : @case.Speaking.FirstOrDefault(person => person.Id.Value == chosen);

    /// <summary>Says on the form itself that another's words are typed.</summary>
    public static IReadOnlyList<CardElement> TypedFor(CaseView view, Participant? whose) => whose is null || whose.Id == view.Reader.Id
        ? []
        : [new TextBlock("You type for somebody else: it stands under their name, and says that you typed it.")
        {
            Weight = TextWeight.Bolder,
        }];

    /// <summary>The stamp beside words that another typed; nothing beside one's own.</summary>
    public static string TypedBy(Case @case, ParticipantId whose, PersonId by) =>
        @case.Find(by) is { } typist && typist.Id != whose ? $", typed by {typist.Name}" : "";

    private static IEnumerable<Participant> Own(CaseView view) => view.Case.Invited.Where(person => person.Id == view.Reader.Id);
}
