using StrategyBot.Conversations;
using StrategyBot.Records;

namespace StrategyBot.Phases.Keeping;

/// <summary>Which of the places where words stand are sealed, and why (P16). Nothing is ticked beforehand: it can't be undone.</summary>
internal sealed class SealPart(Clerk clerk) : IPart<SealPart.Form>, IAsksOutside
{
    // As many as one card shows; the rest is found once these are sealed.
    private const int MostShown = 15;

    public sealed record Form(
        string Case, string? Find = null, string? Places = null, SealCause? Cause = null, string? Why = null) : ICaseForm;

    public static PartId Id => new("keeping/seal");

    public static Capability Needs => Capability.KeepRecord;

    public IReadOnlyList<Entry> Entries { get; set; } = [];

    public async Task AskAsync(Case @case, Patience patience, CancellationToken cancellationToken) =>
        Entries = await clerk.EntriesAsync(@case.Id, cancellationToken);

    public PartButton? Instead(FormPage page, Form asked) =>
        HeldWords.Of(page.Whole, Entries, asked.Find).Count == 0 ? FindWordsPage.Button(page.Case, asked.Find) : null;

    public Drawn Draw(FormPage page, Form asked)
    {
        var held = HeldWords.Of(page.Whole, Entries, asked.Find);
        return new(FindWordsPage.Title,
        [
            new TextBlock(held.Count == 1 ? "These words stand in one place." : $"These words stand in {held.Count} places."
                + (held.Count > MostShown ? $" The first {MostShown} are here: seal those, then look again." : "")),
            new ChoiceSetInput("places", "Which of them go?",
                [.. held.Take(MostShown).Select(one => new Choice(one.Say(page.Whole, page.Me, asked.Find!, page.Words), one.Id))])
            {
                IsMultiSelect = true,
                Style = ChoiceSetStyle.Expanded,
            },
            Choices.Radios("cause", "Why?", WordTables.SealCause, null),
            new TextInput("why", "Who asked for it, and what information governance should know later. Not what it said")
            {
                IsMultiline = true,
                MaxLength = FormCard.LongText,
            },
        ])
        {
            Saves = [new("Take these words out for good")],
            Beside = [(FindWordsPage.Button(page.Case, asked.Find) with { Title = "Look for other words" }).Send()],
        };
    }

    public Decision Decide(FormPage page, Form typed) => SealRule.Seal(page.Whole, Entries, typed, page.Now, page.Words);

    public Echo Saved(FormPage page, Kept<Form> kept) => new(
        $"the words are being taken out of {(kept.Facts.OfType<WordsSealed>().FirstOrDefault()?.Lines.Count is var lines and > 1
            ? $"{lines} entries" : "the entry")}, and whoever wrote them is told");
}
