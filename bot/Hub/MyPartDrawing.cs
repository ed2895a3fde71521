using StrategyBot.Phases;

namespace StrategyBot.Hub;

/// <summary>A person's own part: what is urgent, what is next for them, and every other part in a list.</summary>
internal static class MyPartDrawing
{
    // Status is read at a glance; `status` in one's own chat has the rest.
    private const int MostLines = 5;

    public static Drawn Of(
        CaseView view, PhaseList phases, Words words, DateTimeOffset now, string? saved = null, IReadOnlyList<CardElement>? echo = null)
    {
        if (ClosedCase.Of(view.Case, words) is { } closed)
        {
            return closed with { Title = saved ?? closed.Title };
        }

        var entries = phases.Entries(view, now);
        var next = entries.FirstOrDefault(entry => entry.IsOpen);
        var face = HubFace.Of(view.Whole, words);
        var lines = phases.Status(view, now).Where(line => !line.IsSeenFirst).Take(MostLines).ToList();
        var date = ClockLines.Next(view, lines, words, now);
        return new(saved ?? $"{view.Case.Id} {view.Case.CheckWord}",
            [
                .. echo ?? [],
                new TextBlock($"{face.Stage} · {face.When} · {face.Core}") { IsSubtle = true, Separator = echo is { Count: > 0 } },
                .. First(phases.FirstSeen(view, now)),
                .. lines.Select(line => Line(line, words)),
                .. SayBlock.For(view, next),
                .. date is null ? (IReadOnlyList<CardElement>)[]
                    :
                    [
                        new TextBlock($"Next date: {CardText.Plain(date.Label)} {CardText.Plain(date.SayRule(words, now))}")
                        {
                            IsSubtle = true,
                        },
                    ],
                .. SourceNote.Of("sources", lines.Select(line => line.Limit).Append(date?.Due)),
                .. entries.Count == 0
                    ? (IReadOnlyList<CardElement>)[new TextBlock("There is nothing for you to do here just now.")]
                    : [Choose(entries, next)],
            ])
        {
            Beside = [.. Buttons(view, entries, next), .. TryAgain.Button(view, phases, now)],
        };
    }

    /// <summary>What this reader's agency has to know in five seconds (P22).</summary>
    private static IReadOnlyList<CardElement> First(IReadOnlyList<string> lines) => lines.Count == 0 ? [] :
        [
            new Container([.. lines.Select((line, index) =>
                new PlainText(line) { Weight = index == 0 ? TextWeight.Bolder : TextWeight.Default })])
            {
                Id = "first",
                Style = ContainerStyle.Accent,
            },
        ];

    private static TextBlock Line(StatusLine line, Words words) =>
        new(CardText.Plain(line.Brief(words)))
        {
            Weight = line.Urgency == 0 ? TextWeight.Bolder : TextWeight.Default,
            Color = line.Urgency == 0 ? TextColor.Attention : TextColor.Default,
        };

    private static ChoiceSetInput Choose(IReadOnlyList<HubEntry> entries, HubEntry? next) =>
        new("part", "Choose a part",
            [.. entries.Select(entry => new Choice($"{entry.Title} – {entry.State}", entry.Id))])
        { Value = (next ?? entries[0]).Id };

    private static IReadOnlyList<CardAction> Buttons(CaseView view, IReadOnlyList<HubEntry> entries, HubEntry? next) =>
    [
        .. next is null
            ? (IReadOnlyList<CardAction>)[]
            : [(next.Open with { Title = next.Title }).ToNext()],
        .. entries.Count == 0 ? (IReadOnlyList<CardAction>)[] : [ChosenPartPage.Button(view.Case)],
    ];
}
