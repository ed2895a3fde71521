namespace StrategyBot.Phases.Reviewing;

/// <summary>One's own view for a conference that one is invited to, also where one can't come (paper 002).</summary>
internal sealed class OwnConferenceViewPart : IPart<OwnConferenceViewPart.Form>
{
    public const string Title = "My view for the conference";

    public sealed record Form(
        string Case, string? Child = null, int? Conference = null, ThresholdView? Threshold = null, string? Scale = null,
        string? Words = null) : ICaseForm;

    public static PartId Id => new(PartIds.OwnConferenceView);

    public static Capability Needs => Capability.SeeCase;

    public static IReadOnlyList<string> Keys => ["child", "conference"];

    public static IReadOnlyList<IReadOnlyList<string>> Together => [["threshold", "scale", "words"]];

    public static PartButton Button(Case @case, string child, int conference) =>
        Id.Button(Title, new Form(@case.Ref.Value, child, conference));

    public Refusal? Bars(FormPage page, Form asked) =>
        ConferenceViewRule.WhyNotOwn(page.Whole, page.Me, asked.Child, asked.Conference ?? 0);

    public Drawn Draw(FormPage page, Form asked)
    {
        var (conference, me) = (asked.Conference ?? 0, new ConferenceVoice(page.Me.Id.Value, "", page.Me));
        var meant = ConferenceViewRule.Own(page.Whole, page.Me, asked.Child, conference);
        var stands = PlanMeant.Same(meant.Select(one => ConferenceViews.Said(page.Case, one.Child.Id, conference, me)));
        return new($"{Title}: {ChildConference.NameOf(conference)}",
        [
            .. meant.Select(one => one.At).OfType<DateTimeOffset>().Distinct().Select(at => new TextBlock(
                $"It is {page.Words.When(at)}. The social worker and who chairs it read this. Write it also where you can't come.")),
            .. ChildChoice.For(page.Case, asked.Child),
            .. ConferenceViewPart.ThresholdInputs(page.Case, stands, "Is the threshold of significant harm met?"),
            new TextInput("words", "Why") { IsMultiline = true, MaxLength = FormCard.LongText, Value = stands?.Words },
        ]);
    }

    public Decision Decide(FormPage page, Form typed) => ConferenceViewRule.SayOwn(page.Whole, page.Me, typed.Child, typed.Conference ?? 0,
        typed.Threshold, ScaleInput.Read(page.Case, typed.Scale), typed.Words);

    public Echo Saved(FormPage page, Kept<Form> kept) => new("your view for the conference. You can change it until it has decided");
}
