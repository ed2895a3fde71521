namespace StrategyBot.Phases.Planning;

/// <summary>The overall contingency (R41).</summary>
internal sealed class ContingencyPart : IPart<ContingencyPart.Form>, IOnPaper
{
    public sealed record Form(
        string Case, string? Text = null, string? Marking = null, string? Share = null, PlanChangeKind? Change = null,
        string? Because = null) : ICaseForm;

    public static PartId Id => new("planning/contingency");

    public static Capability Needs => Capability.FillForm;

    public static IReadOnlyList<IReadOnlyList<string>> Together => [["marking", "share"]];

    public static PartButton Button(Case @case) => Id.Button("Contingency", CaseForm.Of(@case));

    public Drawn Draw(FormPage page, Form asked)
    {
        var stands = page.Case.Meeting.Plan.Contingency;
        return new("Contingency",
        [
            new TextInput("text", "What happens if the plan fails?")
            {
                IsMultiline = true,
                MaxLength = FormCard.LongText,
                Value = stands is null ? Usual(page.Case) : stands.Fact.Text,
            },
            .. stands is null
                ? (IReadOnlyList<CardElement>)[new TextBlock("A usual wording, with the procedure's number. It is yours once you save it.")
                {
                    IsSubtle = true,
                    Size = TextSize.Small,
                }]
                : [],
            // Whoever may not read it doesn't say who may.
            .. stands is { Fact.Text: "" }
                ? (IReadOnlyList<CardElement>)[]
                : [
                    MarkingInput.For(page.Case, page.Me.Agency, stands?.Fact.Audience),
                    .. MarkingInput.Share(page.Case, stands?.Fact.Audience),
                ],
            .. DecisionRule.IsClosed(page.Whole, page.Whole.Meeting.Plan.Contingency) ? ChangeInputs.For() : [],
            .. stands is null
                ? (IReadOnlyList<CardElement>)[]
                : [FormCard.SavedBy(page.Case.Find(stands.By)?.Described ?? "", stands.At, page.Words)],
        ])
        {
            Preselected = stands is null ? [MarkingInput.Id, "text"] : [],
        };
    }

    /// <summary>Requirements 4.1.6: proposed, and of the plan only once somebody saves it.</summary>
    private static string Usual(Case @case) => "If contact is not made by the due time, tell the chair and the "
        + $"{@case.Profile.OutOfHours.Title.ToLowerInvariant()} ({@case.Profile.OutOfHours.Phone}).";

    public Decision Decide(FormPage page, Form typed) =>
        MarkingInput.Read(page, typed.Marking, typed.Share, page.Me.Agency) is { } audience
            ? DecisionRule.Contingency(page.Whole, page.Me, typed.Text, audience, typed.Change, typed.Because)
            : MarkingInput.NotSaid;

    public Echo Saved(FormPage page, Kept<Form> kept) => new("contingency",
    [
        new PlainText(page.Case.Meeting.Plan.Contingency!.Fact.Text),
        new TextBlock(CardText.Plain(page.Case.Meeting.Plan.Contingency.Fact.Audience.Say(page.Case)))
        {
            IsSubtle = true,
            Size = TextSize.Small,
        },
    ])
    {
        Asks = MarkingInput.Unsaid(kept.Typed.Marking, page.Case.Meeting.Plan.Contingency.Fact.Audience,
            Id.Send("Choose who may read this", CaseForm.Of(page.Case))),
    };
}
