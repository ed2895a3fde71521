using StrategyBot.Conversations;
using StrategyBot.Records;

namespace StrategyBot.Phases.Disclosing;

/// <summary>How a request for the record stands: whose words are in it, what each agency says, what was decided (P41).</summary>
internal sealed class RequestPage(Clerk clerk) : IPage<RequestPage.Form>, IAsksOutside
{
    public sealed record Form(string Case, int? Request = null) : ICaseForm;

    public static PartId Id => new("disclosing/request");

    public static Capability Needs => Capability.KeepRecord;

    public IReadOnlyList<Entry> Entries { get; set; } = [];

    public static PartButton Button(Case @case, RecordRequest request) =>
        Id.Button($"Request {request.Number}", new Form(@case.Ref.Value, request.Said.Seq));

    public async Task AskAsync(Case @case, Patience patience, CancellationToken cancellationToken) =>
        Entries = await clerk.EntriesAsync(@case.Id, cancellationToken);

    public Refusal? Bars(FormPage page, Form asked) => Requested.Bars(page, asked.Request);

    public Drawn Draw(FormPage page, Form asked)
    {
        var request = RequestRule.Find(page.Case, asked.Request)!;
        var (said, owners) = (request.Said.Fact, RequestRule.Owners(page.Whole, Entries));
        return new($"Request {request.Number}",
        [
            new PlainText(RequestLines.Head(page.Whole, request, page.Words)) { Weight = TextWeight.Bolder },
            new PlainText($"{said.Who}. It came {page.Words.Date(said.On)}."
                + ((said.Child?.Value ?? said.Adult?.Value) is { } whose ? $" About {page.Case.NameOf(whose)}." : "")),
            new PlainText(said.What),
            .. request.Extended is { } extended ? (IReadOnlyList<CardElement>)[new PlainText($"Longer, because: {extended.Fact.Why}")] : [],
            .. request.Answered is { } answered ? (IReadOnlyList<CardElement>)[new PlainText(answered.Fact.How)] : [],
            .. owners.Count == 0 ? (IReadOnlyList<CardElement>)[new TextBlock("No other agency has words on this case.")]
                : [.. RequestLines.Agencies(request, owners, page.Words.LocalDate(page.Now), page.Words)
                    .Select(line => new PlainText(line))],
            .. from agency in owners
               let answer = request.Answers.GetValueOrDefault(agency)
               where answer?.Fact.Why.Length > 0
               select new PlainText($"{agency.Name()} say: {answer.Fact.Why}"),
            .. owners.Count == 0 || request.Answered is not null ? (IReadOnlyList<CardElement>)[]
                : [new TextBlock("Ask them first. Their silence stops nothing: the authority decides, and says why.")],
        ])
        {
            Beside = request.Answered is not null ? [OfferRecordCopy.Button(page.Case, request, isGiven: true).Send()] :
            [
                .. owners.Count > 0 ? [AskAgenciesPart.Button(page.Case, request).Send()] : Array.Empty<CardAction>(),
                .. owners.Select(agency => DecideWordsPart.Button(page.Case, request, agency).Send()),
                OfferRecordCopy.Button(page.Case, request, isGiven: false).Send(),
                .. owners.All(request.Decisions.ContainsKey) ? [OfferRecordCopy.Button(page.Case, request, isGiven: true).Send()]
                    : Array.Empty<CardAction>(),
                .. said.Asker == WhoAsks.Subject && request.Extended is null ? [ExtendPart.Button(page.Case, request).Send()]
                    : Array.Empty<CardAction>(),
                AnswerRequestPart.Button(page.Case, request).Send(),
            ],
        };
    }
}

/// <summary>Whether there is such a request.</summary>
internal static class Requested
{
    public static Refusal? Bars(FormPage page, int? request) =>
        RequestRule.Find(page.Whole, request) is null ? new CannotBe("There is no such request on this case.") : null;

    public static Refusal? BarsOpen(FormPage page, int? request) => Bars(page, request)
        ?? (RequestRule.Find(page.Whole, request)!.Answered is not null ? new CannotBe("That request is answered.") : null);
}
