using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using StrategyBot.Checking;
using StrategyBot.Records;
using StrategyBot.Records.Anchors;
using StrategyBot.Rules;
using StrategyBot.Rules.Wording;
using StrategyBot.Starting;
using StrategyBot.Tests.Records;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.Checking;

/// <summary><c>verify</c> as somebody types it, on a store that somebody else was at.</summary>
public sealed class VerifyTests : IDisposable
{
    private readonly TemporaryFolder storage = new(), outside = new();

    [Fact]
    public async Task Verify_says_of_each_case_whether_it_is_as_it_was_written_and_ends_with_1_where_one_is_not()
    {
        GoldenRecord.Open(GoldenRecord.FirstRelease, storage.Path).Dispose();
        await using var services = Services();
        Assert.Equal(0, await VerifyCommand.RunAsync(services, null));
        Assert.Equal(0, await VerifyCommand.RunAsync(services, "sb-2026-001"));
        Assert.Equal(1, await VerifyCommand.RunAsync(services, "SB-2026-999"));

        await AlterAsync(services);

        Assert.Equal(1, await VerifyCommand.RunAsync(services, null));
        Assert.Equal(0, await VerifyCommand.RunAsync(services, "SB-2026-001"));
        var said = (await Check(services).EachAsync("SB-2026-002", default))
            .Select(finding => $"{finding}");
        Assert.Equal(["WRONG       SB-2026-002: line 3: its words are not those that were written."], said);
    }

    [Fact]
    public async Task Check_says_it_too()
    {
        GoldenRecord.Open(GoldenRecord.FirstRelease, storage.Path).Dispose();
        await using var services = Services();
        var check = Check(services);
        Assert.Equal(Verdict.Ok, Assert.Single(await check.LookAsync(default)).Verdict);

        await AlterAsync(services);

        Assert.Equal([(Verdict.Wrong, "SB-2026-002"), (Verdict.Ok, "record")],
            (await check.LookAsync(default)).Select(finding => (finding.Verdict, finding.What)));
    }

    [Fact]
    public async Task Outside_the_sandbox_a_record_that_nothing_vouches_for_is_something_to_see_to()
    {
        await using var services = Services(isSandbox: false, ("Storage:Provider", "Sqlite"));

        Assert.Contains(await Check(services).LookAsync(default),
            finding => finding is { Verdict: Verdict.SeeTo, What: "anchors" });
    }

    [Theory]
    [InlineData("Anchor:Path", "Anchor__Path lies in the record's own folder")]
    [InlineData("Anchor:KeyFile", "Anchor__KeyFile lies in the record's own folder")]
    public void A_key_or_anchors_beside_the_record_refuse_the_start(string setting, string sentence)
    {
        var refused = Assert.Throws<StartRefusedException>(() => Services(
            isSandbox: true, ("Anchor:Path", outside.Path), ("Anchor:KeyFile", NewKey()),
            (setting, Path.Combine(storage.Path, "in", "it"))));

        Assert.StartsWith(sentence, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Anchor__KeyFile and Anchor__KeyId are missing", "Anchor:Path")]
    [InlineData("Anchor__Path and Anchor__Container are missing", "Anchor:KeyFile")]
    public void A_place_without_a_key_refuses_the_start_and_so_does_a_key_without_a_place(string sentence, string setting) =>
        Assert.StartsWith(sentence, Assert.Throws<StartRefusedException>(() => Services(
            isSandbox: true, (setting, setting == "Anchor:Path" ? outside.Path : NewKey()))).Message, StringComparison.Ordinal);

    [Fact]
    public async Task Anchors_that_were_taken_away_are_wrong_and_old_ones_something_to_see_to()
    {
        GoldenRecord.Open(GoldenRecord.FirstRelease, storage.Path).Dispose();
        await using var services = Services(isSandbox: false,
            ("Storage:Provider", "Sqlite"), ("Anchor:Path", outside.Path), ("Anchor:KeyFile", NewKey()));
        var check = Check(services);
        Assert.Equal(Verdict.Wrong, Assert.Single(await check.LookAsync(default), finding => finding.What == "anchors").Verdict);

        using var writer = new AnchorWriter(services.GetRequiredService<IRecord>(), services.GetRequiredService<IAnchorPlace>(),
            services.GetRequiredService<IAnchorKey>(), new RecordSignal(), new StoppedClock(Dates.Local("2026-11-25 14:05")),
            new KeptLog<AnchorWriter>());
        await writer.WriteAsync(default);

        var anchors = Assert.Single(await check.LookAsync(default), finding => finding.What == "anchors");
        Assert.Contains("Wed 25 Nov 2026, 14:05", anchors.Sentence, StringComparison.Ordinal);
        Assert.Contains("All of them are vouched for.", (await check.EachAsync("SB-2026-001", default))[0].Sentence,
            StringComparison.Ordinal);
    }

    public void Dispose()
    {
        storage.Dispose();
        outside.Dispose();
    }

    private async Task AlterAsync(ServiceProvider services)
    {
        var lines = await services.GetRequiredService<IRecord>().ReadAsync("cases/SB-2026-002", 0, default);
        ChainInSqliteTests.Replace(Path.Combine(storage.Path, "record.db"), "cases/SB-2026-002", ChainContract.Altered(lines, "words"));
    }

    private string NewKey()
    {
        var path = Path.Combine(outside.Path, "key.pem");
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        File.WriteAllText(path, key.ExportECPrivateKeyPem());
        return path;
    }

    private static RecordCheck Check(ServiceProvider services) =>
        new(services.GetRequiredService<RecordVerifier>(), Words.English, services.GetRequiredService<WallClock>());

    private ServiceProvider Services(bool isSandbox = true, params IReadOnlyList<(string Name, string Value)> settings)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Storage:Path"] = storage.Path });
        builder.Configuration.AddInMemoryCollection(settings.GroupBy(one => one.Name)
            .ToDictionary(one => one.Key, one => (string?)one.Last().Value));
        builder.Services.AddSingleton(new WallClock(TimeProvider.System)).AddRecords(builder.Configuration, builder.Environment, isSandbox);
        return builder.Services.BuildServiceProvider();
    }
}
