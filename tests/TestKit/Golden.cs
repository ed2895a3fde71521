using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace StrategyBot.Tests.TestKit;

/// <summary>Compares text with a file kept beside the test. Set <c>GOLDEN=write</c> to accept what the code says now.</summary>
internal static class Golden
{
    private static readonly JsonSerializerOptions Readable =
        new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Compares JSON text, indented so that a change can be read.</summary>
    public static void Json(string json, [CallerFilePath] string test = "", [CallerMemberName] string name = "") =>
        Text(JsonNode.Parse(json)!.ToJsonString(Readable), ".json", test, name);

    public static void Text(
        string actual, string extension = ".txt", [CallerFilePath] string test = "", [CallerMemberName] string name = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(test)!, "golden", $"{name}{extension}");
        if (Environment.GetEnvironmentVariable("GOLDEN") == "write")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, actual.ReplaceLineEndings("\n").TrimEnd() + "\n");
        }

        Assert.True(File.Exists(path), $"No golden file {path}. Run once with GOLDEN=write, then read it before you commit it.");
        Assert.Equal(File.ReadAllText(path).TrimEnd(), actual.ReplaceLineEndings("\n").TrimEnd());
    }
}
