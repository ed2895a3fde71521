namespace StrategyBot.Starting;

/// <summary>Settings without which a room can't be.</summary>
internal static class RequiredSettings
{
    /// <summary>Their values. All that are missing are named at once, so that nobody mends one start after another.</summary>
    /// <exception cref="StartRefusedException">At least one is missing.</exception>
    public static IReadOnlyDictionary<string, string> Read(
        IConfiguration configuration, params IReadOnlyList<(string Name, string What)> required)
    {
        var missing = required.Where(setting => string.IsNullOrEmpty(configuration[setting.Name])).ToList();
        return missing.Count == 0
            ? required.ToDictionary(setting => setting.Name, setting => configuration[setting.Name]!)
            : throw new StartRefusedException([
                .. missing.Select(setting => $"{setting.Name.Replace(":", "__", StringComparison.Ordinal)} is missing: {setting.What}.")]);
    }
}
