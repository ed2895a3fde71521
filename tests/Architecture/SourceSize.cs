using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace StrategyBot.Tests.Architecture;

/// <summary>How much code a folder holds, counted as the compiler reads it: neither lines nor comments weigh anything.</summary>
/// <param name="Tokens">Of all files together.</param>
/// <param name="Types">Those that stand in a namespace; a type within another is part of it.</param>
internal sealed record SourceSize(int Files, int Tokens, int Types)
{
    public double TypesInAFile => (double)Types / Files;

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
            .Select(File.ReadAllText)
            .ToList();
        return new(files.Count, files.Sum(text => SyntaxFactory.ParseTokens(text).Count()), files.Sum(TopLevelTypes));
    }

    private static int TopLevelTypes(string text) =>
        SyntaxFactory.ParseCompilationUnit(text).DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
            .Count(node => node is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax);
}
