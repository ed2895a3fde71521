namespace StrategyBot.Phases.Reviewing;

/// <summary>A professional sees a conference's decision differently, and says so (paper 002, R122).</summary>
internal sealed class ChallengePart : IPart<ChallengePart.Form>
{
    public const string Title = "I challenge the conference's decision";

    public sealed record Form(
        string Case, string? Child = null, int? Conference = null, ChallengeWay? Way = null, string? Words = null) : ICaseForm;

    public static PartId Id => new("reviewing/challenge");

    public static Capability Needs => Capability.SeeCase;

    public static IReadOnlyList<string> Keys => ["child", "conference"];

    public static PartButton Button(Case @case, string child, int conference) =>
        Id.Button(Title, new Form(@case.Ref.Value, child, conference));

    public Refusal? Bars(FormPage page, Form asked) => ChallengeRule.WhyNot(page.Whole, page.Me, asked.Child, asked.Conference ?? 0);

    public Drawn Draw(FormPage page, Form asked)
    {
        var conference = asked.Conference ?? 0;
        var stands = PlanMeant.Same(ChallengeRule.Meant(page.Whole, page.Me, asked.Child, conference)
            .Select(one => ChallengeRule.Of(page.Case, one.Child.Id, conference, page.Me.Id)).Select(one => one?.Said));
        return new($"{Title}: {ChildConference.NameOf(conference)}",
        [
            new TextBlock("What was decided goes on meanwhile. Your challenge stands on the record."),
            .. ChallengeRule.Of(page.Case, asked.Child, conference, page.Me.Id.Value).Select(one => one.Step?.Fact)
                .OfType<ChallengeStepTaken>().Select(step => step with { Child = null }).Distinct()
                .Select(step => new PlainText(Shortened.To(2 * FormCard.Line, ChallengeLines.Say(step, page.Words)))),
            .. ChildChoice.For(page.Case, asked.Child),
            Choices.Radios("way", "How do you raise it?", WordTables.ChallengeWay, stands?.Way),
            new TextInput("words", "What do you see differently, and why?")
            {
                IsMultiline = true,
                MaxLength = FormCard.LongText,
                Value = stands?.Words,
            },
            new TextBlock($"[How professional disagreement is escalated]({page.Case.Profile.Links.Escalation})") { IsSubtle = true },
        ])
        {
            Saves = [new("Challenge it")],
        };
    }

    public Decision Decide(FormPage page, Form typed) =>
        ChallengeRule.Say(page.Whole, page.Me, typed.Child, typed.Conference ?? 0, typed.Way, typed.Words);

    public Echo Saved(FormPage page, Kept<Form> kept) => new(kept.Typed.Way == ChallengeWay.Escalate
        ? "senior managers are told now, with the social worker and who chaired the conference"
        : "the social worker and who chaired the conference are told now");
}
