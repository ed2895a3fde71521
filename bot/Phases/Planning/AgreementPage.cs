namespace StrategyBot.Phases.Planning;

/// <summary>Who is told what before the immediate plan is agreed.</summary>
internal sealed class AgreementPage : IPage<CaseForm>
{
    public const string Title = "Agree immediate plan";

    private const int MostOwners = 30;

    public static PartId Id => new("planning/open-agreement");

    public static Capability Needs => Capability.Lead;

    public static PartButton Button(Case @case) => Id.Button(Title, CaseForm.Of(@case));

    public Drawn Draw(FormPage page, CaseForm asked)
    {
        var (@case, plan) = (page.Case, page.Case.Meeting.Plan);
        var owners = plan.Open.GroupBy(action => action.Fact.Owner).ToList();
        var notAsked = @case.Children.Count(child => !@case.Meeting.Safety.Holders.ContainsKey(child.Id));
        return new(Title,
        [
            new TextBlock(plan.AgreedAt is null
                ? "These people are told now, without waiting for the minutes:"
                : "The immediate plan is agreed. These people were told, and what is added or changed is told at once."),
            .. AgreementRule.Holders(@case)
                .Select(held =>
                    Line($"First: {held.Holder.Described}, who holds {string.Join(" and ", held.Children.Select(child => child.Number))}")),
            .. owners.Take(MostOwners).Select(owner =>
                Line($"{@case.Find(owner.Key)?.Described ?? "Nobody on the case"}: "
                    + $"{(owner.Count() == 1 ? "1 action" : $"{owner.Count()} actions")}")),
            .. notAsked == 0 ? (IReadOnlyList<CardElement>)[]
                : [Bold("Nobody has said yet who holds each child. If somebody does, name them first: they are told before all others.")],
            .. OfferedDrawing.Left(page.View, page.Now) is not { } left || plan.AgreedAt is not null ? (IReadOnlyList<CardElement>)[]
                : [Bold($"{left} Add them under “Actions”.")],
            .. AgreementRule.HasSafetyPlan(@case) ? (IReadOnlyList<CardElement>)[]
                : [Bold("The interim safety plan has no row yet, and no reason why none is needed.")],
        ])
        {
            Beside = plan.AgreedAt is null ? [AgreePlan.Button(@case)] : [],
        };
    }

    private static TextBlock Line(string text) => new(CardText.Plain(Shortened.To(FormCard.Line, text)));

    private static TextBlock Bold(string text) => new(text) { Weight = TextWeight.Bolder };
}

/// <summary>The first of the three taps at the end (P7): whoever holds a child is told first, then each owner (R53, R90).</summary>
internal sealed class AgreePlan : IAct<CaseForm>
{
    public static string Verb => "planning/agree";

    public static Capability Needs => Capability.Lead;

    public static SubmitAction Button(Case @case) => Actions.Send(AgreementPage.Title, Verb, CaseForm.Of(@case));

    public Decision Decide(FormPage page, CaseForm pressed) => AgreementRule.Agree(page.Whole);

    public Echo Saved(FormPage page, Kept<CaseForm> kept) =>
        new("the immediate plan is agreed, and everybody with a part in it is told now");

    public PartButton? Ends(FormPage page, CaseForm pressed) => AgreementPage.Button(page.Case);

    public PartButton Back(FormPage page, CaseForm pressed) => AgreementPage.Button(page.Case);
}
