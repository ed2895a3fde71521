using StrategyBot.Conversations;
using StrategyBot.Documents;
using StrategyBot.Graph;
using StrategyBot.Records;

namespace StrategyBot.Phases.Disclosing;

/// <summary>A lawyer or an auditor has the whole record of a case for a court (P17, P19). It is kept from then on, they are on the case as
/// its people see, and what they fetch is logged.</summary>
internal sealed class ExportCommand(Clerk clerk, Membership membership, Words words) : ICommand
{
    private const string HowTo =
        "Type it with a case's reference and word, and the proceedings: `export court SB-2026-014 Heron EX26C00123`.";

    public static string Word => "export";

    public static string Help => "`export court SB-2026-014 Heron EX26C00123` – for lawyers and auditors: the whole record, for a court";

    public static bool HoldsContent => false;

    public async Task<Reply> HandleAsync(string rest, Turn turn, CancellationToken cancellationToken)
    {
        if (turn.At.Kind != PlaceKind.Personal)
        {
            return new Reply.Say("Type `export` to me in our own chat.");
        }

        var may = await turn.Patience.AskAsync<bool?>(
            async token => turn.By.ObjectId.Length > 0 && (await membership.IsOfLegalAsync(turn.By.ObjectId, token)
                || await membership.IsAuditorAsync(turn.By.ObjectId, token)), () => null, cancellationToken);
        if (may is not true)
        {
            return new Reply.Say(may is null ? "I can't check just now whether you may. Try again in a minute."
                : new NoSuchCase().Say(words));
        }

        return rest.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                is [var court, var reference, var word, .. { Length: > 0 } proceedings]
            && court.Equals("court", StringComparison.OrdinalIgnoreCase)
                ? await TakeAsync(new(reference.ToUpperInvariant()), word, string.Join(' ', proceedings), turn, cancellationToken)
                : new Reply.Say(HowTo);
    }

    private async Task<Reply> TakeAsync(CaseId id, string word, string proceedings, Turn turn, CancellationToken cancellationToken)
    {
        var asker = turn.Asker();
        var why = Shortened.To(FormCard.Line, proceedings);
        var @case = await clerk.RecordAsync(id, $"{turn.Source}/export",
            now => IsMeant(now, word) ? [.. PutOn(now, asker), .. Held(now, asker.On(now)?.Id ?? now.NextPerson(), why)] : [],
            cancellationToken);
        return IsMeant(@case, word)
            ? new Reply.Show("Record for a court", FormCard.Of($"{@case.Id} {@case.CheckWord}", null,
                [
                    new TextBlock("The record is kept for this court: nothing of it is deleted until information governance says so."),
                    new TextBlock("The document has everything that is written on the case. Its people can see that you have it."),
                ],
                [OfferCourtBundle.Button(@case).Send()]))
            : new Reply.Say(new NoSuchCase().Say(words));
    }

    private static bool IsMeant(Case @case, string word) =>
        @case.Exists && string.Equals(@case.CheckWord, word, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whoever is on the case already keeps what they are.</summary>
    private static IEnumerable<Fact> PutOn(Case @case, Asker asker) => asker.On(@case)?.May(Capability.TakeToCourt) == true ? [] :
    [
        new ParticipantAdded(@case.Find(asker.Id) is { IsTakenOff: false } known
            ? known with { Roles = known.Roles.Add(Role.Legal) }
            : new(@case.NextPerson(), asker.Name, Agency.SocialCare, "For a court", "", asker.Mail ?? "", "",
                [Role.Legal], asker.Id, ChannelId: asker.ChannelId))
        {
            Meeting = @case.Meeting.Id,
        },
    ];

    private static IEnumerable<Fact> Held(Case @case, ParticipantId by, string why) =>
        @case.Keeping.Holds.Exists(hold => hold.Released is null && hold.Said.Fact is { Cause: HoldCause.Court } held && held.Why == why)
            ? []
            : [new RecordHeld(HoldCause.Court, why) { OnBehalfOf = by, Audience = Audience.Only(Agency.SocialCare) }];
}

/// <summary>Hands out a link to the whole record, for a court.</summary>
internal sealed class OfferCourtBundle(Clerk clerk, IPaperLinks links, Words words) : IVerb<CaseForm>
{
    public static string Verb => "disclosing/court";

    public static PartButton Button(Case @case) => new("The record for the court", Verb, CaseForm.Of(@case));

    public Task<Reply> HandleAsync(CaseForm form, Turn turn, CancellationToken cancellationToken) =>
        PaperOffer.AnswerAsync(clerk, words, turn, form, Capability.TakeToCourt, _ => null,
            view => links.IssueAsync(turn, view, Verb, "", cancellationToken),
            view => new("The record for the court",
                "Everything that is written on the case, with both times, every version of the minutes, who opened what, and the proof.",
                "Delete it when it was filed.", OwnPart.Button(view.Case) with { Title = "Back" }),
            cancellationToken);
}

/// <summary>The bundle, drawn anew when it is fetched; of the same record it is the same, byte by byte.</summary>
internal sealed class CourtFile(Clerk clerk, RecordVerifier verifier, Words words) : IPaper
{
    public string Kind => OfferCourtBundle.Verb;

    public Capability Needs => Capability.TakeToCourt;

    public async Task<PaperFile?> WriteAsync(
        Asker asker, CaseView view, string about, DateTimeOffset now, bool isTaken, CancellationToken cancellationToken)
    {
        var id = view.Case.Id;
        var entries = await clerk.EntriesAsync(id, cancellationToken);
        var verified = await verifier.VerifyAsync(id.Value, cancellationToken);
        // Its own fetching is no part of it: else no two were the same.
        var readings = (await clerk.ReadingsAsync(id, cancellationToken)).Where(one => one.What != Kind);
        var bundle = new CourtBundle(view, entries, [.. readings], verified.Streams.SingleOrDefault(), verified.Anchors,
            await clerk.LastHashAsync(id, cancellationToken), words);
        return new($"{id}-court.docx", MinutesDocx.ContentType,
            BundleDocx.Write($"{id} {view.Case.CheckWord}: record for a court", "Official–Sensitive", bundle.Pieces(), entries[^1].At));
    }
}
