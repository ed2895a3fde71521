namespace StrategyBot.Phases.Assessing;

/// <summary>A joint enquiry has two leads: who is here for the police and for social care is proposed, and nobody leads before it is saved
/// (R56).</summary>
internal sealed class LeadsPart : IPart<LeadsPart.Form>
{
    private const string Heading = "leads";

    public sealed record Form(string Case, string? Police = null, string? SocialCare = null, string? Marking = null) : ICaseForm;

    public static PartId Id => new(PartIds.Leads);

    public static Capability Needs => Capability.Decide;

    public Refusal? Bars(FormPage page, Form asked) => page.Me.May(Capability.Lead) || page.Whole.Meeting.Attendance.EndedAt is not null
        ? null
        : new NotYourPart();

    public Drawn Draw(FormPage page, Form asked) => new(Headings.Find(Heading)!.Title,
    [
        new TextBlock("The police lead the criminal investigation, social care leads the enquiry. Proposed "
            + (Attended(page.Case).Any() ? "from who is here: change it if somebody else leads."
                : "from who is invited: change it if somebody else leads.")),
        .. Ask(page, "police", "Who leads for the police", Agency.Police),
        .. Ask(page, "socialCare", "Who leads for social care", Agency.SocialCare),
        MarkingInput.For(page.Case, page.Me.Agency, Stands(page)?.Audience),
    ])
    {
        Preselected = Stands(page) is null ? ["police", "socialCare", MarkingInput.Id] : [],
    };

    public Decision Decide(FormPage page, Form typed)
    {
        if (MarkingInput.Said(page, typed.Marking, Stands(page)?.Audience, typed.Police, typed.SocialCare) is not { } readers)
        {
            return MarkingInput.NotSaid;
        }

        var (police, care) = (Find(page.Whole, typed.Police), Find(page.Whole, typed.SocialCare));
        var said = new[] { ("Police", police), ("Social care", care) }.Where(one => one.Item2 is not null)
            .Select(one => $"{one.Item1}: {one.Item2!.Described}");
        return police is null && care is null
            ? new CannotBe("Choose who leads, and save again.") { Field = "police" }
            : HeadingsRule.Save(page.Whole, page.Me, [new(Heading, [Cases.Heading.Known], $"{string.Join(". ", said)}.")], page.Seen,
                readers.Audience);
    }

    public PartButton? Under(FormPage page, Form asked) => new PartId(PartIds.Section47).Button("", CaseForm.Of(page.Case));

    public Echo Saved(FormPage page, Kept<Form> kept) => new("who leads",
        [.. page.Case.Meeting.Assessment.Of(Heading).Standing.Select(given => new PlainText(given.Answer.Text))]);

    /// <summary>As far as this reader may read it.</summary>
    private static GivenAnswer? Stands(FormPage page) => HeadingsRule.Readable(page.Case, page.Me, Heading);

    private static IReadOnlyList<CardElement> Ask(FormPage page, string id, string label, Agency agency) =>
        Of(page.Case, agency).Any() ? [PersonChoice.Of(id, label, Of(page.Case, agency), Said(page, agency) ?? First(page.Case, agency))]
        : [];

    /// <summary>Who was chosen before, which is more than a proposal.</summary>
    private static string? Said(FormPage page, Agency agency) => Stands(page) is not { Answer.Text: var text } ? null
        : Of(page.Case, agency).FirstOrDefault(person => text.Contains(person.Described, StringComparison.Ordinal))?.Id.Value;

    private static IEnumerable<Participant> Of(Case @case, Agency agency) => @case.Speaking.Where(person => person.Agency == agency);

    private static IEnumerable<Participant> Attended(Case @case) =>
        @case.Speaking.Where(person => @case.Meeting.Attendance.Attended(person.Id));

    /// <summary>Who is here, the social worker before others of social care; who is invited where nobody is known to be here.</summary>
    private static string? First(Case @case, Agency agency) => (Attended(@case).Any() ? Attended(@case) : @case.Speaking)
        .Where(person => person.Agency == agency).OrderByDescending(person => person.Roles.Contains(Role.SocialWorker))
        .FirstOrDefault()?.Id.Value;

    private static Participant? Find(Case @case, string? id) => @case.Speaking.FirstOrDefault(person => person.Id.Value == id);
}
