using StrategyBot.Rules.Procedures;

namespace StrategyBot.Phases.Enquiring;

/// <summary>The request for a conference: the family told, advocacy and consent, and whose team takes it (R99, R100).</summary>
internal sealed class ConveningFormPart : IPart<ConveningFormPart.Form>
{
    public const string Title = "Ask for the conference";

    public sealed record Form(
        string Case, string? Child = null, FamilyTold? Family = null, DateOnly? On = null, Advocacy? Advocacy = null, string? Area = null,
        string? Note = null) : ICaseForm;

    public static PartId Id => new("enquiring/convening-form");

    public static Capability Needs => Capability.FillForm;

    public static IReadOnlyList<string> Keys => ["child"];

    public static PartButton Button(Case @case, string child) => Id.Button(Title, new Form(@case.Ref.Value, child));

    public Refusal? Bars(FormPage page, Form asked) => page.Me.Agency != Agency.SocialCare ? new NotYourPart()
        : EnquiryStepRule.WhyNot(page.Whole, asked.Child, Pipeline.ConveningForm);

    public Drawn Draw(FormPage page, Form asked)
    {
        var meant = EnquiryStepRule.Meant(page.Case, asked.Child, Pipeline.ConveningForm);
        var stands = EnquiryStepRule.Same(meant, work => work.Form);
        var areas = page.Whole.Profile.ConferenceTeams;
        return new(Title,
        [
            .. meant[0].Find(Pipeline.ConveningForm)!.Due is { } due
                ? (IReadOnlyList<CardElement>)[new TextBlock($"By {due.SayRule(page.Words)}."), .. SourceNote.Of(due)] : [],
            .. StandingHold.Of(page.Whole).Count > 0
                ? (IReadOnlyList<CardElement>)
                [
                    new TextBlock("Contact with the family is held. Ask the police before anybody tells them.")
                    {
                        Weight = TextWeight.Bolder,
                    },
                ]
                : [],
            .. ChildChoice.For(page.Case, asked.Child),
            Choices.Radios("family", "Does the family know that a conference is held?", WordTables.FamilyTold, stands?.Family),
            new DateInput("on", "On which day were they told? Leave it out for today") { Value = stands?.ToldAt },
            Choices.Radios("advocacy", "Does the child need an advocate?", WordTables.Advocacy, stands?.Advocacy),
            .. areas.Count == 0 ? [] : (IReadOnlyList<CardElement>)
            [
                new ChoiceSetInput("area", "Which area?", [.. areas.Select(team => new Choice(team.Area, team.Area))])
                {
                    Style = ChoiceSetStyle.Expanded,
                    Value = stands?.Area,
                },
            ],
            new TextInput("note", "Who was told and how; what the service has to know")
            {
                IsMultiline = true,
                MaxLength = FormCard.LongText,
                Value = stands?.Note,
            },
        ])
        {
            Saves = [new("Ask for it")],
        };
    }

    public Decision Decide(FormPage page, Form typed) => EnquiryStepRule.Request(page.Whole, typed.Child, typed.Family, typed.On,
        typed.Advocacy, typed.Area, typed.Note, page.Now, page.Words);

    public Echo Saved(FormPage page, Kept<Form> kept) => new("the conference is asked for");

    public PartButton? Next(FormPage page, Kept<Form> kept) => EnquiryPage.Button(page.Case);
}
