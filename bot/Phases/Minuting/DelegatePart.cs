namespace StrategyBot.Phases.Minuting;

/// <summary>Who approves the minutes in the chair's place: leave, sickness, a night on call (R89).</summary>
internal sealed class DelegatePart : IPart<DelegatePart.Form>
{
    public const string Title = "Who may approve for you";

    public sealed record Form(string Case, string? Delegate = null, DateOnly? From = null, DateOnly? Until = null) : ICaseForm;

    public static PartId Id => new("minuting/delegate");

    public static Capability Needs => Capability.Lead;

    public static PartButton Button(Case @case) => Id.Button(Title, CaseForm.Of(@case));

    public Refusal? Bars(FormPage page, Form asked) => DelegateRule.Offered(page.Whole).Count > 0 ? null
        : new CannotBe("Nobody else on this case may lead a meeting. Put a manager on it first.");

    public Drawn Draw(FormPage page, Form asked)
    {
        var (today, stands) = (page.Words.LocalDate(page.Now), DelegateRule.Standing(page.Whole)?.Said.Fact);
        var deputy = DelegateRule.On(page.Whole, today);
        return new(Title,
        [
            new TextBlock("They read the draft and approve it in your place. The minutes say so. Its words stay yours to change."),
            .. stands is null && deputy is not null
                ? (IReadOnlyList<CardElement>)[new TextBlock(
                    CardText.Plain($"{Shortened.Name(deputy.Name)} has your part today, and may approve already."))]
                : [],
            PersonChoice.AtAGlance("delegate", "Who may approve?", DelegateRule.Offered(page.Whole), stands?.Delegate.Value),
            new DateInput("from", "From which day?") { Value = stands?.From ?? today },
            new DateInput("until", "To which day? Leave it out if it is until you take it back") { Value = stands?.Until },
        ])
        {
            Preselected = stands is null ? ["from"] : [],
            Beside = stands is null ? [] : [WithdrawDelegate.Button(page.Case).Send()],
        };
    }

    public Decision Decide(FormPage page, Form typed) =>
        DelegateRule.Name(page.Whole, typed.Delegate, typed.From, typed.Until, page.Words.LocalDate(page.Now));

    public Echo Saved(FormPage page, Kept<Form> kept) => new(DelegateRule.Standing(page.Whole)?.Said.Fact is { } said
        ? $"{Shortened.Name(page.Whole.Find(said.Delegate)?.Name ?? "somebody else")} may approve {DelegateRule.When(said, page.Words)}, "
            + "and is told"
        : "who may approve for you");
}

/// <summary>Only the chair approves again.</summary>
internal sealed class WithdrawDelegate : IAct<WithdrawDelegate.Form>
{
    public sealed record Form(string Case) : ICaseForm;

    public static string Verb => "minuting/take-back-delegate";

    public static Capability Needs => Capability.Lead;

    public static PartButton Button(Case @case) => new("Take it back", Verb, new Form(@case.Ref.Value));

    public Decision Decide(FormPage page, Form pressed) => DelegateRule.Withdraw(page.Whole);

    public Echo Saved(FormPage page, Kept<Form> kept) => new("you alone approve the minutes, and they are told");
}
