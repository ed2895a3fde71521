namespace StrategyBot.Phases.CaseSystem;

/// <summary>What stands of a child in the case system and nowhere here, for the returns (R140). Nothing waits for it.</summary>
internal sealed class CaseSystemSaidPart : IPart<CaseSystemSaidPart.Form>
{
    private const string Title = "What the case system has", Before = "before", Closed = "closed", Why = "why";

    private const int MostPlans = 20;

    public sealed record Form(
        string Case, string? Child = null, DateOnly? Referred = null, YesNo? NoAction = null, DateOnly? Assessed = null, int? Before = null,
        DateOnly? Closed = null, string? Why = null) : ICaseForm;

    public static PartId Id => new("case-system/has");

    public static Capability Needs => CopyPage.Needs;

    public static PartButton Button(Case @case, Child child) => Id.Button(Title, new Form(@case.Ref.Value, child.Id.Value));

    public Refusal? Bars(FormPage page, Form asked) => !CopyPage.IsFor(page.View) ? new NotYourPart() : CopyPage.Bars(page.Whole);

    public Drawn Draw(FormPage page, Form asked)
    {
        var said = CopyPage.Meant(page.Case, asked.Child).InCaseSystem?.Fact;
        return new($"{Title}: {CopyPage.Meant(page.Case, asked.Child).Number}",
        [
            new TextBlock("For the returns and their checks. No other agency sees it, and nothing waits for it.") { IsSubtle = true },
            new DateInput("referred", "When did the referral come that this began with?") { Value = said?.ReferredOn },
            Choices.Radios("noAction", "Did that referral end with no further action?", WordTables.YesNo, said?.NoAction),
            new DateInput("assessed", "When did the last assessment begin?") { Value = said?.AssessedOn },
            new NumberInput(Before, "How many child protection plans before?") { Min = 0, Max = MostPlans, Value = said?.EarlierPlans },
            new DateInput(Closed, "If it is closed there: since when?") { Value = said?.ClosedOn },
            new ChoiceSetInput(Why, "And why?", [.. CensusCodes.Closures.Select(one => new Choice(one.Label, one.Code))])
            {
                Value = said?.Closure,
            },
        ])
        {
            Frame = Title,
            Beside = [CaseSystemMorePart.Button(page.Case, CopyPage.Meant(page.Case, asked.Child)).Send()],
            Leaving = [ReturnChecksPage.Button(page.Case, CopyPage.Meant(page.Case, asked.Child)).Send()],
        };
    }

    public Decision Decide(FormPage page, Form typed)
    {
        var child = CopyPage.Meant(page.Whole, typed.Child);
        var fact = new CaseSystemSaid(typed.Referred, typed.NoAction, typed.Assessed, typed.Before, typed.Closed)
        {
            Closure = typed.Why is { Length: > 0 } code ? code : null,
            Child = child.Id,
        };
        var today = page.Words.LocalDate(page.Now);
        return typed.Referred > today ? ToCome("referred")
            : typed.Assessed > today ? ToCome("assessed")
            : typed.Closed > today ? ToCome(Closed)
            : typed.Before is < 0 or > MostPlans
                ? new CannotBe($"A child has had 0 to {MostPlans} plans before. Write the number.") { Field = Before }
            : typed.Closed < typed.Referred ? new CannotBe("It can't have been closed before the referral came.") { Field = Closed }
            : typed.Closed is null && fact.Closure is not null ? new CannotBe("Say since when it is closed, too.") { Field = Closed }
            : typed.Closed is not null && fact.Closure is null ? new CannotBe("Say why it is closed, too.") { Field = Why }
            : fact == (child.InCaseSystem?.Fact is { } stands ? stands with { Child = child.Id } : null) ? Decision.Already
            : fact;
    }

    public Echo Saved(FormPage page, Kept<Form> kept) =>
        new($"what the case system has of {CopyPage.Meant(page.Case, kept.Typed.Child).Number}");

    public PartButton? Next(FormPage page, Kept<Form> kept) =>
        ReturnChecksPage.Button(page.Case, CopyPage.Meant(page.Case, kept.Typed.Child));

    internal static CannotBe ToCome(string field) => new("That day is still to come.") { Field = field };
}
