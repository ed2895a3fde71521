namespace StrategyBot.Tests.EndToEnd;

/// <summary>Goes where the bot leads, and answers each form by a script: as somebody does who wants to be done.</summary>
/// <param name="Answers">By an input's id, or by part and id; a choice by how it begins after <c>~</c>.</param>
internal sealed record Walker(IReadOnlyDictionary<string, string> Answers)
{
    // The first that is there is pressed.
    private static readonly IReadOnlyList<string> Onwards =
    [
        "Save and next", "Confirm and next", "Save and go on", "I have read it out", "These stand", "Authorise",
        "Agree immediate plan", "Agreed", "End now", "Complete the record", "Approve and send", "Approve", "Next: ", "Call the meeting",
        "Save", "Confirm",
    ];

    // A walk that comes to no end is a fault of the forms.
    private const int MostSteps = 90;

    /// <summary>Rows to add, by the list that they stand in; each once.</summary>
    public Dictionary<string, Queue<(string Add, IReadOnlyDictionary<string, string> Row)>> Rows { get; init; } = [];

    /// <summary>Another button than the usual, by the form's part or title.</summary>
    public Dictionary<string, string> Buttons { get; init; } = [];

    /// <summary>The part to open from one's own part, by its title.</summary>
    public Dictionary<string, string> Parts { get; init; } = [];

    /// <summary>Where it went.</summary>
    public List<string> Trail { get; } = [];

    /// <summary>Where it stops, by how the title begins.</summary>
    public IReadOnlyList<string> Until { get; init; } = [];

    public async Task<Shown> GoAsync(Shown screen)
    {
        var (last, seen) = ("", new HashSet<string>());
        for (var step = 0; step < MostSteps; step++)
        {
            if (screen.Card is null || Until.Any(title => Begins(screen.Buttons.FirstOrDefault(IsNext), $"Next: {title}")
                || Begins(screen.Title, title) || Begins(Heading(screen), title)))
            {
                return screen;
            }

            if (Rows.FirstOrDefault(list => Begins(Heading(screen), list.Key)) is { Value: { Count: > 0 } rows })
            {
                screen = await AddAsync(screen, rows);
                continue;
            }

            if (Parts.FirstOrDefault(list => screen.ListsParts && Begins(Heading(screen), list.Key)) is { Key: { } own, Value: { } opened })
            {
                Parts.Remove(own);
                seen.Add(screen.Buttons.FirstOrDefault(IsNext) ?? "");
                Trail.Add($"{Heading(screen)} → {opened}");
                screen = await screen.PartAsync(opened);
                continue;
            }

            var part = screen.Part;
            if (Buttons.FirstOrDefault(button => (button.Key == part || Begins(Heading(screen), button.Key))
                    && screen.Buttons.Any(title => Begins(title, button.Value))).Value is not { } pressed)
            {
                pressed = Onwards.FirstOrDefault(title => screen.Buttons.Any(button => Begins(button, title)));
            }

            // Back at one's own part: what is open there and was looked at is left.
            var isOwn = part is null && screen.ListsParts;
            if (pressed is null || (part is null && pressed is "Save") || (isOwn && !seen.Add(screen.Buttons.FirstOrDefault(IsNext) ?? "")))
            {
                return screen;
            }

            var filled = screen.Inputs.Select(input => (Id: input["id"]!.GetValue<string>(), Input: input))
                .Select(input => (input.Id, Value: Answer(screen, part, input.Id))).Where(input => input.Value is not null)
                .Select(input => (input.Id, input.Value!)).ToArray();
            var here = $"{part}/{screen.Asked("about")}/{Heading(screen)}/{string.Join(',', filled)}";
            Assert.True(here != last,
                $"{string.Join('\n', Trail)}\nIt leads to the same again: {here}\n{screen.Words}\nButtons: "
                    + $"{string.Join(" | ", screen.Buttons)}");
            last = here;
            Trail.Add($"{Heading(screen)} [{part}] {string.Join(", ", filled)} → {pressed}");
            screen = await screen.PressAsync(pressed, filled);
            Assert.True(!screen.Words.Contains("Not saved.", StringComparison.Ordinal),
                $"{string.Join('\n', Trail)}\n{screen.Words}\nInputs: {string.Join(", ", screen.Inputs.Select(input => input["id"]))}");
        }

        throw new InvalidOperationException($"No end after {MostSteps} steps, at {screen.Words}");
    }

    private async Task<Shown> AddAsync(Shown list, Queue<(string Add, IReadOnlyDictionary<string, string> Row)> rows)
    {
        var screen = await list.PressAsync(rows.Peek().Add);
        while (rows.TryDequeue(out var one))
        {
            var walker = new Walker(one.Row);
            var filled = screen.Inputs.Select(input => input["id"]!.GetValue<string>())
                .Select(id => (id, Value: walker.Answer(screen, null, id))).Where(input => input.Value is not null)
                .Select(input => (input.id, input.Value!)).ToArray();
            var again = rows.TryPeek(out var next) && next.Add == one.Add && screen.Buttons.Contains("Save and add another");
            screen = await screen.PressAsync(again ? "Save and add another" : "Save", filled);
            Trail.Add($"row {string.Join(", ", filled)}");
            Assert.DoesNotContain("Not saved.", screen.Words, StringComparison.Ordinal);
            if (!again && rows.Count > 0)
            {
                screen = await screen.PressAsync(rows.Peek().Add);
            }
        }

        return screen;
    }

    private string? Answer(Shown screen, string? part, string id)
    {
        var answer = Answers.GetValueOrDefault($"{part}:{id}")
            ?? Answers.GetValueOrDefault($"{screen.Asked("heading")}:{id}") ?? Answers.GetValueOrDefault(id);
        // Of ticks that belong to several forms those that this one offers.
        return answer is null ? null
            : answer == "{first}" ? screen.Offered(id)[0]
            : answer.StartsWith('~') ? screen.Choice(id, answer[1..])
            : answer.Contains(':', StringComparison.Ordinal) && id == "held"
                ? string.Join(',', answer.Split(',').Where(screen.Offered(id).Contains))
            : answer;
    }

    /// <summary>What the form is called, under what was saved before it.</summary>
    private static string Heading(Shown screen) => screen.Title;

    private static bool IsNext(string button) => Begins(button, "Next: ");

    private static bool Begins(string? text, string with) => text?.StartsWith(with, StringComparison.Ordinal) == true;
}
