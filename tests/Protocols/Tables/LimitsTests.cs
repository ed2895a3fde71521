using Azure;
using StrategyBot.Protocols.Tables;

namespace StrategyBot.Tests.Protocols.Tables;

/// <summary>The service's limits are kept before anything is sent: a script without replies would fail on the first request.</summary>
public sealed class LimitsTests
{
    private static readonly TableClient Cases = new ScriptedService().Cases;

    [Theory]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData("a#b")]
    [InlineData("a?b")]
    [InlineData("a\tb")]
    [InlineData("a\u0085b")]
    public async Task A_key_that_the_service_cannot_keep_is_refused(string key)
    {
        await Refused(() => Cases.AddEntityAsync(new TableEntity(key, "b")));
        await Refused(() => Cases.AddEntityAsync(new TableEntity("a", key)));
        await Refused(() => Cases.GetEntityIfExistsAsync<TableEntity>("a", key));
        await Refused(() => Cases.DeleteEntityAsync(key, "b"));
    }

    [Fact]
    public async Task A_key_may_have_512_characters_and_no_more()
    {
        await Sent(new TableEntity(new string('a', 512), ""));
        await Refused(() => Cases.AddEntityAsync(new TableEntity(new string('a', 513), "")));
    }

    [Fact]
    public async Task A_text_may_have_64_KiB_in_UTF16_and_no_more()
    {
        await Sent(Holding(new string('é', 32 * 1024)));
        await Refused(() => Cases.UpsertEntityAsync(Holding(new string('é', (32 * 1024) + 1))));
    }

    [Fact]
    public async Task Bytes_may_be_64_KiB_and_no_more()
    {
        await Sent(Holding(new byte[64 * 1024]));
        await Refused(() => Cases.AddEntityAsync(Holding(new byte[(64 * 1024) + 1])));
    }

    [Fact]
    public async Task An_entity_may_have_1_MiB_and_no_more()
    {
        // 4 for the entity, 2 each for both keys; 15 full values with names of two letters; the last fills up to the byte.
        var full = Enumerable.Range(10, 15).Aggregate(new TableEntity("a", "b"), (row, n) => Put(row, $"V{n}"[..3], new byte[64 * 1024]));
        var room = (1024 * 1024) - 8 - (15 * (8 + 6 + 4 + (64 * 1024))) - (8 + 6 + 4);
        await Sent(Put(full, "V25", new byte[room]));
        await Refused(() => Cases.AddEntityAsync(Put(full, "V25", new byte[room + 1])));
    }

    [Fact]
    public async Task An_entity_may_have_252_properties_and_no_more()
    {
        var full = Enumerable.Range(0, 252).Aggregate(new TableEntity("a", "b"), (row, n) => Put(row, $"P{n}", n));
        await Sent(full);
        await Refused(() => Cases.AddEntityAsync(Put(full, "P252", 0)));
    }

    [Theory]
    [InlineData("with-dash")]
    [InlineData("1st")]
    [InlineData("")]
    [InlineData("odata.type")]
    [InlineData("Name\n")]
    [InlineData("RowKey")]
    public Task A_property_name_that_is_no_identifier_is_refused(string name) =>
        Refused(() => Cases.AddEntityAsync(Put(new TableEntity("a", "b"), name, 1)));

    [Theory]
    [InlineData("ab")]
    [InlineData("1cases")]
    [InlineData("open-cases")]
    [InlineData("Tables")]
    [InlineData("cases\n")]
    public void A_table_name_that_the_service_refuses_is_refused(string name) =>
        Assert.Throws<ArgumentException>(() => new ScriptedService().Account.GetTableClient(name));

    [Fact]
    public async Task A_value_that_the_service_cannot_keep_is_refused()
    {
        await Refused(() => Cases.AddEntityAsync(Holding(DateTimeOffset.MinValue)));
        await Refused(() => Cases.AddEntityAsync(Holding(1.5m)));
        await Refused(() => Cases.AddEntityAsync(Holding("half \udc00 a pair")));
        await Refused(() => Cases.AddEntityAsync(new TableEntity("half \ud83d", "b")));
    }

    [Fact]
    public Task An_update_without_a_version_is_refused() => Refused(() => Cases.UpdateEntityAsync(new TableEntity("a", "b"), default(ETag)));

    [Fact]
    public async Task A_transaction_breaks_no_limit_of_the_whole()
    {
        await Refused(() => Submit([]));
        await Refused(() => Submit(Adds(101)));
        await Refused(() => Submit([Add("a", "1"), Add("b", "2")]));
        await Refused(() => Submit([Add("a", "1"), new(TableTransactionActionType.Delete, new TableEntity("a", "1"))]));
        await Refused(() => Submit([Add("a", "1"), new(TableTransactionActionType.UpdateMerge, new TableEntity("a", "2"))]));
        await Refused(() => Submit([Add("a", "1"), Add("a", "2#")]));
    }

    [Fact]
    public async Task A_transaction_may_have_100_actions()
    {
        var service = new ScriptedService(TranscriptTests.Accepted([.. Enumerable.Repeat("204 No Content", 100)]));
        Assert.Equal(100, (await service.Cases.SubmitTransactionAsync(Adds(100))).Value.Count);
    }

    [Fact]
    public async Task A_transaction_over_4_MiB_as_it_would_be_sent_is_refused()
    {
        // 21 rows of 32 Ki characters that take six bytes each as JSON stay below; 22 don't.
        TableTransactionAction[] Rows(int count) => [.. Enumerable.Range(0, count).Select(n => new TableTransactionAction(TableTransactionActionType.Add, Put(new TableEntity("a", $"{n}"), "Text", new string('€', 32 * 1024))))];
        var service = new ScriptedService(TranscriptTests.Accepted([.. Enumerable.Repeat("204 No Content", 21)]));
        await service.Cases.SubmitTransactionAsync(Rows(21));
        await Refused(() => Submit(Rows(22)));
    }

    [Fact]
    public async Task A_refusal_says_nothing_of_what_was_to_be_stored()
    {
        var refused = await Assert.ThrowsAsync<ArgumentException>(() => Cases.AddEntityAsync(new TableEntity("secret/", "b")));
        Assert.DoesNotContain("secret", refused.Message, StringComparison.Ordinal);
    }

    private static async Task Sent(TableEntity entity) =>
        await new ScriptedService(new ScriptedService.Reply(System.Net.HttpStatusCode.NoContent)).Cases.AddEntityAsync(entity);

    private static Task Refused(Func<Task> call) => Assert.ThrowsAsync<ArgumentException>(call);

    private static Task Submit(TableTransactionAction[] actions) => Cases.SubmitTransactionAsync(actions);

    private static TableTransactionAction[] Adds(int count) => [.. Enumerable.Range(0, count).Select(n => Add("a", $"{n}"))];

    private static TableTransactionAction Add(string partitionKey, string rowKey) => new(TableTransactionActionType.Add, new TableEntity(partitionKey, rowKey));

    private static TableEntity Holding(object value) => Put(new TableEntity("a", "b"), "Value", value);

    private static TableEntity Put(TableEntity row, string name, object value)
    {
        row[name] = value;
        return row;
    }
}
