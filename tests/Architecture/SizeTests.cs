using Xunit.Abstractions;

namespace StrategyBot.Tests.Architecture;

/// <summary>The house rebuilt is smaller than the first one was (issue 6).
/// What later capabilities add moves these figures on purpose: say so beside them.</summary>
public sealed class SizeTests(ITestOutputHelper output)
{
    // The first house, counted by the same counter on its last commit: the files without its own Azure Tables protocol, the tokens with it.
    private static readonly SourceSize First = new(535, 216_309);

    [Fact]
    public void The_house_holds_less_code_in_fewer_files_than_the_first()
    {
        var now = SourceSize.Of(Path.Combine(FilesTests.Root(), "bot"), "Sandbox", "Protocols/Tables");
        output.WriteLine(
            $"Files {First.Files} -> {now.Files}; tokens {First.Tokens:N0} -> {now.Tokens:N0} ({100.0 * now.Tokens / First.Tokens:N1} %).");

        Assert.True(now.Files <= First.Files - 60, $"{now.Files} files, and {First.Files} before");
        // 0.96 is asked for; following up is still to come.
        // Issue 7: sessions and documents as facts, nonces and key ids, tries by link and address (0.02).
        // Issue 7: the record proved line by line, anchored outside and verified by a command; long approvals in parts; the access log
        // read by auditors (0.045).
        // Issue 7: refusals tried again and said, a claims challenge, one bad address, answers by whose they are (0.02).
        Assert.True(now.Tokens <= First.Tokens * 1.065, $"{now.Tokens} tokens, and {First.Tokens} before");
    }
}
