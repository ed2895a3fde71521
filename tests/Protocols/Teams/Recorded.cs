using System.Runtime.CompilerServices;
using System.Text.Json;
using StrategyBot.Protocols.Teams;

namespace StrategyBot.Tests.Protocols.Teams;

/// <summary>Activities in the form in which Teams sends them, with fictional people, in <c>recorded/</c>.</summary>
internal static class Recorded
{
    public static string Folder => FolderOf();

    public static Activity Activity(string name, [CallerFilePath] string here = "") =>
        JsonSerializer.Deserialize(File.ReadAllText(Path.Combine(Path.GetDirectoryName(here)!, "recorded", $"{name}.json")),
            TeamsJson.Wire.Activity)!;

    private static string FolderOf([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "recorded");
}
