namespace StrategyBot.Phases.Assessing;

/// <summary>What the agencies wrote, as the markings let this person read it; one's own entries can be chosen for correction.</summary>
internal sealed class InformationPage : IPage<InformationPage.Form>
{
    private const string Title = "What everyone knows";

    // As much of an entry as a list to choose from has room for.
    private const int MostInChoice = 60;

    /// <param name="Page">From 0, as the first release counted.</param>
    public sealed record Form(string Case, int? Page = null) : ICaseForm;

    public static PartId Id => new("assessing/read-information");

    public static Capability Needs => Capability.ReadContent;

    public static PartButton Button(Case @case) => Id.Button(Title, new Form(@case.Ref.Value));

    public static SubmitAction Send(string title, Case @case, int page = 0) => Id.Send(title, new Form(@case.Ref.Value, page));

    public Drawn Draw(FormPage page, Form asked)
    {
        var all = page.Case.Meeting.Assessment.Information;
        var readable = all.Where(item => InformationRule.MayRead(page.Me, item)).ToList();
        var pages = LongText.Pages(readable.OrderBy(item => item.Agency).ThenBy(item => item.Seq), item => item.Text);
        var shown = LongText.Page(pages, (asked.Page ?? 0) + 1);
        var own = shown.Items.Where(item => InformationRule.IsOwn(page.Me, item)).ToList();
        return new(Title,
        [
            .. shown.Line,
            .. readable.Count == 0 ? (IReadOnlyList<CardElement>)[new TextBlock("Nothing is written yet that you may read.")] : [],
            .. shown.Items.SelectMany(item => Entry(page, item)),
            .. all.Count == readable.Count ? (IReadOnlyList<CardElement>)[]
                : [new TextBlock($"Entries marked for others and not for you: {all.Count - readable.Count}") { IsSubtle = true }],
            .. own.Count == 0 ? (IReadOnlyList<CardElement>)[] : [Choose(own)],
        ])
        {
            Beside =
            [
                .. own.Count == 0 ? (IReadOnlyList<CardAction>)[]
                    : [Actions.Send("Correct the chosen entry", CorrectionPart.Id.Open, CaseForm.Of(page.Case))],
                .. PlacePage.Beside(page),
                .. shown.Turns((title, number) => Send(title, page.Case, number - 1)),
            ],
        };
    }

    private static IEnumerable<CardElement> Entry(FormPage page, Information item)
    {
        var author = page.Case.Find(item.Participant)?.Described ?? item.Agency.Name();
        var of = page.Case.Find(item.Participant)?.Agency is { } own && own != item.Agency ? $", for {item.Agency.Name()}" : "";
        yield return new TextBlock(CardText.Plain($"{author}{of}{PersonChoice.TypedBy(page.Case, item.Participant, item.By)}"))
        {
            Weight = TextWeight.Bolder,
            Separator = true,
        };
        yield return new PlainText(item.Text);
        yield return new TextBlock(string.Join(" · ", new[]
        {
            page.Words.When(item.At),
            item.WrittenAt is { } typed ? $"typed {page.Words.When(typed)}" : "",
            InformationRule.IsLate(page.Case, item) ? "after the meeting" : "",
            item.CorrectedAt is { } at ? $"corrected {page.Words.When(at)}" : "",
            CardText.Plain(item.Audience.Say(page.Case)),
        }.Where(part => part.Length > 0)))
        { IsSubtle = true, Size = TextSize.Small };
    }

    private static ChoiceSetInput Choose(List<Information> own) =>
        new("entry", "Your entries", [.. own.Select(item => new Choice(Shortened.To(MostInChoice, item.Text), $"{item.Seq}"))])
        {
            Value = $"{own[0].Seq}",
        };
}
