namespace StrategyBot.Phases.CaseSystem;

/// <summary>What else stands of a child in the case system, for the returns (R140): a death, and a plan for a child in need.</summary>
internal sealed class CaseSystemMorePart : IPart<CaseSystemMorePart.Form>
{
    private const string Title = "A child in need plan, and a death";

    public sealed record Form(
        string Case, string? Child = null, YesNo? NeedPlan = null, DateOnly? From = null, DateOnly? To = null, DateOnly? Died = null)
        : ICaseForm;

    public static PartId Id => new("case-system/more");

    public static Capability Needs => CopyPage.Needs;

    public static PartButton Button(Case @case, Child child) => Id.Button(Title, new Form(@case.Ref.Value, child.Id.Value));

    public Refusal? Bars(FormPage page, Form asked) => !CopyPage.IsFor(page.View) ? new NotYourPart() : CopyPage.Bars(page.Whole);

    public Drawn Draw(FormPage page, Form asked)
    {
        var child = CopyPage.Meant(page.Case, asked.Child);
        var said = child.ElseInCaseSystem?.Fact;
        return new($"{Title}: {child.Number}",
        [
            new TextBlock("For the returns and their checks. No other agency sees it, and nothing waits for it.") { IsSubtle = true },
            Choices.Radios("needPlan", "Is there, or was there, a child in need plan?", WordTables.YesNo, said?.NeedPlan),
            new DateInput("from", "Since when?") { Value = said?.NeedPlanFrom },
            new DateInput("to", "If it has ended: when?") { Value = said?.NeedPlanTo },
            new DateInput("died", "If the child has died: when?") { Value = said?.DiedOn },
        ])
        {
            Frame = Title,
            Leaving = [ReturnChecksPage.Button(page.Case, child).Send()],
        };
    }

    public Decision Decide(FormPage page, Form typed)
    {
        var child = CopyPage.Meant(page.Whole, typed.Child);
        var (today, stands) = (page.Words.LocalDate(page.Now), child.ElseInCaseSystem?.Fact);
        var fact = new CaseSystemMore(typed.Died, typed.NeedPlan, typed.From, typed.To) { Child = child.Id };
        return typed.Died > today ? CaseSystemSaidPart.ToCome("died")
            : typed.From > today ? CaseSystemSaidPart.ToCome("from")
            : typed.To > today ? CaseSystemSaidPart.ToCome("to")
            : child.Details is { Unborn: false, BornOrDue: { } born } && typed.Died < born
                ? new CannotBe("That day lies before the child was born. Look at both days.") { Field = "died" }
            : typed.NeedPlan != YesNo.Yes && (typed.From ?? typed.To) is not null
                ? new CannotBe("A plan that has days is one: answer Yes, or take the days out.") { Field = "needPlan" }
            : typed is { NeedPlan: YesNo.Yes, From: null } ? new CannotBe("Say since when there is, or was, a plan.") { Field = "from" }
            : typed.To < typed.From ? new CannotBe("It can't have ended before it began.") { Field = "to" }
            : fact == (stands is null ? null : stands with { Child = child.Id }) ? Decision.Already
            : fact;
    }

    public Echo Saved(FormPage page, Kept<Form> kept) =>
        new($"what else the case system has of {CopyPage.Meant(page.Case, kept.Typed.Child).Number}");

    public PartButton? Next(FormPage page, Kept<Form> kept) =>
        ReturnChecksPage.Button(page.Case, CopyPage.Meant(page.Case, kept.Typed.Child));
}
