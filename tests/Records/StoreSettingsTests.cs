using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using StrategyBot.Records;
using StrategyBot.Rules;
using StrategyBot.Starting;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.Records;

public sealed class StoreSettingsTests
{
    private const string Key = "bm90IGEga2V5";

    [Theory]
    [InlineData("Storage__Provider must be Sqlite or AzureTables.", "Provider=Cosmos")]
    [InlineData("Storage__Provider is missing: AzureTables, or Sqlite", "Path=somewhere")]
    [InlineData("Storage__Endpoint is missing", "Provider=AzureTables")]
    [InlineData("Storage__Endpoint and Storage__ConnectionString are both set", "Provider=AzureTables",
        "Endpoint=https://a.table.core.windows.net", "ConnectionString=UseDevelopmentStorage=true")]
    [InlineData("Storage__Endpoint must be an https address", "Provider=AzureTables", "Endpoint=a.table.core.windows.net")]
    [InlineData("Storage__Endpoint must be an https address", "Provider=AzureTables", "Endpoint=http://a.table.core.windows.net")]
    [InlineData("Storage__ConnectionString can't be used: The connection string lacks AccountName.", "Provider=AzureTables",
        "ConnectionString=AccountKey=c2VjcmV0")]
    [InlineData("Storage__ConnectionString can't be used: The connection string's AccountKey is not base64.", "Provider=azuretables",
        "ConnectionString=AccountName=a;AccountKey=secret!")]
    public void A_wrong_or_missing_setting_stops_the_start_with_a_sentence_that_names_it(string sentence, params string[] settings)
    {
        var refused = Assert.Throws<StartRefusedException>(() => Add(isSandbox: false, settings));

        Assert.StartsWith(sentence, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Storage__Endpoint names a store beyond this machine", "Endpoint=https://a.table.core.windows.net")]
    [InlineData("Storage__ConnectionString names a store beyond this machine", $"ConnectionString=AccountName=a;AccountKey={Key}")]
    public void The_sandbox_never_opens_a_record_beyond_this_machine(string sentence, string setting)
    {
        var refused = Assert.Throws<StartRefusedException>(() => Add(isSandbox: true, "Provider=AzureTables", setting));

        Assert.StartsWith(sentence, refused.Message, StringComparison.Ordinal);
        Add(isSandbox: false, "Provider=AzureTables", setting);
        Add(isSandbox: true, "Provider=AzureTables", "ConnectionString=UseDevelopmentStorage=true");
    }

    [NodeFact]
    public async Task A_store_that_is_not_there_stops_the_start_with_a_sentence_that_names_the_setting()
    {
        var nobody = $"ConnectionString=AccountName=a;AccountKey={Key};TableEndpoint=http://127.0.0.1:{Ports.Free()}/a";

        var refused = await Assert.ThrowsAsync<StartRefusedException>(() => StartAsync("Provider=AzureTables", nobody));

        Assert.Equal("Storage__ConnectionString names a store that can't be read and written: nothing answers there.", refused.Message);
    }

    [Fact]
    public async Task A_file_that_is_no_record_stops_the_start_too()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "record.db"), new string('x', 5_000));

        var refused = await Assert.ThrowsAsync<StartRefusedException>(() => StartAsync($"Path={folder.Path}"));

        Assert.Equal("Storage__Path names a store that can't be read and written: SQLite answered 26.", refused.Message);
    }

    private static WebApplicationBuilder Add(bool isSandbox, params string[] settings)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => setting.Split('=', 2))
            .Select(pair => KeyValuePair.Create($"Storage:{pair[0]}", (string?)pair[1])));
        builder.Services.AddSingleton(new WallClock(TimeProvider.System)).AddRecords(builder.Configuration, builder.Environment, isSandbox);
        return builder;
    }

    private static async Task StartAsync(params string[] settings)
    {
        await using var services = Add(isSandbox: true, settings).Services.BuildServiceProvider();
        await new StoreStart(services.GetRequiredService<IRecord>(), services.GetRequiredService<IConfiguration>()).StartingAsync(default);
    }
}
