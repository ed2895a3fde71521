namespace StrategyBot.Phases.Assessing;

/// <summary>Somebody who speaks for an agency and isn't on the list: what they say stands under their name, not under that of whom they
/// stand in for.</summary>
internal sealed class SpeakerPart : IPart<SpeakerPart.Form>
{
    private const string Title = "Somebody who is not on the list";

    /// <param name="Of">The agency they speak for.</param>
    public sealed record Form(string Case, Agency? Of = null, string? Name = null, string? JobTitle = null) : ICaseForm;

    public static PartId Id => new(PartIds.Speaker);

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
        SpeakerRule.Known(page.Case, kept.Typed) is not { } named ? null
        : page.Case is { IsByTelephone: true, Meeting.IsConvened: true }
            ? new("", PartIds.Telephone, CaseForm.With(page.Case, new { For = named.Id.Value }))
        : EnterForPage.ButtonFor(page.Case, named);
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
            : new ParticipantAdded(new(@case.NextPerson(), name, agency, title, "", "", "", [])
            {
                RangIn = true,
            });
    }

    /// <summary>The one of that name who speaks for that agency.</summary>
    public static Participant? Known(Case @case, SpeakerPart.Form typed) => @case.Speaking.FirstOrDefault(person =>
        person.Agency == typed.Of && string.Equals(person.Name.Trim(), Line(typed.Name), StringComparison.OrdinalIgnoreCase));

    private static string Line(string? typed) => (typed ?? "").ReplaceLineEndings(" ").Trim();
}
