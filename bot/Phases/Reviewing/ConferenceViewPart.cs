namespace StrategyBot.Phases.Reviewing;

/// <summary>What each professional and each of the family thinks at a conference, as it is said there (R39).</summary>
internal sealed class ConferenceViewPart : IPart<ConferenceViewPart.Form>
{
    public const string Title = "What each thinks at the conference";

    /// <param name="Conference">0, or nothing: the initial conference.</param>
    public sealed record Form(
        string Case, string? Child = null, int? Conference = null, string? Whose = null, ThresholdView? Threshold = null,
        string? Scale = null, string? Words = null) : ICaseForm;

    public static PartId Id => new(PartIds.ConferenceView);

    public static Capability Needs => Capability.KeepEnquiry;

    public static IReadOnlyList<string> Keys => ["child", "conference", "whose"];

    public static IReadOnlyList<IReadOnlyList<string>> Together => [["threshold", "scale", "words"]];

    public static PartButton Button(Case @case, string child, int conference, string? whose = null) =>
        Id.Button(Title, new Form(@case.Ref.Value, child, conference, whose));

    public Refusal? Bars(FormPage page, Form asked) => page.Me.Agency != Agency.SocialCare ? new NotYourPart()
        : ConferenceViewRule.WhyNot(page.Whole, asked.Child, asked.Conference ?? 0);

    public Drawn Draw(FormPage page, Form asked)
    {
        var (conference, voices) = (asked.Conference ?? 0, ConferenceViews.Voices(page.Whole));
        var whose = asked.Whose ?? NextOf(page.Case, asked.Child, conference);
        var stands = whose is null ? null : Stands(page.Case, asked.Child, conference, whose);
        return new($"{Title}: {ChildConference.NameOf(conference)}",
        [
            .. voices.Select(voice => (voice.Name, Said: Stands(page.Case, asked.Child, conference, voice.Id)))
                .Where(one => one.Said is not null).Select(one =>
                    new PlainText(Shortened.To(2 * FormCard.Line, $"{one.Name}: {ConferenceViewRule.Words(one.Said!)}"))),
            .. ChildChoice.For(page.Case, asked.Child),
            new ChoiceSetInput("whose", "Whose view?",
                [.. voices.Select(voice => new Choice(Shortened.To(FormCard.Line, voice.Name), voice.Id))]) { Value = whose },
            .. ThresholdInputs(page.Case, stands, "A professional: is the threshold of significant harm met?"),
            new TextInput("words", "Why; of the family, their own words")
            {
                IsMultiline = true,
                MaxLength = FormCard.LongText,
                Value = stands?.Words,
            },
        ])
        {
            Preselected = ["whose"],
        };
    }

    public Decision Decide(FormPage page, Form typed) => ConferenceViewRule.Say(page.Whole, typed.Child, typed.Conference ?? 0, typed.Whose,
        typed.Threshold, ScaleInput.Read(page.Case, typed.Scale), typed.Words);

    public Echo Saved(FormPage page, Kept<Form> kept) => new("what they think stands on the record");

    public PartButton? Next(FormPage page, Kept<Form> kept) =>
        NextOf(page.Case, kept.Typed.Child, kept.Typed.Conference ?? 0) is { } next
            ? Button(page.Case, kept.Typed.Child ?? ChildChoice.All, kept.Typed.Conference ?? 0, next) : null;

    internal static IEnumerable<CardElement> ThresholdInputs(Case @case, ConferenceViewSaid? stands, string label) =>
    [
        Choices.Radios("threshold", label, WordTables.ThresholdView, stands?.Threshold),
        .. ScaleInput.For(@case, stands?.Scale),
    ];

    /// <summary>What stands of all the children that are meant, where it is the same.</summary>
    private static ConferenceViewSaid? Stands(Case @case, string? child, int conference, string whose) =>
        ConferenceViews.Voices(@case).FirstOrDefault(voice => voice.Id == whose) is { } voice
            ? PlanMeant.Same(ConferenceViewRule.Meant(@case, child, conference)
                .Where(one => voice.Child is null || voice.Child == one.Child.Id)
                .Select(one => ConferenceViews.Said(@case, one.Child.Id, conference, voice)))
            : null;

    private static string? NextOf(Case @case, string? child, int conference) => ConferenceViews.Voices(@case)
        .Where(voice => ConferenceViewRule.Meant(@case, child, conference).Any(one => (voice.Child is null || voice.Child == one.Child.Id)
            && ConferenceViews.Said(@case, one.Child.Id, conference, voice) is null))
        .Select(voice => voice.Id).FirstOrDefault();
}
