namespace StrategyBot.Phases.Assessing;

/// <summary>A joint enquiry has two leads: who is here for the police and for social care is proposed, and nobody leads before it is saved
/// (R56).</summary>
internal sealed class LeadsPart : IPart<LeadsPart.Form>
{
    private const string Heading = "leads";

    public sealed record Form(string Case, string? Police = null, string? SocialCare = null) : ICaseForm;

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
        .. Ask(page.Case, "police", "Who leads for the police", Agency.Police),
        .. Ask(page.Case, "socialCare", "Who leads for social care", Agency.SocialCare),
    ])
    {
        Preselected = ["police", "socialCare"],
    };

    public Decision Decide(FormPage page, Form typed)
    {
        var (police, care) = (Find(page.Whole, typed.Police), Find(page.Whole, typed.SocialCare));
        var said = new[] { ("Police", police), ("Social care", care) }.Where(one => one.Item2 is not null)
            .Select(one => $"{one.Item1}: {one.Item2!.Described}");
        return police is null && care is null
            ? new CannotBe("Choose who leads, and save again.") { Field = "police" }
            : HeadingsRule.Save(page.Whole, page.Me, [new(Heading, [Cases.Heading.Known], $"{string.Join(". ", said)}.")], page.Seen,
                Audience.Professionals);
    }

    public PartButton? Under(FormPage page, Form asked) => new PartId(PartIds.Section47).Button("", CaseForm.Of(page.Case));

    public Echo Saved(FormPage page, Kept<Form> kept) => new("who leads",
        [.. page.Case.Meeting.Assessment.Of(Heading).Standing.Select(given => new PlainText(given.Answer.Text))]);

    private static IReadOnlyList<CardElement> Ask(Case @case, string id, string label, Agency agency) =>
        Of(@case, agency).Any() ? [PersonChoice.Of(id, label, Of(@case, agency), First(@case, agency))] : [];

    private static IEnumerable<Participant> Of(Case @case, Agency agency) => @case.Speaking.Where(person => person.Agency == agency);

    private static IEnumerable<Participant> Attended(Case @case) =>
        @case.Speaking.Where(person => @case.Meeting.Attendance.Attended(person.Id));

    /// <summary>Who is here, the social worker before others of social care; who is invited where nobody is known to be here.</summary>
    private static string? First(Case @case, Agency agency) => (Attended(@case).Any() ? Attended(@case) : @case.Speaking)
        .Where(person => person.Agency == agency).OrderByDescending(person => person.Roles.Contains(Role.SocialWorker))
        .FirstOrDefault()?.Id.Value;

    private static Participant? Find(Case @case, string? id) => @case.Speaking.FirstOrDefault(person => person.Id.Value == id);
}
