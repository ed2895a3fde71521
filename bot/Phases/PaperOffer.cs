using StrategyBot.Conversations;

namespace StrategyBot.Phases;

/// <summary>Shows the one link to a document in its reader's own dialog, in the same words everywhere.</summary>
internal static class PaperOffer
{
    /// <param name="paper">Which, and what it is about, as its <see cref="IPaper"/> knows it.</param>
    /// <param name="says">What it is, and what to mind.</param>
    /// <param name="after">What becomes of it once it is saved.</param>
    /// <param name="back">Where it was asked for, and can be read without a document.</param>
    public static async Task<Reply> OfferAsync(
        this IPaperLinks links, Turn turn, CaseView view, (string Kind, string About) paper, string title, string says, string after,
        PartButton back, CancellationToken cancellationToken) =>
        await links.IssueAsync(turn, view, paper.Kind, paper.About, cancellationToken) is { } link
            ? new Reply.Show("As a document", FormCard.Of(title, null,
                [
                    new TextBlock($"{says} The link is yours: don't pass it on. It opens once, within ten minutes."),
                    new TextBlock($"Once saved, the document is outside this system. {after}") { IsSubtle = true },
                ],
                [new OpenUrlAction("Fetch the document", link), back.Send()]))
            : new Reply.Say(
                "No document can be fetched just now. If you asked for many, try again in ten minutes. Else the bot was not told its own "
                    + "address: ask your administrator for StrategyBot__PublicUrl. It can be read in this dialog.");
}
