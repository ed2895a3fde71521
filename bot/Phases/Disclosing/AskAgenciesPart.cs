using StrategyBot.Conversations;
using StrategyBot.Records;

namespace StrategyBot.Phases.Disclosing;

/// <summary>Agencies whose words stand on the case are asked, with a day (P41).</summary>
internal sealed class AskAgenciesPart(Clerk clerk) : IPart<AskAgenciesPart.Form>, IAsksOutside
{
    public const string Title = "Ask the agencies";

    public sealed record Form(string Case, int? Request = null, string? Agencies = null, DateOnly? By = null) : ICaseForm;

    public static PartId Id => new("disclosing/ask");

    public static Capability Needs => Capability.KeepRecord;

    public static IReadOnlyList<string> Keys => ["request"];

    public IReadOnlyList<Entry> Entries { get; set; } = [];

    public static PartButton Button(Case @case, RecordRequest request) => Id.Button(Title, new Form(@case.Ref.Value, request.Said.Seq));

    public async Task AskAsync(Case @case, Patience patience, CancellationToken cancellationToken) =>
        Entries = await clerk.EntriesAsync(@case.Id, cancellationToken);

    public Refusal? Bars(FormPage page, Form asked) => Requested.BarsOpen(page, asked.Request);

    public Drawn Draw(FormPage page, Form asked) => new(Title,
    [
        new TextBlock("They are told that the record is asked for, by when they answer, and nothing of who asks."),
        new ChoiceSetInput("agencies", "Whose words are in it?",
            [.. RequestRule.Owners(page.Whole, Entries).Select(agency => new Choice(agency.Name(), WordTables.ValueOf(agency)))])
        {
            IsMultiSelect = true,
            Style = ChoiceSetStyle.Expanded,
        },
        new DateInput("by", "By when do they answer?"),
    ])
    {
        Saves = [new("Ask them now")],
    };

    public Decision Decide(FormPage page, Form typed) => RequestRule.AskAgencies(page.Whole, Entries, typed, page.Now, page.Words);

    public Echo Saved(FormPage page, Kept<Form> kept) => new("they are asked now");

    public PartButton? Next(FormPage page, Kept<Form> kept) =>
        RequestRule.Find(page.Whole, kept.Typed.Request) is { } request ? RequestPage.Button(page.Case, request) : null;
}
