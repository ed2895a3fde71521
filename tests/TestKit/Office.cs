using System.Diagnostics;

namespace StrategyBot.Tests.TestKit;

/// <summary>What LibreOffice prints of a Word document, for an <c>OfficeFact</c>.</summary>
internal static class Office
{
    /// <returns>The text of its PDF as a page shows it; each page ends in a form feed.</returns>
    public static async Task<string> PrintedAsync(TemporaryFolder folder, string name, byte[] document)
    {
        // Arial is Microsoft's; where what has its widths isn't there either, the narrowest that is comes nearest.
        var fonts = Path.Combine(folder.Path, "fonts.conf");
        await File.WriteAllTextAsync(fonts, Fonts);
        var file = Path.Combine(folder.Path, $"{name}.docx");
        await File.WriteAllBytesAsync(file, document);
        await RunAsync(fonts, "soffice", $"-env:UserInstallation=file://{folder.Path}/profile", "--headless", "--convert-to", "pdf",
            "--outdir", folder.Path, file);
        return await RunAsync(fonts, "pdftotext", "-layout", Path.ChangeExtension(file, ".pdf"), "-");
    }

    private const string Fonts = """
        <?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
        <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
        <match target="pattern"><test name="family"><string>Arial</string></test>
        <edit name="family" mode="assign" binding="strong">
        <string>Liberation Sans</string><string>Arimo</string><string>DejaVu Sans Condensed</string></edit></match></fontconfig>
        """;

    private static async Task<string> RunAsync(string fonts, string program, params string[] arguments)
    {
        using var running = Process.Start(new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["FONTCONFIG_FILE"] = fonts },
        })!;
        var (said, wrong) = (running.StandardOutput.ReadToEndAsync(), running.StandardError.ReadToEndAsync());
        await running.WaitForExitAsync();
        Assert.True(running.ExitCode == 0, $"{program} ended with {running.ExitCode}: {await wrong}");
        return await said;
    }
}
