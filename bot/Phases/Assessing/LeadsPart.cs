namespace StrategyBot.Phases.Assessing;

/// <summary>A joint enquiry has two leads: who is here for the police and for social care is proposed, and nobody leads before it is saved
/// (R56).</summary>
internal sealed class LeadsPart : IPart<LeadsPart.Form>
{
    private const string Heading = "leads";

    private const string Police = "Police", SocialCare = "Social care";

    /// <summary>The choice of who isn't on the list: written beside it.</summary>
    private const string Other = "other";

    /// <param name="PoliceOther">Who it is, where <see cref="Police"/> is somebody else.</param>
    public sealed record Form(
        string Case, string? Police = null, string? SocialCare = null, string? Marking = null, string? PoliceOther = null,
        string? SocialCareOther = null) : ICaseForm;

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
        .. Before(page),
        .. Ask(page, "police", "Who leads for the police", Agency.Police, Police),
        .. Ask(page, "socialCare", "Who leads for social care", Agency.SocialCare, SocialCare),
        MarkingInput.For(page.Case, page.Me.Agency, Stands(page)?.Audience),
    ])
    {
        Preselected = Stands(page) is null ? ["police", "socialCare", MarkingInput.Id] : [],
    };

    public Decision Decide(FormPage page, Form typed)
    {
        if (MarkingInput.Said(page, typed.Marking, Stands(page)?.Audience, typed.Police, typed.SocialCare, typed.PoliceOther,
            typed.SocialCareOther) is not { } readers)
        {
            return MarkingInput.NotSaid;
        }

        if (Unwritten(typed) is { } missing)
        {
            return new CannotBe("Write who it is, with what they are, and save again.") { Field = missing };
        }

        var said = new[]
        {
            (Police, Who(page.Whole, typed.Police, typed.PoliceOther)),
            (SocialCare, Who(page.Whole, typed.SocialCare, typed.SocialCareOther)),
        }.Where(one => one.Item2.Length > 0).Select(one => $"{one.Item1}: {one.Item2}").ToList();
        return said.Count == 0
            ? new CannotBe("Choose who leads, and save again.") { Field = "police" }
            : HeadingsRule.Save(page.Whole, page.Me, [new(Heading, [Cases.Heading.Known], $"{string.Join(". ", said)}.")], page.Seen,
                readers.Audience);
    }

    public PartButton? Under(FormPage page, Form asked) =>
        new PartId(PartIds.Decision("reasonable-cause")).Button("", CaseForm.Of(page.Case));

    public Echo Saved(FormPage page, Kept<Form> kept) => new("who leads",
        [.. page.Case.Meeting.Assessment.Of(Heading).Standing.Select(given => new PlainText(given.Answer.Text))]);

    /// <summary>As far as this reader may read it.</summary>
    private static GivenAnswer? Stands(FormPage page) => HeadingsRule.Readable(page.Case, page.Me, Heading);

    /// <summary>Who is here, else who is invited; somebody else is written.</summary>
    private static IReadOnlyList<CardElement> Ask(FormPage page, string id, string label, Agency agency, string name)
    {
        var said = Said(page, name);
        var here = Attended(page.Case).Where(person => person.Agency == agency).ToList();
        var people = Of(page.Case, agency).Where(person => here.Count == 0 || here.Contains(person) || person.Described == said).ToList();
        var chosen = people.FirstOrDefault(person => person.Described == said)?.Id.Value;
        var choice = PersonChoice.Of(id, label, people,
            chosen ?? (said.Length > 0 ? Other : Stands(page) is null ? First(page.Case, agency) : null));
        return
        [
            choice with { Choices = [.. choice.Choices, new("Somebody else: write who", Other)] },
            new TextInput($"{id}Other", "If somebody else: who, and what are they?")
            {
                MaxLength = FormCard.Line,
                Value = chosen is null && said.Length > 0 ? said : null,
            },
        ];
    }

    /// <summary>What was written before people were chosen here, in its own words.</summary>
    private static IEnumerable<CardElement> Before(FormPage page) =>
        Stands(page) is { Answer.Text: { Length: > 0 } text } && Said(page, Police).Length + Said(page, SocialCare).Length == 0
            ? [new PlainText($"Said so far: {Shortened.To(FormCard.Line, text)}") { IsSubtle = true }]
            : [];

    private static string? Unwritten(Form typed) =>
        typed.Police == Other && string.IsNullOrWhiteSpace(typed.PoliceOther) ? "policeOther"
        : typed.SocialCare == Other && string.IsNullOrWhiteSpace(typed.SocialCareOther) ? "socialCareOther"
        : null;

    /// <summary>Who was chosen; what is written where that is somebody else, or where nobody was chosen.</summary>
    private static string Who(Case @case, string? chosen, string? other) =>
        Find(@case, chosen) is { } person ? person.Described : (other ?? "").Trim();

    /// <summary>Who was said to lead before, which is more than a proposal; empty where it was said otherwise.</summary>
    private static string Said(FormPage page, string name)
    {
        const string between = ". " + SocialCare + ": ";
        var text = Stands(page)?.Answer.Text ?? "";
        var (police, care) = text.IndexOf(between, StringComparison.Ordinal) is >= 0 and var at
            ? (text[..at], text[(at + 2)..])
            : text.StartsWith(Police, StringComparison.Ordinal) ? (text, "") : ("", text);
        var part = name == Police ? police : care;
        return !part.StartsWith($"{name}: ", StringComparison.Ordinal) ? ""
            : part[(name.Length + 2)..] is var said && part == text[^part.Length..] && said.EndsWith('.') ? said[..^1] : said;
    }

    private static IEnumerable<Participant> Of(Case @case, Agency agency) => @case.Speaking.Where(person => person.Agency == agency);

    private static IEnumerable<Participant> Attended(Case @case) =>
        @case.Speaking.Where(person => @case.Meeting.Attendance.Attended(person.Id));

    /// <summary>Who is here, the social worker before others of social care; who is invited where nobody is known to be here.</summary>
    private static string? First(Case @case, Agency agency) => (Attended(@case).Any() ? Attended(@case) : @case.Speaking)
        .Where(person => person.Agency == agency).OrderByDescending(person => person.Roles.Contains(Role.SocialWorker))
        .FirstOrDefault()?.Id.Value;

    private static Participant? Find(Case @case, string? id) => @case.Speaking.FirstOrDefault(person => person.Id.Value == id);
}
