using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace StrategyBot.Tests.TestKit;

/// <summary>A script of <c>tests/npm</c>: text in, text out. Only for tests marked <see cref="NodeFactAttribute"/>.</summary>
internal static class NodeScript
{
    // Far longer than any script takes on a busy machine; it only keeps a hang from being endless.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static string Folder { get; } = Path.Combine(TestsFolder(), "npm");

    public static async Task<string> RunAsync(string script, string input)
    {
        using var node = Process.Start(new ProcessStartInfo("node", [script])
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            var output = node.StandardOutput.ReadToEndAsync(patience.Token);
            var errors = node.StandardError.ReadToEndAsync(patience.Token);
            await node.StandardInput.WriteAsync(input.AsMemory(), patience.Token);
            node.StandardInput.Close();
            await node.WaitForExitAsync(patience.Token);
            Assert.True(node.ExitCode == 0,
                $"{script} failed (build once with Node installed, so that tests/npm is restored): {await errors}");
            return await output;
        }
        finally
        {
            if (!node.HasExited)
            {
                node.Kill(entireProcessTree: true);
            }
        }
    }

    public static string TestsFolder([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, ".."));
}
