namespace StrategyBot.Phases.Enquiring;

/// <summary>Whom to invite to the conference, from the case's own list (R103): for whoever sends the invitations and screens them.
/// </summary>
internal sealed class ConferenceListPage : IPage<CaseForm>
{
    public const string Title = "Who is invited to the conference";

    // With all the rest it still fits on a card.
    private const int MostPeople = 40;

    public static PartId Id => new("enquiring/invitees");

    public static Capability Needs => Capability.KeepEnquiry;

    public static PartButton Button(Case @case) => Id.Button(Title, CaseForm.Of(@case));

    public Refusal? Bars(FormPage page, CaseForm asked) => page.Me.Agency != Agency.SocialCare ? new NotYourPart()
        : WhyNot(page.Whole);

    /// <summary>Why there is no list.</summary>
    public static Refusal? WhyNot(Case @case) =>
        EnquiryPipeline.Of(@case).Any(IsListed) ? null : new CannotBe("No conference is to be held here.");

    public Drawn Draw(FormPage page, CaseForm asked) => new(Title,
    [
        .. EnquiryPipeline.Of(page.Case).Where(IsListed).SelectMany(one => About(page, one)).Distinct()
            .Select(line => new PlainText(line)),
        new TextBlock("Family") { Weight = TextWeight.Bolder, Separator = true },
        .. ConferencePlacePart.People(page.Case)
            .Select(one => new PlainText($"{Shortened.Name(one.Name)}: {PlaceAndWhy(page.Case, one.Id)}")),
        new TextBlock("Professionals") { Weight = TextWeight.Bolder, Separator = true },
        .. ArrangedConference.People(page.Case).Take(MostPeople)
            .Select(person => new PlainText(Say(page.Case, person))),
    ])
    {
        Beside =
        [
            .. EnquiryStepRule.WhyNotInvite(page.Whole, ChildChoice.All) is null
                ? (IReadOnlyList<SubmitAction>)[InviteToConferencePart.Button(page.Case, ChildChoice.All).Send()] : [],
            OfferInviteesFile.Button(page.Case),
            (EnquiryPage.Button(page.Case) with { Title = "Back to the enquiry" }).Send(),
        ],
    };

    /// <summary>It has a limit: it is known since when its enquiry runs.</summary>
    private static bool IsListed(ChildEnquiry enquiry) => enquiry is { IsToBeHeld: true, Limit: not null };

    /// <summary>What somebody answered in their calendar; empty where nothing.</summary>
    internal static string Answer(ArrangedConference conference, Participant person) =>
        ConferenceCalendar.AnswerOf(conference, person) switch
        {
            Rsvp.Coming => "comes",
            Rsvp.CannotCome => "can't come",
            _ => "",
        };

    private static IEnumerable<string> About(FormPage page, ChildEnquiry enquiry)
    {
        yield return enquiry.Work.Arranged is { } arranged
            ? $"{page.Words.When(arranged.Fact.At)}{(arranged.Fact.Where.Length > 0 ? $", {arranged.Fact.Where}" : "")}."
            : $"It has no day yet, and has to be held by {page.Words.Date(enquiry.Limit!.On)}.";
        foreach (var line in ConferenceCalendar.Says(page.Case, enquiry.Child))
        {
            yield return line;
        }

        if (enquiry.Work.Form is { } form)
        {
            yield return $"Advocate: {WordTables.Advocacy.InList(form.Fact.Advocacy)}. "
                + $"Family: {WordTables.FamilyTold.InList(form.Fact.Family)}.";
            if (form.Fact.Note.Length > 0)
            {
                yield return Shortened.To(FormCard.LongText, form.Fact.Note);
            }
        }

        if (enquiry.Work.StandIn is { Fact.Who: { Length: > 0 } who })
        {
            yield return $"In the social worker's place: {who}.";
        }
    }

    private static string PlaceAndWhy(Case @case, string id) => Place(@case, id)
        + (@case.ConferencePlaces.GetValueOrDefault(id) is { Fact.Words: { Length: > 0 } why } ? $" ({why})" : "");

    internal static string Place(Case @case, string id) => @case.ConferencePlaces.GetValueOrDefault(id) is { } said
        ? WordTables.ConferencePlace.InList(said.Fact.Place) : "not said yet";

    private static string Say(Case @case, Participant person) => string.Join(", ", ((string[])
    [
        person.Described, person.Mail, person.Phone,
        @case.Meeting.Attendance.Attended(person.Id) ? "was at the strategy meeting" : "",
        .. ArrangedConference.AllOf(@case).Select(one => Answer(one, person)).Distinct(),
    ]).Where(part => part.Length > 0));
}
