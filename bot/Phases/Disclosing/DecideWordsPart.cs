using StrategyBot.Conversations;
using StrategyBot.Records;

namespace StrategyBot.Phases.Disclosing;

/// <summary>The authority decides on an agency's words: all, all but some, none, and why (P41).</summary>
internal sealed class DecideWordsPart(Clerk clerk) : IPart<DecideWordsPart.Form>, IAsksOutside
{
    // As many as one card shows: more are named in the reason, and left out as a whole.
    private const int MostShown = 20;

    private const int Excerpt = 110;

    public sealed record Form(
        string Case, int? Request = null, string? Agency = null, GivenWords? Given = null, string? LeftOut = null, string? Why = null)
        : ICaseForm;

    public static PartId Id => new("disclosing/decide");

    public static Capability Needs => Capability.KeepRecord;

    public static IReadOnlyList<string> Keys => ["request", "agency"];

    public IReadOnlyList<Entry> Entries { get; set; } = [];

    public static PartButton Button(Case @case, RecordRequest request, Agency agency) =>
        Id.Button($"Decide: {agency.Name()}", new Form(@case.Ref.Value, request.Said.Seq, WordTables.ValueOf(agency)));

    public async Task AskAsync(Case @case, Patience patience, CancellationToken cancellationToken) =>
        Entries = await clerk.EntriesAsync(@case.Id, cancellationToken);

    public Refusal? Bars(FormPage page, Form asked) => Requested.BarsOpen(page, asked.Request)
        ?? (RequestRule.Owner(page.Whole, Entries, asked.Agency) is null ? new CannotBe("That agency has no words on this case.") : null);

    public Drawn Draw(FormPage page, Form asked)
    {
        var (request, agency) = (RequestRule.Find(page.Case, asked.Request)!, RequestRule.Owner(page.Whole, Entries, asked.Agency)!.Value);
        var (stands, words) = (request.Decisions.GetValueOrDefault(agency)?.Fact, DisclosedWords.Of(page.Whole, Entries, agency));
        return new($"{agency.Name()}: their words",
        [
            .. request.Answers.GetValueOrDefault(agency) is { } answer
                ? (IReadOnlyList<CardElement>)
                [
                    new PlainText(answer.Fact.MayGo == YesNo.Yes ? "They say that all of it may be given."
                        : $"They say that not all may be given: {answer.Fact.Why}"),
                ]
                : [],
            Choices.Radios("given", "How much is given?", WordTables.GivenWords, stands?.Given),
            new ChoiceSetInput("leftOut",
                words.Count > MostShown ? $"What is left out? The last {MostShown} are here" : "What is left out?",
                [.. words.TakeLast(MostShown).Select(entry => new Choice(Say(page, entry), DisclosedWords.IdOf(entry)))])
            {
                IsMultiSelect = true,
                Style = ChoiceSetStyle.Expanded,
                Value = stands is { LeftOut.Count: > 0 } ? string.Join(',', stands.LeftOut) : null,
            },
            new TextInput("why", "Why: it stands in the copy where words are left out")
            {
                IsMultiline = true,
                MaxLength = FormCard.LongText,
                Value = stands?.Why,
            },
        ]);
    }

    public Decision Decide(FormPage page, Form typed) => RequestRule.Decide(page.Whole, Entries, typed);

    public Echo Saved(FormPage page, Kept<Form> kept) => new("that is what the copy has");

    public PartButton? Next(FormPage page, Kept<Form> kept) =>
        RequestRule.Find(page.Whole, kept.Typed.Request) is { } request ? RequestPage.Button(page.Case, request) : null;

    private static string Say(FormPage page, Entry entry)
    {
        var own = CaseCodec.WordsOf(CaseView.Cut(entry, page.Me).Fact);
        return $"{page.Words.When(entry.Fact.HappenedAt ?? entry.At)}: " + (own.Count == 0
            ? $"words for others ({entry.Fact.Audience.Say()})" : $"“{Shortened.To(Excerpt, string.Join(" ", own))}”");
    }
}
