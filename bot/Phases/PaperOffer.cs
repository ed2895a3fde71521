using StrategyBot.Conversations;
using StrategyBot.Records;

namespace StrategyBot.Phases;

/// <summary>Hands out the one link to a document in its reader's own dialog: read, refused and worded in one way, whichever it is.
/// </summary>
/// <param name="Title">What the document is called.</param>
/// <param name="Says">What it is, and what to mind.</param>
/// <param name="After">What becomes of it once it is saved.</param>
/// <param name="Back">Where it was asked for, and can be read without a document.</param>
internal sealed record PaperOffer(string Title, string Says, string After, SubmitAction Back)
{
    /// <summary>Other documents of the same.</summary>
    public IReadOnlyList<CardAction> Also { get; init; } = [];

    /// <param name="refuse">Why it can't be had now; <c>null</c> where it can.</param>
    /// <param name="issue">Draws the link; <c>null</c> where none can be had.</param>
    /// <param name="beside">Draws the link to the same as a PDF; <c>null</c> where there is none.</param>
    public static async Task<Reply> AnswerAsync(
        Clerk clerk, Words words, Turn turn, ICaseForm form, Capability needs, Func<CaseView, Refusal?> refuse,
        Func<CaseView, Task<Uri?>> issue, Func<CaseView, PaperOffer> offer, CancellationToken cancellationToken,
        Func<CaseView, Task<Uri?>>? beside = null)
    {
        // The reading is logged when the document is fetched.
        if (await clerk.ReadAsync(turn, form.Ref(), needs, null, cancellationToken) is not { } view)
        {
            return new Reply.Say(new NoSuchCase().Say(words));
        }

        return refuse(view) is { } why ? new Reply.Say(why.Say(words))
            : await issue(view) is { } link
                ? new Reply.Show("As a document", offer(view).Card(link, beside is null ? null : await beside(view)))
            : new Reply.Say(
                "No document can be fetched just now. If you asked for many, try again in ten minutes. Else the bot was not told its own "
                    + "address: ask your administrator for StrategyBot__PublicUrl. It can be read in this dialog.");
    }

    internal AdaptiveCard Card(Uri link, Uri? pdf = null) => FormCard.Of(Title, null,
    [
        new TextBlock(pdf is null ? $"{Says} The link is yours: don't pass it on. It opens once, within ten minutes."
            : $"{Says} The links are yours: don't pass them on. Each opens once, within ten minutes."),
        new TextBlock($"Once saved, the document is outside this system. {After}") { IsSubtle = true },
    ],
    [
        .. pdf is null ? (IReadOnlyList<CardAction>)[new OpenUrlAction("Fetch the document", link)]
            : [new OpenUrlAction("Fetch as Word", link), new OpenUrlAction("Fetch as PDF", pdf)],
        .. Also, Back,
    ]);
}
