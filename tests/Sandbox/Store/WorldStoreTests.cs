using System.Text.Json.Nodes;
using StrategyBot.Sandbox.Store;
using StrategyBot.Starting;

namespace StrategyBot.Tests.Sandbox.Store;

public sealed class WorldStoreTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("sandbox-world-").FullName;
    private readonly WorldFeed feed = new();

    [Fact]
    public void A_document_outlives_the_process()
    {
        using (var store = Open())
        {
            store.Write(world => world.Put("event", "one", Words("first"), owner: "organiser"));
            store.Write(world => world.Put("event", "one", Words("second")));
        }

        using var again = Open();

        Assert.Equal("second", (string?)again.Get<JsonObject>("event", "one")?["text"]);
        Assert.Single(again.All<JsonObject>("event", owner: "organiser"));
    }

    [Fact]
    public void An_unknown_document_is_null()
    {
        using var store = Open();

        Assert.Null(store.Get<JsonObject>("event", "none"));
        Assert.Empty(store.All<JsonObject>("event"));
    }

    [Fact]
    public void Documents_come_in_the_order_in_which_they_were_first_put()
    {
        using var store = Open();
        store.Write(world =>
        {
            world.Put("event", "b", Words("1"));
            world.Put("event", "a", Words("2"));
            world.Put("event", "b", Words("3"));
        });

        Assert.Equal(["3", "2"], store.All<JsonObject>("event").Select(found => (string?)found["text"]));
    }

    [Fact]
    public async Task A_failed_transaction_leaves_nothing_and_tells_nobody()
    {
        using var store = Open();
        await using var told = feed.ListenAsync(CancellationToken.None).GetAsyncEnumerator();
        var first = told.MoveNextAsync();

        Assert.Throws<InvalidOperationException>(() => store.Write(world =>
        {
            world.Put("event", "one", Words("lost"));
            world.Announce(new WorldChange("calendar"));
            throw new InvalidOperationException();
        }));
        Assert.Null(store.Get<JsonObject>("event", "one"));

        store.Write(world => world.Announce(new WorldChange("mail")));
        Assert.True(await first);
        Assert.Equal("mail", told.Current.Kind);
    }

    [Fact]
    public void A_second_world_on_the_same_file_is_refused_with_a_sentence()
    {
        using var store = Open();

        var refused = Assert.Throws<StartRefusedException>(() => Open());

        Assert.Contains("Storage__Path", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Instants_are_kept_to_the_tick()
    {
        var at = new DateTimeOffset(2026, 11, 25, 9, 0, 0, TimeSpan.Zero).AddTicks(1234567);

        Assert.Equal("2026-11-25T09:00:00.1234567Z", WorldJson.Instant(at));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static JsonObject Words(string text) => new() { ["text"] = text };

    private WorldStore Open() => new(folder, feed);
}
