using System.Reflection;
using System.Runtime.InteropServices;
using Xunit.Sdk;

namespace StrategyBot.Tests.TestKit;

/// <summary>Marks a test that needs Node (20 or later). Without it the test skips with a sentence, and fails
/// where <c>CI=true</c>.</summary>
public sealed class NodeFactAttribute : FactAttribute
{
    public NodeFactAttribute() => Skip = NeededProgram.SkipUnless(Found, "Node.js 20 or later is needed; install it to run this test.");

    public static bool Found { get; } = NeededProgram.OnPath("node");
}

/// <summary>As <see cref="NodeFactAttribute"/>, for a test of several rows.</summary>
public sealed class NodeTheoryAttribute : TheoryAttribute
{
    public NodeTheoryAttribute() => Skip = new NodeFactAttribute().Skip;
}

/// <summary>Marks a test that needs Node and Debian's Chromium. Without them the test skips with a sentence, and fails
/// where <c>CI=true</c>.</summary>
[XunitTestCaseDiscoverer("StrategyBot.Tests.TestKit.BrowserFactDiscoverer", "StrategyBot.Tests")]
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute() => (Skip, Timeout) = (Reason, BrowserTestCase.Limit);

    internal static string? Reason =>
        NeededProgram.SkipUnless(NodeFactAttribute.Found && Executable is not null,
            "Chromium and Node.js are needed; install them to run this test.");

    /// <summary>Path of the system's Chromium, or <c>null</c>.</summary>
    public static string? Executable { get; } =
        new[] { "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }.FirstOrDefault(File.Exists);
}

/// <summary>Marks a test that prints with LibreOffice and reads the paper with poppler's <c>pdftotext</c>.</summary>
public sealed class OfficeFactAttribute : FactAttribute
{
    public OfficeFactAttribute() => Skip = NeededProgram.SkipUnless(
        NeededProgram.OnPath("soffice") && NeededProgram.OnPath("pdftotext"),
        "LibreOffice Writer and poppler-utils are needed; install them to run this test.");
}

/// <summary>Marks a test that sets a PDF: it needs a font, as <c>fonts-liberation</c> has.</summary>
public sealed class FontFactAttribute : FactAttribute
{
    public FontFactAttribute() => Skip = Reason;

    /// <summary>In what this machine sets PDFs; none of its own travels with the tests.</summary>
    internal static StrategyBot.Documents.PdfFaces? Found { get; } =
        StrategyBot.Documents.PdfFaces.Of(StrategyBot.Starting.FontFolder.Of(null, "").Files());

    internal static string? Reason =>
        NeededProgram.SkipUnless(Found is not null, "A font is needed (Debian: fonts-liberation); install it to run this test.");
}

/// <summary>As <see cref="FontFactAttribute"/>, with data.</summary>
public sealed class FontTheoryAttribute : TheoryAttribute
{
    public FontTheoryAttribute() => Skip = FontFactAttribute.Reason;
}

/// <summary>Marks a test that needs Microsoft's Bicep compiler, whose package is for Linux on x64: it skips elsewhere.</summary>
public sealed class BicepFactAttribute : FactAttribute
{
    public BicepFactAttribute() =>
        Skip = !OperatingSystem.IsLinux() || RuntimeInformation.OSArchitecture != System.Runtime.InteropServices.Architecture.X64
            ? "The Bicep compiler is restored for Linux on x64 only."
            : NeededProgram.SkipUnless(File.Exists(Compiler), "The Bicep compiler is needed; restore the packages to run this test.");

    /// <summary>Where the package lies that the project restored.</summary>
    public static string Compiler { get; } = Path.GetFullPath(typeof(BicepFactAttribute).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(written => written.Key == "BicepPath").Value!.Replace('\\', '/'));
}

/// <summary>Marks a test of the browser matrix: the same states as in a plain run, in more widths and colours.</summary>
/// <remarks><c>MATRIX=whole</c> runs it, as <c>.ci/run</c> does.</remarks>
[XunitTestCaseDiscoverer("StrategyBot.Tests.TestKit.BrowserFactDiscoverer", "StrategyBot.Tests")]
public sealed class MatrixFactAttribute : FactAttribute
{
    public MatrixFactAttribute() => (Skip, Timeout) = (Reason, BrowserTestCase.Limit);

    internal static string? Reason =>
        IsWhole ? BrowserFactAttribute.Reason : "Part of the browser matrix, which .ci/run runs; set MATRIX=whole to run it here.";

    // Nothing of a browser may skip where CI=true.
    private static bool IsWhole =>
        Environment.GetEnvironmentVariable("MATRIX") == "whole" || Environment.GetEnvironmentVariable("CI") == "true";
}

/// <summary>As <see cref="MatrixFactAttribute"/>, with data.</summary>
[XunitTestCaseDiscoverer("StrategyBot.Tests.TestKit.BrowserTheoryDiscoverer", "StrategyBot.Tests")]
public sealed class MatrixTheoryAttribute : TheoryAttribute
{
    public MatrixTheoryAttribute() => (Skip, Timeout) = (MatrixFactAttribute.Reason, BrowserTestCase.Limit);
}

internal static class NeededProgram
{
    /// <summary><c>null</c> (run, and so fail where the program is missing) under <c>CI=true</c>;
    /// the sentence to skip with elsewhere.</summary>
    public static string? SkipUnless(bool found, string sentence) =>
        found || Environment.GetEnvironmentVariable("CI") == "true" ? null : sentence;

    public static bool OnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Any(folder => File.Exists(Path.Combine(folder, program)) || File.Exists(Path.Combine(folder, program + ".exe")));
}
