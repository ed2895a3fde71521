using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Forms;
using StrategyBot.Protocols.Cards;

namespace StrategyBot.Phases.Attending;

/// <summary>A written update and the view beside it, as one reader may see them.</summary>
internal static class UpdateEcho
{
    // Half of what a card holds; the whole of it stands in the minutes.
    private const int MostText = 4_000;

    public static IReadOnlyList<CardElement> For(CaseView view, Participant author)
    {
        var update = view.Case.Meeting.Attendance.WrittenUpdates.GetValueOrDefault(author.Id);
        var given = view.Case.Children.Select(child => view.Case.Meeting.Assessment.Views.GetValueOrDefault((author.Id, child.Id))).OfType<GivenView>().FirstOrDefault();
        return
        [
            .. update is null ? (IReadOnlyList<CardElement>)[] : [new PlainText(Text(update.Text, MostText)), new TextBlock(update.Audience.Say()) { IsSubtle = true, Size = TextSize.Small }],
            .. given is null ? (IReadOnlyList<CardElement>)[] : [new TextBlock($"Reasonable cause: {Say(given.View)}") { Weight = TextWeight.Bolder, Separator = true }, new PlainText(Text(given.Rationale, FormCard.LongText))],
        ];
    }

    private static string Text(string text, int most) => text.Length == 0 ? "Nothing written, or kept from your agency by its marking." : Shortened.To(most, text);

    private static string Say(ReasonableCause view) => view switch
    {
        ReasonableCause.Yes => "Yes",
        ReasonableCause.No => "No",
        _ => "Can't say yet",
    };
}
