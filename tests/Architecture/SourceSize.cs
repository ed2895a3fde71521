using Microsoft.CodeAnalysis.CSharp;

namespace StrategyBot.Tests.Architecture;

/// <summary>How much code a folder holds, counted as the compiler reads it: neither lines nor comments weigh anything.</summary>
/// <param name="Tokens">Of all files together.</param>
internal sealed record SourceSize(int Files, int Tokens)
{
    /// <param name="bot">The bot's folder.</param>
    /// <param name="without">Folders in it that aren't counted.</param>
    public static SourceSize Of(string bot, params IReadOnlyList<string> without)
    {
        var files = Directory.EnumerateFiles(bot, "*.cs", SearchOption.AllDirectories)
            .Where(file => !Path.GetRelativePath(bot, file).Replace(Path.DirectorySeparatorChar, '/').Split('/')
            .Any(part => part is "bin" or "obj" or "node_modules"))
            .Where(file =>
                !without.Any(folder => Path.GetRelativePath(bot, file).Replace(Path.DirectorySeparatorChar, '/')
                    .StartsWith($"{folder}/", StringComparison.Ordinal)))
            .ToList();
        return new(files.Count, files.Sum(file => SyntaxFactory.ParseTokens(File.ReadAllText(file)).Count()));
    }
}
