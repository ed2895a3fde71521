using StrategyBot.Cases;
using StrategyBot.Forms;
using StrategyBot.Protocols.Cards;
using StrategyBot.Rules.Wording;


namespace StrategyBot.Phases.Assessing;

/// <summary>A page of what was written; one's own entries can be chosen for correction.</summary>
internal static class InformationList
{
    public static AdaptiveCard For(CaseView view, int page, Words words)
    {
        var all = view.Case.Meeting.Assessment.Information;
        var mine = all.Where(item => SharingInformation.MayRead(view.Reader, item)).OrderBy(item => item.Agency).ThenBy(item => item.Seq).ToList();
        var pages = LongText.Pages(mine, item => item.Text);
        var shown = pages.Count == 0 ? [] : pages[Math.Clamp(page, 0, pages.Count - 1)];
        var own = shown.Where(item => SharingInformation.IsOwn(view.Reader, item)).ToList();
        return FormCard.Of(
            pages.Count > 1 ? $"What everyone knows, page {Math.Clamp(page, 0, pages.Count - 1) + 1} of {pages.Count}" : "What everyone knows",
            null,
            [
                .. mine.Count == 0 ? (IReadOnlyList<CardElement>)[new TextBlock("Nothing is written yet that you may read.")] : [],
                .. shown.SelectMany(item => Entry(view, item, words)),
                .. all.Count == mine.Count ? (IReadOnlyList<CardElement>)[] : [new TextBlock($"Entries marked for others and not for you: {all.Count - mine.Count}") { IsSubtle = true }],
                .. own.Count == 0 ? (IReadOnlyList<CardElement>)[] : [Choose(own)],
            ],
            [
                .. own.Count == 0 ? (IReadOnlyList<CardAction>)[] : [OpenCorrection.Button(view.Case)],
                .. page > 0 ? (IReadOnlyList<CardAction>)[ReadInformation.Send("Page before", view.Case, page - 1)] : [],
                .. page < pages.Count - 1 ? (IReadOnlyList<CardAction>)[ReadInformation.Send("Next page", view.Case, page + 1)] : [],
            ]);
    }

    private static IEnumerable<CardElement> Entry(CaseView view, Information item, Words words)
    {
        var author = view.Case.Find(item.Participant)?.Described ?? item.Agency.Name();
        yield return new TextBlock($"{CardText.Plain(author)}{CardText.Plain(PersonChoice.TypedBy(view.Case, item.Participant, item.By))}") { Weight = TextWeight.Bolder, Separator = true };
        yield return new PlainText(item.Text);
        yield return new TextBlock(string.Join(" · ", new[]
        {
            words.When(item.At),
            SharingInformation.IsLate(view.Case, item) ? "after the meeting" : "",
            item.CorrectedAt is { } at ? $"corrected {words.When(at)}" : "",
            item.Audience.Say(),
        }.Where(part => part.Length > 0)))
        { IsSubtle = true, Size = TextSize.Small };
    }

    private static ChoiceSetInput Choose(List<Information> own) =>
        new("entry", "Your entries", [.. own.Select(item => new Choice(Shortened.To(60, item.Text), $"{item.Seq}"))]) { Value = $"{own[0].Seq}" };
}
