using System.Globalization;
using System.Text;
using System.Text.Json;
using StrategyBot.Tests.Architecture;

namespace StrategyBot.Tests.EndToEnd;

/// <summary>The script of the table in README.md, played scene by scene from <c>taps.json</c>.</summary>
/// <param name="chair">Where the chair isn't somebody at their Teams alone.</param>
internal sealed class TapScript(BotProcesses processes, TappingUser? chair = null) : IDisposable
{
    private readonly Dictionary<string, TappingUser> people =
        new[] { "chair", "social-worker", "police", "health", "school" }
            .Select(name => name == "chair" && chair is not null ? chair : new TappingUser(processes.World, name))
            .Concat(new[] { "school", "night" }.Select(name => new LinkUser(processes, name))).ToDictionary(user => user.Called);

    /// <param name="Who">Whose scene it is; nobody's, where something happens.</param>
    /// <param name="Happens">What happens before it: <c>settle</c>, <c>begin</c>, <c>night</c>, <c>morning</c>.</param>
    /// <param name="Name">Under which it is counted; without one it counts with the person's next.</param>
    /// <param name="Says">The line that it begins with; else the person's own part.</param>
    /// <param name="From"><c>chat</c>: the last card in the own chat; <c>there</c>: what they saw last.</param>
    /// <param name="Parts">What is opened from the own part, by its title.</param>
    /// <param name="Rows">By list: the button that adds one, and the answers of each.</param>
    private sealed record Scene(
        string? Who, string? Name, string? Happens, string? Says, string? From, Dictionary<string, string>? Answers,
        Dictionary<string, List<Dictionary<string, string>>>? Rows, Dictionary<string, string>? Buttons, List<string>? Until,
        Dictionary<string, string>? Parts = null);

    private readonly Dictionary<string, Shown> seen = [];

    private Shown? last;

    /// <summary>What was shown at the end.</summary>
    public string Last => last?.Words ?? "";

    public void Dispose()
    {
        foreach (var link in people.Values.OfType<IDisposable>())
        {
            link.Dispose();
        }
    }

    public Taps Of(string who, string scene) => people[who].Taken[scene];

    /// <summary>Every scene of somebody's, by its name.</summary>
    public IReadOnlyDictionary<string, Taps> All(string who) => people[who].Taken;

    /// <param name="until">The chair's scene that is the last.</param>
    public async Task PlayAsync(string file, string? until = null)
    {
        var scenes = JsonSerializer.Deserialize<List<Scene>>(
            await File.ReadAllTextAsync(Path.Combine(FilesTests.Root(), "tests", "EndToEnd", file)), JsonSerializerOptions.Web)!;
        foreach (var scene in scenes)
        {
            await HappensAsync(scene.Happens);
            if (scene.Who is null)
            {
                continue;
            }

            var person = people[scene.Who];
            var walker = new Walker(await AnswersAsync(scene.Answers ?? []))
            {
                Rows = (scene.Rows ?? []).ToDictionary(list => list.Key, list => new Queue<(string, IReadOnlyDictionary<string, string>)>(
                    list.Value.Select(row => (row.GetValueOrDefault("+", "Add one"), (IReadOnlyDictionary<string, string>)row)))),
                Buttons = scene.Buttons ?? [],
                Parts = scene.Parts ?? [],
                Until = scene.Until ?? [],
            };
            last = await walker.GoAsync(scene switch
            {
                { Says: { } line } => await person.SayAsync(line),
                { From: "chat" } => await person.LastCardAsync(await person.PersonalChatAsync()),
                { From: "there" } => seen[scene.Who],
                _ => await person.StartAsync(),
            });
            seen[scene.Who] = last;
            if (scene.Name is { } name)
            {
                person.Take(name);
                if (person.Name == "chair" && name == until)
                {
                    return;
                }
            }
        }
    }

    public string Table()
    {
        var table = new StringBuilder();
        foreach (var person in people.Values)
        {
            foreach (var (scene, taps) in person.Taken.Append(new("(not taken)", person.Now)).Where(one => one.Value.Trail.Count > 0))
            {
                table.AppendLine(CultureInfo.InvariantCulture, $"{person.Name}, {scene}: {taps}");
                taps.Trail.ForEach(line => table.AppendLine(CultureInfo.InvariantCulture, $"    {line}"));
            }
        }

        return table.ToString();
    }

    private async Task<Dictionary<string, string>> AnswersAsync(Dictionary<string, string> answers)
    {
        var in5Days = (await processes.NowAsync()).AddDays(5).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return answers.ToDictionary(answer => answer.Key, answer => answer.Value.Replace("{+5d}", in5Days, StringComparison.Ordinal));
    }

    private async Task HappensAsync(string? what)
    {
        switch (what)
        {
            case "settle":
                await processes.SettleAsync();
                break;
            case "night":
                var now = await processes.NowAsync();
                await processes.MoveClockAsync(TestKit.Given.Words.At(
                    TestKit.Given.Words.LocalDate(now), new TimeOnly(23, 30)) - now);
                break;
            case "morning":
                var night = await processes.NowAsync();
                await processes.MoveClockAsync(TestKit.Given.Words.At(
                    TestKit.Given.Words.LocalDate(night).AddDays(1), new TimeOnly(8, 0)) - night);
                break;
            case "begin":
                var starts = (await people["chair"].MeetingChatAsync())["startsAt"]!.GetValue<DateTimeOffset>();
                await processes.MoveClockAsync(starts - await processes.NowAsync());
                foreach (var person in people.Values.Where(person => person is not LinkUser))
                {
                    await person.MeetingAsync("join");
                }

                await processes.MoveClockAsync(TimeSpan.FromMinutes(3));
                break;
            default:
                break;
        }
    }
}
