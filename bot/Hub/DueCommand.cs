using StrategyBot.Conversations;
using StrategyBot.Phases;
using StrategyBot.Records;

namespace StrategyBot.Hub;

/// <summary>What the asker owes, soonest first, across cases; in a meeting chat only how much and when next, and a button (P10).</summary>
internal sealed class DueCommand(Clerk clerk, CommandCase command, PhaseList phases, Words words, TimeProvider clock) : ICommand
{
    private const int MostLines = 30;

    public static string Word => "due";

    public static string Help => "`due` – what you owe, the soonest first";

    public static bool HoldsContent => false;

    public async Task<Reply> HandleAsync(string rest, Turn turn, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (!turn.At.IsPrivate)
        {
            return await command.FindAsync(rest, turn, Capability.SeeCase, null, cancellationToken) switch
            {
                Found.One one => new Reply.Show("Due", Counted(one.View.Case, phases.Dues(one.View, now), words)),
                var other => other.WhyNot("due", words),
            };
        }

        var items = new List<(CaseId Case, string Word, DueItem Item)>();
        var read = await clerk.ReadAllAsync(turn.Asker(), Capability.SeeCase, null, cancellationToken);
        foreach (var view in read.Views)
        {
            items.AddRange(view.AboutEach().SelectMany(one => phases.Dues(one, now))
                .Select(item => (view.Case.Id, view.Case.CheckWord, item)));
        }

        items = [.. items.OrderBy(row => row.Item.At)];
        foreach (var shown in items.Take(MostLines).Select(row => row.Case).Distinct())
        {
            clerk.NoteShown(turn.Asker(), shown, $"hub/{Word}");
        }

        return items.Count == 0
            ? new Reply.Say(read.LeftAlone?.ToReader ?? "You owe nothing just now.")
            : new Reply.Show("Due", FormCard.Of("What you owe", null,
                [
                    .. items.Take(MostLines).Select(row =>
                        new TextBlock(
                            $"**{row.Item.When(words, now)}** · {row.Case} {row.Word} · "
                                + $"{CardText.Plain(row.Item.Text)}")),
                    .. LeftOut.Line(read.LeftAlone),
                    .. items.Count > MostLines
                        ? (IReadOnlyList<CardElement>)[
                            new TextBlock($"And {items.Count - MostLines} more, none of them sooner. **status** lists your cases.")]
                        : [],
                ]));
    }

    private static string Next(DueItem first, Words words) => first.IsRunning ? "one of them now" : $"the next {words.When(first.At)}";

    /// <summary>Everybody in the chat reads it.</summary>
    internal static AdaptiveCard Counted(Case @case, IReadOnlyList<DueItem> dues, Words words) => FormCard.Of(
        $"{@case.Id} {@case.CheckWord}",
        null,
        [new TextBlock(dues.Count == 0 ? "Nothing due for you" : $"{dues.Count} due for you, {Next(dues[0], words)}")],
        Actions.Open("Open my part", OpenMyPart.Verb, CaseForm.Of(@case)));
}
