namespace StrategyBot.Phases.Holding;

/// <summary>The line that the chair reads out at the start.</summary>
internal sealed class ConfidentialityPage : IPage<CaseForm>
{
    private const string Title = "Confidentiality line";

    public static PartId Id => new("holding/confidentiality");

    public static Capability Needs => Capability.Lead;

    public static PartButton Button(Case @case) => Id.Button(Title, CaseForm.Of(@case));

    public Drawn Draw(FormPage page, CaseForm asked) =>
        new("Read this out", [new TextBlock(CardText.Plain(page.Case.Profile.Labels.Confidentiality.Text)) { Size = TextSize.Medium }])
        {
            Frame = Title,
            Beside = [Actions.Send("I have read it out", ReadConfidentiality.Verb, asked)],
        };
}

/// <summary>The chair has read the confidentiality line out.</summary>
internal sealed class ReadConfidentiality : IAct<CaseForm>
{
    public static string Verb => "holding/confidentiality-read";

    public static Capability Needs => Capability.Lead;

    public Decision Decide(FormPage page, CaseForm pressed) => MeetingRule.ReadConfidentiality(page.Whole);

    public Echo Saved(FormPage page, Kept<CaseForm> kept) => new("the confidentiality line was read out");

    public PartButton? Ends(FormPage page, CaseForm pressed) => ConfidentialityPage.Button(page.Case);
}
