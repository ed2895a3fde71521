using System.Diagnostics;

namespace StrategyBot.Tests.TestKit;

/// <summary>What poppler reads of a PDF, for an <c>OfficeFact</c>.</summary>
internal static class Poppler
{
    /// <returns>The text in the order in which it is drawn; each page ends in a form feed.</returns>
    public static Task<string> TextAsync(byte[] file) => RunAsync(file, "pdftotext", "-raw", "-", "-");

    /// <summary>What a screen reader is told, element by element: nothing of what stands on every page.</summary>
    public static Task<string> TagsAsync(byte[] file) => RunAsync(file, "pdfinfo", "-struct-text", "-");

    private static async Task<string> RunAsync(byte[] file, string program, params string[] arguments)
    {
        using var running = Process.Start(new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var (said, wrong) = (running.StandardOutput.ReadToEndAsync(), running.StandardError.ReadToEndAsync());
        await running.StandardInput.BaseStream.WriteAsync(file);
        running.StandardInput.Close();
        await running.WaitForExitAsync();
        Assert.True(running.ExitCode == 0, $"{program} ended with {running.ExitCode}: {await wrong}");
        // It also says so of what it can't read, and goes on.
        Assert.Equal("", await wrong);
        return await said;
    }
}
