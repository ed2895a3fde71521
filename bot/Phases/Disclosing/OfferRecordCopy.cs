using StrategyBot.Conversations;
using StrategyBot.Documents;
using StrategyBot.Records;

namespace StrategyBot.Phases.Disclosing;

/// <summary>Hands out a link to what a request asks for, as a document.</summary>
internal sealed class OfferRecordCopy(Clerk clerk, IPaperLinks links, Words words) : IVerb<OfferRecordCopy.Form>
{
    public static string Verb => "disclosing/copy";

    /// <param name="IsGiven">It is the one that is given, and not the one to decide by.</param>
    public sealed record Form(string Case, int? Request = null, bool IsGiven = false) : ICaseForm;

    public static PartButton Button(Case @case, RecordRequest request, bool isGiven) =>
        new(isGiven ? "The copy to give" : "Read it first", Verb, new Form(@case.Ref.Value, request.Said.Seq, isGiven));

    public Task<Reply> HandleAsync(Form form, Turn turn, CancellationToken cancellationToken) =>
        PaperOffer.AnswerAsync(clerk, words, turn, form, RequestPage.Needs,
            view => RequestRule.Find(view.Whole, form.Request) is null ? new CannotBe("There is no such request on this case.") : null,
            view => links.IssueAsync(turn, view, Verb, $"{form.Request}/{(form.IsGiven ? RecordCopyFile.Given : RecordCopyFile.Read)}",
                cancellationToken),
            view => new(form.IsGiven ? "The copy to give" : "The record, to decide by",
                form.IsGiven ? "Names of others of the family stand as “another person”, and what is left out says why."
                    : "Names of others of the family stand in brackets. What nobody decided on yet says so.",
                "Give it in the way that your authority says, and write down that you did.",
                (RequestPage.Button(view.Case, RequestRule.Find(view.Whole, form.Request)!) with { Title = "Back" }).Send()),
            cancellationToken);
}

/// <summary>What a request asks for, drawn anew when it is fetched.</summary>
internal sealed class RecordCopyFile(Clerk clerk, Words words) : IPaper
{
    public const string Read = "read", Given = "give";

    public string Kind => OfferRecordCopy.Verb;

    public Capability Needs => RequestPage.Needs;

    public async Task<PaperFile?> WriteAsync(
        Asker asker, CaseView view, string about, DateTimeOffset now, bool isTaken, CancellationToken cancellationToken)
    {
        if (about.Split('/') is not [var number, var which] || !int.TryParse(number, out var seq)
            || RequestRule.Find(view.Whole, seq) is not { } request)
        {
            return null;
        }

        var entries = await clerk.EntriesAsync(view.Case.Id, cancellationToken);
        if (which == Given && !RequestRule.Owners(view.Whole, entries).All(request.Decisions.ContainsKey))
        {
            return null;
        }

        var title = $"{view.Case.Id} {view.Case.CheckWord}: {(which == Given ? "copy of the record" : "the record, to decide by")}";
        return new($"{view.Case.Id}-request-{request.Number}-{which}.docx", MinutesDocx.ContentType, BundleDocx.Write(
            title, "Official–Sensitive", RecordCopy.Of(view, request, entries, which == Given, words), entries[^1].At));
    }
}

/// <summary>What was written on a case, for whoever asks for it: each entry with both its times and whose words they are. Pure.</summary>
internal static class RecordCopy
{
    // Twentieths of a point, together the width between the margins.
    private static readonly int[] Widths = [700, 1_900, 2_100, 5_335];

    public static IEnumerable<SheetPiece> Of(
        CaseView view, RecordRequest request, IReadOnlyList<Entry> entries, bool isGiven, Words words)
    {
        var (@case, said) = (view.Whole, request.Said.Fact);
        var (print, others) = (new FactPrint(@case, words), new ThirdParties(@case, request));
        var all = DisclosedWords.Of(@case, entries, request).Select(one => Kept(one, view.Reader)).ToList();
        var leftOut = all.Where(one => one.Why.Length > 0).ToList();
        yield return new SheetPiece.Head(1, isGiven ? "Copy of the record" : "The record, to decide by");
        yield return Line($"{@case.Id} {@case.CheckWord}. Asked for on {words.Date(said.On)}, for "
            + $"{WordTables.WhoAsks.InMinutes(said.Asker)}."
            + ((said.Child?.Value ?? said.Adult?.Value) is { } whose ? $" About {@case.NameOf(whose)}." : ""));
        yield return Line($"{Count(all.Count, "entry", "entries")}, of which {leftOut.Count} "
            + (isGiven ? "are left out; each says why." : "are left out as it stands now; each says why."));
        yield return Line(isGiven ? "Names of other people of the family stand as [another person]."
            : "Names of other people of the family stand in [brackets]: in the copy that is given they are left out.");
        yield return new SheetPiece.Head(2, "What was written, oldest first");
        if (all.Count > 0)
        {
            yield return new SheetPiece.Grid("What was written", ["No", "Written, and when it happened", "By", "Words"], Widths,
            [
                .. all.Select(one => (IReadOnlyList<SheetPiece.Cell>)
                [
                    $"{one.Entry.Seq}",
                    words.When(one.Entry.At) + (one.Entry.Fact.HappenedAt is { } at ? $"\n{words.When(at)}" : ""),
                    Authors.Say(@case, one.Entry.By, one.Entry.Fact.OnBehalfOf),
                    one.Why.Length > 0 ? new SheetPiece.Cell(SheetPiece.Edge.Box, new SheetPiece.Said($"Left out: {one.Why}."))
                        : $"{FactPrint.KindOf(one.Entry.Fact)}\n{others.In(print.Text(one.Entry.Fact), isGiven)}",
                ]),
            ]);
        }

        if (leftOut.Count > 0)
        {
            yield return new SheetPiece.Head(2, "What is left out, and why");
            foreach (var group in leftOut.GroupBy(one => (one.Owner, one.Why)))
            {
                yield return Line($"{group.Key.Owner?.Name() ?? "Nobody's"}: {string.Join(", ", group.Select(one => one.Entry.Seq))}. "
                    + $"{group.Key.Why}.");
            }
        }
    }

    /// <summary>Words that whoever draws it may not read are none of theirs to give.</summary>
    private static DisclosedWords Kept(DisclosedWords one, Participant reader) =>
        one.Why.Length > 0 || CaseCodec.WordsOf(CaseView.Cut(one.Entry, reader).Fact).Count == CaseCodec.WordsOf(one.Entry.Fact).Count
            ? one : one with { Why = $"{one.Entry.Fact.Audience.Say()}: ask them for it" };

    private static SheetPiece.Line Line(string text) => new(new SheetPiece.Said(text));

    private static string Count(int count, string one, string many) => $"{count} {(count == 1 ? one : many)}";
}
