namespace StrategyBot.Phases.Keeping;

/// <summary>Where the words stand that have to go: looked for by some of them (P16).</summary>
internal sealed class FindWordsPage : IPage<FindWordsPage.Form>
{
    public const string Title = "Seal words";

    /// <param name="Find">What was looked for and stands nowhere.</param>
    public sealed record Form(string Case, string? Find = null) : ICaseForm;

    public static PartId Id => new("keeping/find-words");

    public static Capability Needs => Capability.KeepRecord;

    public static PartButton Button(Case @case, string? find = null) => Id.Button(Title, new Form(@case.Ref.Value, find));

    public Drawn Draw(FormPage page, Form asked)
    {
        var find = (asked.Find ?? "").Trim();
        return new(Title,
        [
            .. find.Length == 0 ? (IReadOnlyList<CardElement>)[]
                :
                [
                    new TextBlock(find.Length < HeldWords.Shortest ? $"Type at least {HeldWords.Shortest} letters."
                        : "These words stand nowhere on this case. Try fewer of them.")
                    {
                        Weight = TextWeight.Bolder,
                        Color = TextColor.Attention,
                    },
                ],
            new TextBlock("Sealed words are taken out of the record and of every version of the minutes. That somebody wrote there, "
                + "who and when, stays. It can't be undone."),
            new TextInput("find", "Some of the words, as they stand there: a name, a street, half a sentence")
            {
                MaxLength = FormCard.Line,
                Value = asked.Find,
            },
            .. page.Whole.Keeping.Seals.Select(seal => new PlainText(SealLines.SayWhole(page.Whole, seal, page.Words))),
        ])
        {
            Beside = [Actions.Send("Look for them", SealPart.Id.Open, CaseForm.Of(page.Case))],
        };
    }
}
