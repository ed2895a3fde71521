using System.Diagnostics;

namespace StrategyBot.Tests.TestKit;

/// <summary>What LibreOffice prints of a Word document, for an <c>OfficeFact</c>.</summary>
internal static class Office
{
    /// <returns>The text of its PDF as a page shows it; each page ends in a form feed.</returns>
    public static async Task<string> PrintedAsync(TemporaryFolder folder, string name, byte[] document)
    {
        var file = Path.Combine(folder.Path, $"{name}.docx");
        await File.WriteAllBytesAsync(file, document);
        await RunAsync("soffice", $"-env:UserInstallation=file://{folder.Path}/profile", "--headless", "--convert-to", "pdf", "--outdir",
            folder.Path, file);
        return await RunAsync("pdftotext", "-layout", Path.ChangeExtension(file, ".pdf"), "-");
    }

    private static async Task<string> RunAsync(string program, params string[] arguments)
    {
        using var running = Process.Start(new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var (said, wrong) = (running.StandardOutput.ReadToEndAsync(), running.StandardError.ReadToEndAsync());
        await running.WaitForExitAsync();
        Assert.True(running.ExitCode == 0, $"{program} ended with {running.ExitCode}: {await wrong}");
        return await said;
    }
}
