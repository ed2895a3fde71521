using System.Text.Json;

namespace StrategyBot.Tests.TestKit;

/// <summary>Holds cards against Microsoft's own renderer. Only for tests marked <see cref="NodeFactAttribute"/>.</summary>
internal static class CardChecks
{
    /// <summary>Asserts that the renderer finds no fault in any of the cards; they share one process, so pass them together.</summary>
    public static async Task AcceptedAsync(IEnumerable<string> cardJson)
    {
        var cards = cardJson.ToList();
        var faults = await FaultsAsync(cards);
        Assert.True(faults.All(found => found.Count == 0),
            string.Join("\n\n",
                cards.Zip(faults).Where(c => c.Second.Count > 0).Select(c => $"{string.Join("\n", c.Second)}\nin {c.First}")));
    }

    /// <summary>The faults of each card, in the order given.</summary>
    public static async Task<IReadOnlyList<IReadOnlyList<string>>> FaultsAsync(IEnumerable<string> cardJson)
    {
        var found = await NodeScript.RunAsync("validate-cards.mjs", $"[{string.Join(',', cardJson)}]");
        return JsonSerializer.Deserialize<string[][]>(found)!;
    }
}
