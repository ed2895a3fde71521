namespace StrategyBot.Phases.Assessing;

/// <summary>The forms that the chair, scribe or social worker types for somebody who can't; what is saved says who typed it.</summary>
internal sealed class EnterForPage : IPage<EnterForPage.Form>
{
    public sealed record Form(string Case, string? Who = null) : ICaseForm;

    public static PartId Id => new(EnteringFor.Verb);

    public static Capability Needs => Capability.FillForm;

    public static PartButton Button(Case @case) => Id.Button("Enter for another agency", new Form(@case.Ref.Value));

    public static PartButton ButtonFor(Case @case, Participant who) =>
        Id.Button("Enter what they say", new Form(@case.Ref.Value, who.Id.Value));

    /// <summary>Everybody of other agencies who may speak.</summary>
    public static IReadOnlyList<Participant> Others(Case @case) => [.. @case.Speaking.Where(person => person.Agency != Agency.SocialCare)];

    public Drawn Draw(FormPage page, Form asked) => Others(page.Case) is not [var first, ..] others
        ? new(EnteringFor.Title, [new TextBlock("Nobody of another agency is invited yet.")])
        {
            Beside = [SpeakerPart.Send(page.Case)],
        }
        : new(EnteringFor.Title,
        [
            new TextBlock("For somebody who rings in, or whose page can't be had. Choose who speaks, also in another's place. "
                + "Read back what you typed: it stands under their name, and says that you typed it."),
            // Named as the forms name it, so that the choice goes along to them.
            PersonChoice.Of("for", "Whose words are these", others,
                (others.FirstOrDefault(person => person.Id.Value == asked.Who) ?? first).Id.Value),
        ])
        {
            Beside =
            [
                Actions.Send("What their agency knows", InformationPart.Id.Open, CaseForm.Of(page.Case)),
                .. page.Case is { IsByTelephone: true, Meeting.IsConvened: true }
                    ? (IReadOnlyList<CardAction>)[Actions.Send("Note the call", PartIds.Telephone, CaseForm.Of(page.Case))] : [],
                Actions.Send("Their view", ViewPart.Id.Open, CaseForm.Of(page.Case)),
                SpeakerPart.Send(page.Case),
            ],
        };
}
