using StrategyBot.Conversations;
using StrategyBot.Documents;
using StrategyBot.Records;

namespace StrategyBot.Phases.Disclosing;

/// <summary>A lawyer or an auditor has the whole record of a case for a court (P17, P19). It is kept from then on, they are on the case as
/// its people see, and what they fetch is logged. An auditor has it only while the case is open to them, by a reason that they gave.
/// </summary>
internal sealed class ExportCommand(GroupDoor door, TimeProvider clock) : ICommand
{
    private const string HowTo =
        "Type it with a case's reference and word, and the proceedings: `export court SB-2026-014 Heron EX26C00123`.";

    public static string Word => "export";

    public static string Help => "`export court SB-2026-014 Heron EX26C00123` – for lawyers and auditors: the whole record, for a court";

    public static bool HoldsContent => false;

    public async Task<Reply> HandleAsync(string rest, Turn turn, CancellationToken cancellationToken)
    {
        if (await door.RolesAsync(Word, turn, [Role.Legal, Role.Auditor], cancellationToken) is var (are, because) && because is not null)
        {
            return because;
        }

        return rest.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                is [var court, var reference, var word, .. { Length: > 0 } proceedings]
            && court.Equals("court", StringComparison.OrdinalIgnoreCase)
                ? await TakeAsync(reference, word, string.Join(' ', proceedings), are.Contains(Role.Legal), turn, cancellationToken)
                : new Reply.Say(HowTo);
    }

    private async Task<Reply> TakeAsync(
        string reference, string word, string proceedings, bool isLawyer, Turn turn, CancellationToken cancellationToken)
    {
        var why = Shortened.To(FormCard.Line, proceedings);
        var isShut = false;
        var @case = await door.ComeOnAsync(reference, word, Word, turn, (now, asker) =>
        {
            isShut = !isLawyer && (asker.On(now) is not { } me || BrokenGlass.Of(now, me.Id, clock.GetUtcNow()) is null);
            return isShut ? []
                : [.. isLawyer ? PutOn.ByGroup(now, asker, Role.Legal) : [], .. Held(now, asker.On(now)?.Id ?? now.NextPerson(), why)];
        }, cancellationToken);
        return isShut
            ? new Reply.Say("An auditor has the record for a court only while the case is open to them. Say first why you have to read it: "
                + $"type `break-glass {reference.ToUpperInvariant()} {word}`, then this again.")
            : @case is null ? door.Nobody
            : new Reply.Show("Record for a court", FormCard.Of($"{@case.Id} {@case.CheckWord}", null,
                [
                    new TextBlock("The record is kept for this court: nothing of it is deleted until information governance says so."),
                    new TextBlock("The document has everything that is written on the case. Its people can see that you have it."),
                ],
                [OfferCourtBundle.Button(@case).Send()]));
    }

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

    /// <summary>An auditor has it once it is kept for a court; lawyers keep what they have.</summary>
    public static bool MayHave(CaseView view) => view.MayWrite(Capability.TakeToCourt)
        || (view.Reader.May(Capability.TakeToCourt)
            && view.Whole.Keeping.Holds.Exists(hold => hold.Released is null && hold.Said.Fact.Cause == HoldCause.Court));

    public Task<Reply> HandleAsync(CaseForm form, Turn turn, CancellationToken cancellationToken) =>
        PaperOffer.AnswerAsync(clerk, words, turn, form, Capability.TakeToCourt, view => MayHave(view) ? null : new CannotBe(
            $"Type `export court {view.Case.Id} {view.Case.CheckWord}` and the proceedings first: the record is kept for the court then."),
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
