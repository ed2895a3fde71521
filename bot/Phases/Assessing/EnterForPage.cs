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
                Actions.Send("Their view", ViewPart.Id.Open, CaseForm.Of(page.Case)),
                SpeakerPart.Send(page.Case),
            ],
        };
}

/// <summary>Somebody who speaks for an agency and isn't on the list: what they say stands under their name, not under that of whom they
/// stand in for.</summary>
internal sealed class SpeakerPart : IPart<SpeakerPart.Form>
{
    private const string Title = "Somebody who is not on the list";

    /// <param name="Of">The agency they speak for.</param>
    public sealed record Form(string Case, Agency? Of = null, string? Name = null, string? JobTitle = null) : ICaseForm;

    public static PartId Id => new("assessing/speaker");

    public static Capability Needs => Capability.FillForm;

    /// <summary>One person's name and another's title are nobody.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Together => [["of", "name", "jobTitle"]];

    public static SubmitAction Send(Case @case) => Id.Send(Title, CaseForm.Of(@case));

    public Drawn Draw(FormPage page, Form asked) => new("Who is speaking?",
    [
        new TextBlock("For a duty inspector or a ward sister who rings in. "
            + "Nothing is sent to them. They see nothing of the case."),
        new ChoiceSetInput("of", "They speak for",
            [.. Enum.GetValues<Agency>().Select(agency => new Choice(agency.Name(), WordTables.ValueOf(agency)))]),
        new TextInput("name", "Name") { MaxLength = FormCard.Line },
        new TextInput("jobTitle", "Role") { MaxLength = FormCard.Line },
    ])
    {
        Frame = "Who is speaking",
    };

    public Decision Decide(FormPage page, Form typed) => SpeakerRule.Name(page.Whole, typed);

    public Echo Saved(FormPage page, Kept<Form> kept) =>
        new("who is speaking", new PlainText(SpeakerRule.Known(page.Case, kept.Typed)?.Described ?? ""));

    public PartButton? Next(FormPage page, Kept<Form> kept) =>
        SpeakerRule.Known(page.Case, kept.Typed) is { } named ? EnterForPage.ButtonFor(page.Case, named) : null;
}

/// <summary>The rule of who speaks without being on the list. Pure.</summary>
internal static class SpeakerRule
{
    public static Decision Name(Case @case, SpeakerPart.Form typed)
    {
        var (name, title) = (Line(typed.Name), Line(typed.JobTitle));
        return typed.Of is not { } agency ? new CannotBe("Choose which agency they speak for.") { Field = "of" }
            : name.Length == 0 ? new CannotBe("Give their name: what they say stands under it.") { Field = "name" }
            : name.Length > FormCard.Line || title.Length > FormCard.Line ? new TooLong(FormCard.Line)
            : Known(@case, typed) is not null ? Decision.Already
            : new ParticipantAdded(new(new($"person-{@case.Participants.Count + 1}"), name, agency, title, "", "", "", [])
            {
                RangIn = true,
            });
    }

    /// <summary>The one of that name who speaks for that agency.</summary>
    public static Participant? Known(Case @case, SpeakerPart.Form typed) => @case.Speaking.FirstOrDefault(person =>
        person.Agency == typed.Of && string.Equals(person.Name.Trim(), Line(typed.Name), StringComparison.OrdinalIgnoreCase));

    private static string Line(string? typed) => (typed ?? "").ReplaceLineEndings(" ").Trim();
}
