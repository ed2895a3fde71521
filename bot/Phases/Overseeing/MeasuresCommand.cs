using StrategyBot.Conversations;
using StrategyBot.Oversight;

namespace StrategyBot.Phases.Overseeing;

/// <summary><c>measures</c>, <c>measures North</c>: what an inspector asks, over the twelve months to now; small numbers hidden.</summary>
internal sealed class MeasuresCommand(MeasuresLook look) : ICommand
{
    public static string Word => "measures";

    public static string Help => "`measures`, or with an area – what an inspector asks of your service, over twelve months";

    public static bool HoldsContent => false;

    public async Task<Reply> HandleAsync(string rest, Turn turn, CancellationToken cancellationToken)
    {
        if (!turn.At.IsPrivate)
        {
            return new Reply.Say("That is a list over cases: type `measures` to me in our own chat.");
        }

        if (await look.ReadAsync(turn, null, cancellationToken) is not { } looked)
        {
            return new Reply.Say(MeasuresLook.OfTheAuthority);
        }

        if (rest.Length == 0)
        {
            return new Reply.Show("Measures", Card(looked, null));
        }

        return looked.Year.Areas.FirstOrDefault(one => string.Equals(one, rest.Trim(), StringComparison.OrdinalIgnoreCase)) is { } area
            ? new Reply.Show("Measures", Card((await look.ReadAsync(turn, area, cancellationToken))!, area))
            : new Reply.Say($"No case of these twelve months has an area called {CardText.Plain(rest)}. Type `measures` for all.");
    }

    private static AdaptiveCard Card(MeasuresLook.Looked looked, string? area)
    {
        var isHidden = looked.Year.Lines.Any(line => line.All.SayPerCent() == SmallNumbers.Hidden
            || line.Also.Any(also => also.Of.Say().Contains(SmallNumbers.Hidden, StringComparison.Ordinal)));
        return FormCard.Of("What an inspector asks", null,
        [
            new TextBlock(CardText.Plain($"12 months to {Words.English.Date(Words.English.LocalDate(looked.At))}"
                + (area is null ? "" : $", area {area}"))) { IsSubtle = true },
            .. looked.IsWhole ? (IReadOnlyList<CardElement>)[]
                : [new TextBlock("This is still being made after an update, and some cases are not counted yet.")
                {
                    Color = TextColor.Attention,
                }],
            .. MeasureWords.MostChanged(looked.Year).Select(sentence => new TextBlock(CardText.Plain(sentence))),
            .. looked.Year.Lines.SelectMany(Line),
            .. isHidden ? (IReadOnlyList<CardElement>)[new TextBlock("c: 1 to 5, hidden, and with it a second.") { IsSubtle = true }] : [],
            new TextBlock("No targets, no ranks. England: children in need census 2024-25.") { IsSubtle = true },
        ]);
    }

    private static IEnumerable<CardElement> Line(MeasuredLine line)
    {
        yield return new TextBlock($"{line.Measure.Number} **{line.Measure.Title}** · **{line.All.SayPerCent()}** · "
            + line.All.Say(line.Measure.Of))
        { Separator = true };
        yield return new TextBlock(line.Measure.Definition
            + (line.Measure.England is { } england ? $". England {england.ToString("0.0", Words.English.Culture)}%" : "")
            + (line.Took.Length > 0 ? $". {line.Took}" : "")
            + string.Concat(line.Also.Where(also => !also.Of.IsNone).Select(also => $". {also.Say} {also.Of.Say()}")))
        { IsSubtle = true, Spacing = Spacing.None };
    }
}
