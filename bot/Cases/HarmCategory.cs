namespace StrategyBot.Cases;

/// <summary>The categories of harm under which a child protection plan is made (R113), as the heading of the assessment has them.</summary>
internal static class HarmCategory
{
    public static IReadOnlyList<(string Id, string Text)> All { get; } =
        [.. Headings.Find("category")!.Options.Select(option => (option.Id, option.Label))];

    /// <returns>Its id; empty for none of them.</returns>
    public static string Read(string? typed) => All.FirstOrDefault(one => one.Id == typed).Id ?? "";

    public static string InList(string id) => (All.FirstOrDefault(one => one.Id == id).Text ?? id).ToLowerInvariant();
}
