using System.Diagnostics;
using Azure.Storage;
using Azure.Storage.Blobs;
using StrategyBot.Records.Anchors;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.Records.Anchors;

/// <summary>Anchors in append blobs, against an emulator.</summary>
public sealed class BlobAnchorsTests : IAsyncLifetime
{
    private const string Account = "devstoreaccount1";
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private readonly string folder = Directory.CreateTempSubdirectory("azurite-").FullName;
    private readonly int port = Ports.Free();
    private readonly StoppedClock wall = new(Dates.Local("2026-11-25 23:50"));
    private Process? process;

    public async Task InitializeAsync() =>
        process = NodeFactAttribute.Found ? await Azurite.StartBlobsAsync(folder, port) : null;

    public async Task DisposeAsync()
    {
        await (process is null ? Task.CompletedTask : Azurite.StopAsync(process));
        Directory.Delete(folder, recursive: true);
    }

    [NodeFact]
    public async Task What_was_added_is_read_in_order_from_any_mark_on_also_over_midnight()
    {
        var place = await PlaceAsync();
        var (none, mark) = await place.ReadAsync(null, default);
        Assert.Empty(none);

        var first = await place.TryAddAsync("one", mark, default);
        var second = await place.TryAddAsync("two", first!, default);
        wall.Advance(TimeSpan.FromMinutes(20));
        var third = await place.TryAddAsync("three", second!, default);

        var (all, end) = await place.ReadAsync(null, default);
        Assert.Equal((3, third), (all.Count, end));
        Assert.Equal(["one", "two", "three"], all);
        Assert.Equal(["two", "three"], (await place.ReadAsync(first, default)).Texts);
        Assert.Equal(["three"], (await place.ReadAsync(second, default)).Texts);
        Assert.Empty((await place.ReadAsync(third, default)).Texts);
    }

    [NodeFact]
    public async Task Of_two_who_add_behind_one_mark_one_is_turned_away_and_reads_on()
    {
        var (one, other) = (await PlaceAsync(), await PlaceAsync());
        var (_, mark) = await one.ReadAsync(null, default);
        var first = await one.TryAddAsync("one", mark, default);

        Assert.Null(await other.TryAddAsync("other", mark, default));

        var (texts, next) = await other.ReadAsync(mark, default);
        Assert.Equal(["one"], texts);
        Assert.Equal(first, next);
        Assert.NotNull(await other.TryAddAsync("other", next, default));
        Assert.Null(await one.TryAddAsync("late", first!, default));
    }

    private async Task<BlobAnchors> PlaceAsync()
    {
        var container = new BlobContainerClient(
            new Uri($"http://127.0.0.1:{port}/{Account}/anchors"), new StorageSharedKeyCredential(Account, Key));
        await container.CreateIfNotExistsAsync();
        return new(container, wall);
    }
}
