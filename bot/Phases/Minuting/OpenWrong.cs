using StrategyBot.Cases;
using StrategyBot.Conversations;
using StrategyBot.Documents;
using StrategyBot.Forms;
using StrategyBot.Protocols.Cards;
using StrategyBot.Records;
using StrategyBot.Rules.Wording;

namespace StrategyBot.Phases.Minuting;

/// <summary>Opens <em>Something is wrong</em> on a paragraph of the minutes (P15).</summary>
internal sealed class OpenWrong(Clerk clerk, Words words) : IVerb<OpenWrong.Form>
{
    public const string Title = "Something is wrong";

    public static string Verb => "minuting/wrong";

    public sealed record Form(string Case, int Version, string? Paragraph = null);

    public static SubmitAction Button(Case @case, int version) => Actions.Send(Title, Verb, new { Case = @case.Id.Value, Version = version });

    public async Task<Reply> HandleAsync(Form form, Turn turn, CancellationToken cancellationToken) =>
        await clerk.ReadAsync(turn.Asker(), new(form.Case), Capability.ReadMinutes, Verb, cancellationToken) is not { } view ? new Reply.Say(new NoSuchCase().Say(words))
        : WrongCard.Find(view, form.Version, form.Paragraph) is not { } paragraph ? new Reply.Say(new ParagraphGone().Say(words))
        : new Reply.Show(Title, WrongCard.For(view, form.Version, paragraph));
}

internal static class WrongCard
{
    // Enough to know it by; the whole stands on the page that they come from.
    private const int MostShown = 800;

    public static MinutesParagraph? Find(CaseView view, int version, string? paragraph) =>
        view.Whole.Meeting.Minutes.Versions.GetValueOrDefault(version)?.FirstOrDefault(other => other.Id == paragraph && other.IsFor(view.Reader));

    /// <param name="typed">What was sent and refused.</param>
    public static AdaptiveCard For(CaseView view, int version, MinutesParagraph paragraph, string? typed = null, string? notSaved = null)
    {
        var mine = ObjectingToMinutes.OwnWords(view.Whole, view.Reader, paragraph.Id);
        return FormCard.Of(
            OpenWrong.Title,
            notSaved,
            [
                new TextBlock(CardText.Plain(paragraph.Section)) { Weight = TextWeight.Bolder },
                .. mine is null ? Others(paragraph) : [new TextBlock("These are your own words, so you put them right yourself. Everybody is told with the next version; what stood before stays in this one.")],
                mine is null
                    ? new TextInput("text", "What is wrong, and what would be right?") { IsMultiline = true, MaxLength = ObjectingToMinutes.MostText, Value = typed }
                    : new TextInput("text", "Your words as they should read") { IsMultiline = true, MaxLength = FormCard.LongText, Value = typed ?? mine.Text },
                .. mine is null ? (IReadOnlyList<CardElement>)[new TextBlock("The chair amends the minutes, records that you see it differently, or tells you why not. Whoever may read the paragraph may read this.") { IsSubtle = true, Size = TextSize.Small }] : [],
                FormCard.NotSavedYet,
            ],
            ObjectToMinutes.Button(view.Case, version, paragraph));
    }

    private static CardElement[] Others(MinutesParagraph paragraph) =>
    [
        new PlainText(Shortened.To(MostShown, paragraph.Text)),
        .. MinutesDocx.Signed(paragraph) is { Length: > 0 } signed ? (CardElement[])[new TextBlock(CardText.Plain(signed)) { IsSubtle = true, Size = TextSize.Small }] : [],
    ];
}
