using StrategyBot.Conversations;
using StrategyBot.Documents;
using StrategyBot.Records;

namespace StrategyBot.Phases.Enquiring;

/// <summary>Hands out a link to the list of whom to invite, for whoever sends the invitations elsewhere (R55, R103).</summary>
internal sealed class OfferInviteesFile(Clerk clerk, IPaperLinks links, Words words) : IVerb<CaseForm>
{
    public static string Verb => "enquiring/invitees-file";

    public static SubmitAction Button(Case @case) => Actions.Send("As a spreadsheet", Verb, CaseForm.Of(@case));

    public Task<Reply> HandleAsync(CaseForm form, Turn turn, CancellationToken cancellationToken) =>
        PaperOffer.AnswerAsync(clerk, words, turn, form, ConferenceListPage.Needs,
            view => view.Reader.Agency != Agency.SocialCare ? new NotYourPart() : ConferenceListPage.WhyNot(view.Whole),
            view => links.IssueAsync(turn, view, Verb, "", cancellationToken),
            view => new(ConferenceListPage.Title, "A table for a spreadsheet, as the list stands when you fetch it. It has names in it.",
                "Delete it once the invitations are sent.",
                ConferenceListPage.Button(view.Case).Send() with { Title = "Back to the list" }),
            cancellationToken);
}

/// <summary>The list as a file, drawn anew when it is fetched.</summary>
internal sealed class InviteesFile : IPaper
{
    private static readonly string[] Columns =
    [
        "Reference", "Check word", "Conference", "Place", "Who", "Job title", "Agency", "Address", "Telephone", "At the strategy meeting",
        "By calendar", "Answer", "How they take part",
    ];

    public string Kind => OfferInviteesFile.Verb;

    public Capability Needs => ConferenceListPage.Needs;

    public Task<PaperFile?> WriteAsync(
        Asker asker, CaseView view, string about, DateTimeOffset now, bool isTaken, CancellationToken cancellationToken) =>
        Task.FromResult(view.Reader.Agency != Agency.SocialCare || ConferenceListPage.WhyNot(view.Whole) is not null ? null
            : new PaperFile($"{view.Case.Id}-conference-invitees.csv", CsvText.ContentType, CsvText.Write([Columns, .. Rows(view.Case)])));

    private static IEnumerable<IReadOnlyList<string>> Rows(Case @case)
    {
        foreach (var hold in HoldLines.Of(@case))
        {
            yield return [@case.Id.Value, @case.CheckWord, "", "", hold, "", "", "", "", "", "", "", ""];
        }

        var arranged = ArrangedConference.AllOf(@case);
        var conferences = arranged.Count > 0 ? arranged.ToList<ArrangedConference?>() : [null];
        foreach (var conference in conferences)
        {
            string[] head =
            [
                @case.Id.Value, @case.CheckWord, conference is null ? "" : CsvText.Of(conference.Arranged.Fact.At),
                conference?.Arranged.Fact.Where ?? "",
            ];
            foreach (var (id, name) in ConferencePlacePart.People(@case))
            {
                yield return [.. head, name, "", "Family", "", "", "", "no", "", ConferenceListPage.Place(@case, id)];
            }

            var invited = conference is null || !ConferenceCalendar.IsKept(@case) ? [] : conference.Invited(@case);
            foreach (var person in ArrangedConference.People(@case))
            {
                yield return
                [
                    .. head, person.Name, person.JobTitle, person.Agency.Name(), person.Mail, person.Phone,
                    @case.Meeting.Attendance.Attended(person.Id) ? "yes" : "no", invited.Contains(person) ? "yes" : "no",
                    conference is null ? "" : ConferenceListPage.Answer(conference, person), "",
                ];
            }
        }
    }
}
