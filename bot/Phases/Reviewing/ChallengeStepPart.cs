namespace StrategyBot.Phases.Reviewing;

/// <summary>What is done about a challenge, step by step.</summary>
internal sealed class ChallengeStepPart : IPart<ChallengeStepPart.Form>
{
    public const string Title = "Challenged decision of a conference";

    // Older ones stand in the record.
    private const int MostShown = 5;

    public sealed record Form(
        string Case, string? Child = null, int? Conference = null, string? Who = null, string? Step = null, YesNo? Settled = null,
        DateOnly? Due = null) : ICaseForm;

    public static PartId Id => new("reviewing/challenge-step");

    public static Capability Needs => Capability.KeepEnquiry;

    public static IReadOnlyList<string> Keys => ["child", "conference", "who"];

    public static PartButton Button(Case @case, string child, ConferenceChallenged of) =>
        Id.Button(Title, new Form(@case.Ref.Value, child, of.Conference, of.Participant.Value));

    public Refusal? Bars(FormPage page, Form asked) =>
        ChallengeRule.WhyNotStep(page.Whole, page.Me, asked.Child, asked.Conference ?? 0, asked.Who);

    public Drawn Draw(FormPage page, Form asked)
    {
        var meant = ChallengeRule.Of(page.Case, asked.Child, asked.Conference ?? 0, asked.Who);
        var (first, who) = (meant[0], page.Case.Find(meant[0].Said.Fact.Participant));
        var desk = page.Case.Profile.DutyDesks.FirstOrDefault(one => one.Agency == who?.Agency.Name().ToLowerInvariant());
        return new(Title,
        [
            new PlainText(Shortened.To(FormCard.LongText, $"{who?.Described ?? "Somebody"} challenges {ChildConference.NameOf(
                first.Said.Fact.Conference)} on {ChildChoice.Named(page.Case, [.. meant.Select(one => one.Child)])}: "
                + first.Said.Fact.Words)),
            new TextBlock("What was decided goes on meanwhile."),
            .. desk is null ? (IReadOnlyList<CardElement>)[] : [new PlainText($"Their side: {desk.OnCallSenior}")],
            .. (first.Step?.AndBefore() ?? []).Take(MostShown).Reverse().Select(step => new PlainText(Shortened.To(2 * FormCard.Line,
                $"{page.Words.When(step.At)}, {page.Case.Find(step.By)?.Name ?? "Somebody"}: "
                + ChallengeLines.Say(step.Fact, page.Words)))),
            new TextInput("step", "Who was asked, and what was said") { IsMultiline = true, MaxLength = FormCard.LongText },
            Choices.Radios("settled", "Is it settled?", WordTables.YesNo,
                first.Step is { } last ? last.Fact.IsSettled ? YesNo.Yes : YesNo.No : null),
            new DateInput("due", "If not: by which day is it to be settled?") { Value = first.Step?.Fact.DueOn },
            new TextBlock($"[How professional disagreement is escalated]({page.Case.Profile.Links.Escalation})") { IsSubtle = true },
        ]);
    }

    public Decision Decide(FormPage page, Form typed) => ChallengeRule.Take(page.Whole, page.Me, typed.Child, typed.Conference ?? 0,
        typed.Who, typed.Step, typed.Settled, typed.Due, page.Words.LocalDate(page.Now));

    public Echo Saved(FormPage page, Kept<Form> kept) =>
        new(kept.Typed.Settled == YesNo.Yes ? "the challenge is settled" : "what was done about the challenge");
}

/// <summary>What is said of a challenge.</summary>
internal static class ChallengeLines
{
    public static string Say(ChallengeStepTaken step, Words words) => step.Step + (step.IsSettled ? " Settled."
        : step.DueOn is { } on ? $" To be settled by {words.Date(on)}." : " Not settled.");
}
