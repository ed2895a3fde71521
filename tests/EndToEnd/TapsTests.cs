using System.Globalization;
using StrategyBot.Tests.Architecture;
using Xunit.Abstractions;

namespace StrategyBot.Tests.EndToEnd;

/// <summary>How often people tap and type (issue 10): fixed scripts over HTTP, each on their own device; what is allowed stands in
/// README.md.</summary>
public sealed class TapsTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("taps.json")]
    [InlineData("taps-no-section47.json")]
    public async Task Nobody_taps_or_types_more_than_the_table_allows(string file)
    {
        await using var processes = await BotProcesses.StartAsync();
        using var script = new TapScript(processes);
        try
        {
            await script.PlayAsync(file);
        }
        finally
        {
            output.WriteLine(script.Table());
        }

        // The minutes are out: nothing of the record is left to answer.
        Assert.StartsWith("Entered on the child's record", script.Last, StringComparison.Ordinal);
        foreach (var (who, scene, taps, texts) in Allowed(file))
        {
            var counted = script.Of(who, scene);
            Assert.True(counted.Count - (scene == "convene" ? counted.Nexts : 0) <= taps && counted.Texts <= texts,
                $"{who}, {scene}: {counted} where {taps} taps and {texts} texts are allowed\n{string.Join('\n', counted.Trail)}");
            Assert.All(counted.Rows, row => Assert.True(row.Taps <= 4 && row.Texts <= RowTexts(row.Part), $"{row}"));
        }

        // With the accepting of actions and the read-back.
        foreach (var who in new[] { "police", "health" })
        {
            var scenes = script.All(who).Where(scene => scene.Key != "before").ToList();
            Assert.Equal(2, scenes.Count);
            Assert.True(scenes.Sum(scene => scene.Value.Count) <= 6, $"{who}: {string.Join(", ", scenes)}");
        }

        // What the social worker does where an enquiry starts, before, in and after it.
        var own = script.All("social-worker").Where(scene => scene.Key != "no enquiry").ToList();
        Assert.Equal(3, own.Count);
        Assert.True(own.Sum(scene => scene.Value.Count) <= 30, $"social worker: {string.Join(", ", own)}");

        Assert.True(script.Of("chair", "meeting").Filled.Count <= 12, string.Join('\n', script.Of("chair", "meeting").Filled));
    }

    /// <summary>P36: where, what happened, what now.</summary>
    [Fact]
    public async Task A_discussion_by_telephone_at_night_is_on_the_record_by_what_the_table_allows()
    {
        await using var processes = await BotProcesses.StartAsync();
        using var script = new TapScript(processes);
        try
        {
            await script.PlayAsync("taps-night.json");
        }
        finally
        {
            output.WriteLine(script.Table());
        }

        Assert.Contains("the meeting is called", script.Last, StringComparison.Ordinal);
        var (who, scene, taps, texts) = Assert.Single(Allowed("taps-night.json"));
        var counted = script.Of(who, scene);
        Assert.True(counted.Count <= taps && counted.Texts <= texts, $"{counted}\n{string.Join('\n', counted.Trail)}");
    }

    /// <summary>P36, for a team of another authority: the letter and the code count, as does what the manager taps who sends the link.
    /// </summary>
    [Fact]
    public async Task A_discussion_at_night_is_written_down_and_handed_over_behind_a_link_by_what_the_table_allows()
    {
        await using var processes = await BotProcesses.StartAsync();
        using var script = new TapScript(processes);
        try
        {
            await script.PlayAsync("taps-night-link.json");
        }
        finally
        {
            output.WriteLine(script.Table());
        }

        Assert.Contains("handed over to Helen Marsh", script.Last, StringComparison.Ordinal);
        foreach (var (who, scene, taps, texts) in Allowed("taps-night-link.json"))
        {
            var counted = script.Of(who, scene);
            Assert.True(counted.Count <= taps && counted.Texts <= texts, $"{counted}\n{string.Join('\n', counted.Trail)}");
        }
    }

    /// <summary>P36: <em>Is this what you said?</em> leaves at eight; the letter and the code count.</summary>
    [Fact]
    public async Task Somebody_behind_a_link_says_that_it_is_what_they_said_by_what_the_table_allows()
    {
        await using var processes = await BotProcesses.StartAsync();
        using var script = new TapScript(processes);
        try
        {
            await script.PlayAsync("taps-link-read-back.json");
        }
        finally
        {
            output.WriteLine(script.Table());
        }

        Assert.Contains(await processes.FactsAsync(), fact => fact.Contains("\"agreed\":true", StringComparison.Ordinal));
        var (who, scene, taps, texts) = Assert.Single(Allowed("taps-link-read-back.json"));
        var counted = script.Of(who, scene);
        Assert.True(counted.Count <= taps && counted.Texts <= texts, $"{counted}\n{string.Join('\n', counted.Trail)}");
    }

    /// <summary>The letter, the code and the page's own tasks count.</summary>
    [Fact]
    public async Task Somebody_behind_a_link_answers_by_what_the_table_allows()
    {
        await using var processes = await BotProcesses.StartAsync();
        using var script = new TapScript(processes);
        try
        {
            await script.PlayAsync("taps-link.json");
        }
        finally
        {
            output.WriteLine(script.Table());
        }

        Assert.StartsWith("Your 4 tasks, 4 done", script.Last, StringComparison.Ordinal);
        foreach (var (who, scene, taps, texts) in Allowed("taps-link.json"))
        {
            var counted = script.Of(who, scene);
            Assert.True(counted.Count <= taps && counted.Texts <= texts, $"{counted}\n{string.Join('\n', counted.Trail)}");
        }
    }

    /// <summary>Who is in the family is typed.</summary>
    private static int RowTexts(string part) => part == "convening/person" ? 2 : 1;

    /// <param name="where">Behind the script's name, where it isn't played in Teams' own chat.</param>
    internal static IEnumerable<(string Who, string Scene, int Taps, int Texts)> Allowed(string file, string where = "") =>
        from line in File.ReadLines(Path.Combine(FilesTests.Root(), "tests", "EndToEnd", "README.md"))
        let cells = line.Split('|', StringSplitOptions.TrimEntries)
        where cells.Length > 5 && cells[1] == $"`{file}`{where}"
        select (cells[2], cells[3], int.Parse(cells[4], CultureInfo.InvariantCulture), int.Parse(cells[5], CultureInfo.InvariantCulture));
}
