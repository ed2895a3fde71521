using StrategyBot.Starting;

namespace StrategyBot.Tests.Starting;

public sealed class StartedForTests
{
    [Theory]
    [InlineData(null)]
    [InlineData(null, "--urls", "http://127.0.0.1:4104")]
    [InlineData(null, "--urls=http://127.0.0.1:4104")]
    [InlineData(null, "/urls", "http://127.0.0.1:4104")]
    [InlineData(null, "--environment", "Development", "--urls", "http://127.0.0.1:4104")]
    [InlineData(null, "StrategyBot:Profile=devon", "--contentRoot", "somewhere")]
    [InlineData(null, "--")]
    [InlineData("check", "check")]
    [InlineData("check", "--", "check")]
    [InlineData("check", "--environment", "Development", "check")]
    [InlineData("check", "check", "--urls", "http://127.0.0.1:4104")]
    [InlineData("verify", "verify", "SB-2026-014")]
    [InlineData("verify", "verify", "--urls", "http://127.0.0.1:4104")]
    [InlineData("backup", "backup", "--file", "/somewhere/copy.sbr")]
    [InlineData("restore", "restore", "--file=/somewhere/copy.sbr")]
    [InlineData("rotate-keys", "rotate-keys")]
    [InlineData("rebuild-indexes", "/Storage:Path", "somewhere", "rebuild-indexes")]
    public void An_options_value_is_no_command(string? command, params string[] arguments) =>
        Assert.Equal(command, StartedFor.Read(arguments).Command);

    [Theory]
    [InlineData("chekc")]
    [InlineData("check", "rebuild-indexes")]
    [InlineData("check", "SB-2026-014")]
    [InlineData("backup", "copy.sbr")]
    [InlineData("verify", "SB-2026-014", "SB-2026-015")]
    [InlineData("--urls", "http://127.0.0.1:4104", "chekc")]
    public void A_word_that_is_none_stops_the_start(params string[] arguments) =>
        Assert.StartsWith("The commands are check, rebuild-indexes, try-again, verify, backup, restore, rotate-keys (",
            Assert.Throws<StartRefusedException>(() => StartedFor.Read(arguments)).Message, StringComparison.Ordinal);
}
