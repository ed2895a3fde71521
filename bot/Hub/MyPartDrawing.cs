using StrategyBot.Phases;

namespace StrategyBot.Hub;

/// <summary>A person's own part: what is urgent, what is next for them, and every other part, each a row that opens it.</summary>
internal static class MyPartDrawing
{
    // Status is read at a glance; `status` in one's own chat has the rest.
    private const int MostLines = 5;

    // So many are read in one look; more stand in their groups, of which one is open.
    private const int MostAtOnce = 20;

    public static Drawn Of(
        CaseView view, PhaseList phases, Words words, DateTimeOffset now, string? saved = null, IReadOnlyList<CardElement>? echo = null,
        string? group = null)
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
                    : [Parts(view, entries, next, group)],
            ])
        {
            Beside = [.. Buttons(next), .. TryAgain.Button(view, phases, now)],
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

    private static Container Parts(CaseView view, IReadOnlyList<HubEntry> entries, HubEntry? next, string? asked)
    {
        if (entries.Count <= MostAtOnce)
        {
            return new([.. entries.Select(entry => Row(entry, next))]) { Id = "parts", Separator = true };
        }

        var groups = PartGroup.Of(view, entries);
        var open = groups.FirstOrDefault(group => group.Name == asked)
            ?? groups.FirstOrDefault(group => next is not null && group.Parts.Contains(next))
            ?? groups.FirstOrDefault(group => group.Done < group.Total) ?? groups[0];
        return new([.. groups.Select(group => group == open ? Open(group, next) : Closed(view.Case, group))])
        {
            Id = "parts",
            Separator = true,
        };
    }

    private static Container Row(HubEntry entry, HubEntry? next)
    {
        var title = $"{entry.Title} – {entry.State}";
        return new(new PlainText($"{Sign(entry)} {title}")
        {
            IsSubtle = entry.IsDone,
            Weight = entry == next ? TextWeight.Bolder : TextWeight.Default,
        })
        {
            Spacing = Spacing.Small,
            SelectAction = (entry.Open with { Title = title }).Send(),
        };
    }

    private static string Sign(HubEntry entry) => entry switch
    {
        { IsDone: true } => "✓",
        { IsOpen: true } => "○",
        _ => "·",
    };

    private static Container Open(PartGroup group, HubEntry? next) => new(
    [
        new TextBlock($"▾ {Ticks(group)}") { Weight = TextWeight.Bolder },
        .. group.Parts.Select(entry => Row(entry, next)),
    ])
    {
        Style = ContainerStyle.Emphasis,
    };

    private static Container Closed(Case @case, PartGroup group) => new(new TextBlock($"▸ {Ticks(group)}") { Weight = TextWeight.Bolder })
    {
        SelectAction = Actions.Send(Ticks(group), OpenMyPart.Verb, CaseForm.With(@case, new { Whole = true, Group = group.Name })),
    };

    /// <summary><c>Risk 4/14</c>, as on the panel.</summary>
    private static string Ticks(PartGroup group) => group.Total == 0 ? group.Name
        : $"{group.Name} {(group.Done == group.Total ? "✓ " : "")}{group.Done}/{group.Total}";

    private static IReadOnlyList<CardAction> Buttons(HubEntry? next) =>
        next is null ? [] : [(next.Open with { Title = next.Title }).ToNext()];
}
