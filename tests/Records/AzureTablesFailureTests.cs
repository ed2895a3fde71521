using System.Net;
using Azure;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using StrategyBot.Records;
using StrategyBot.Records.Tables;
using StrategyBot.Tests.Records.Tables;
using StrategyBot.Tests.TestKit;
using Index = StrategyBot.Records.Index;

namespace StrategyBot.Tests.Records;

/// <summary>
/// The line to the store breaks at every place of an append: all of it stands or nothing, what is claimed is true,
/// and nothing due is forgotten.
/// </summary>
/// <param name="retries">How often the client may send again what does no harm: as the bot does it, and never.</param>
public abstract class AzureTablesFailures(Azurite azurite, int retries)
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero);

    [NodeFact]
    public async Task A_write_whose_answer_was_lost_is_found_to_stand_and_is_not_repeated()
    {
        var store = await StoreAsync();
        store.Line.Broken = Break.Answer;

        Assert.Equal(Appended.Written, await AppendAsync(store.Broken, 0, "s1", Noon));

        Assert.Equal(1, store.Line.Transactions);
        Assert.Single(await store.Healthy.ReadAsync("cases/a", 0, default));
        Assert.Equal(Appended.Written, await AppendAsync(store.Broken, 1, "s2", Noon));
    }

    [NodeTheory]
    [InlineData(500)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task A_write_that_the_service_did_and_denies_is_found_to_stand_and_is_not_repeated(int status)
    {
        var store = await StoreAsync();
        (store.Line.Broken, store.Line.Instead) = (Break.AnswerReplaced, new HttpResponseMessage((HttpStatusCode)status));

        Assert.Equal(Appended.Written, await AppendAsync(store.Broken, 0, "s1", Noon));

        Assert.Equal(1, store.Line.Transactions);
        Assert.Single(await store.Healthy.ReadAsync("cases/a", 0, default));
    }

    [NodeTheory]
    [InlineData("")]
    [InlineData("<html><body>A proxy speaks.")]
    [InlineData(ScriptedService.OneAction)]
    public async Task An_answer_that_is_cut_short_is_not_taken_for_done(string left)
    {
        var store = await StoreAsync();
        var cut = new HttpResponseMessage(HttpStatusCode.Accepted) { Content = new StringContent(left) };
        cut.Content.Headers.Remove("Content-Type");
        cut.Content.Headers.TryAddWithoutValidation("Content-Type", ScriptedService.Multipart);
        (store.Line.Broken, store.Line.Instead) = (Break.RequestReplaced, cut);

        Assert.Equal(Appended.Raced, await AppendAsync(store.Broken, 0, "s1", Noon));

        Assert.Equal(1, store.Line.Transactions);
        Assert.Empty(await store.Healthy.ReadAsync("cases/a", 0, default));
    }

    [NodeFact]
    public async Task What_was_surely_not_done_is_sent_again_where_the_client_may()
    {
        var store = await StoreAsync();
        (store.Line.Broken, store.Line.Instead) = (Break.RequestReplaced, new HttpResponseMessage(HttpStatusCode.TooManyRequests));

        if (retries > 0)
        {
            Assert.Equal(Appended.Written, await AppendAsync(store.Broken, 0, "s1", Noon));
        }
        else
        {
            await Assert.ThrowsAsync<RequestFailedException>(() => AppendAsync(store.Broken, 0, "s1", Noon));
        }

        Assert.Equal(retries > 0 ? 2 : 1, store.Line.Transactions);
    }

    [NodeTheory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task A_write_that_never_arrived_is_found_not_to_stand_and_may_be_decided_again(int written)
    {
        var store = await StoreAsync();
        for (var before = 0; before < written; before++)
        {
            await AppendAsync(store.Healthy, before, $"before-{before}", Noon);
        }

        store.Line.Broken = Break.Request;

        Assert.Equal(Appended.Raced, await AppendAsync(store.Broken, written, "s1", Noon));
        Assert.Equal(written, (await store.Healthy.ReadAsync("cases/a", 0, default)).Count);
        Assert.Equal(Appended.Written, await AppendAsync(store.Broken, written, "s1", Noon));
    }

    [NodeTheory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task A_write_that_arrives_late_is_refused_once_it_was_said_not_to_stand(int written)
    {
        var store = await StoreAsync();
        for (var before = 0; before < written; before++)
        {
            await AppendAsync(store.Healthy, before, $"before-{before}", Noon);
        }

        store.Line.Broken = Break.Delayed;
        Assert.Equal(Appended.Raced, await AppendAsync(store.Broken, written, "s1", Noon));

        await store.Line.ArriveAsync();

        Assert.Equal(written, (await store.Healthy.ReadAsync("cases/a", 0, default)).Count);
        Assert.False(await store.Healthy.HasSourceAsync("cases/a", "s1", default));
    }

    [NodeFact]
    public async Task A_write_on_its_way_does_not_slip_past_a_look_that_was_put_off_meanwhile()
    {
        var store = await StoreAsync();
        await AppendAsync(store.Healthy, 0, "s0", Noon);
        store.Line.Broken = Break.DelayedAndAllAfter;
        await Assert.ThrowsAnyAsync<Exception>(() => AppendAsync(store.Broken, 1, "s1", Noon.AddHours(1)));

        await store.Healthy.PutOffAsync("cases/a", 1, Noon.AddDays(1), default);
        await store.Line.ArriveAsync();

        Assert.Single(await store.Healthy.ReadAsync("cases/a", 0, default));
    }

    [NodeFact]
    public async Task Where_nobody_can_find_out_nothing_is_claimed()
    {
        var store = await StoreAsync();
        store.Line.Broken = Break.AnswerAndAllAfter;

        await Assert.ThrowsAnyAsync<Exception>(() => AppendAsync(store.Broken, 0, "s1", Noon));

        Assert.Equal(Appended.Repeated, await AppendAsync(store.Healthy, 0, "s1", Noon));
    }

    [NodeFact]
    public async Task Broken_off_anywhere_an_append_leaves_all_or_nothing_and_nothing_due_is_forgotten()
    {
        var wrote = 0;
        for (var requests = 0; requests < 16; requests++)
        {
            var store = await StoreAsync();
            await AppendAsync(store.Healthy, 0, "s0", Noon.AddDays(2), "open", "old");
            store.Line.BreakAfter(requests);
            try
            {
                await AppendAsync(store.Broken, 1, "s1", Noon, "open", "new");
            }
            catch (Exception broken) when (broken is RequestFailedException or AggregateException)
            {
                // As a crash there.
            }

            var stands = (await store.Healthy.ReadAsync("cases/a", 0, default)).Count == 2;
            wrote += stands ? 1 : 0;
            Assert.Equal(stands, await store.Healthy.HasSourceAsync("cases/a", "s1", default));
            Assert.Equal(stands ? [] : ["cases/a"], await store.Healthy.FindAsync("old", default));
            Assert.Equal(stands ? ["cases/a"] : [], await store.Healthy.FindAsync("new", default));
            Assert.True(await store.Healthy.NextDueAsync(default) <= (stands ? Noon : Noon.AddDays(2)));
            // On its shelf it says what stands, or nothing.
            Assert.Contains((await store.Healthy.ShelfAsync("open", default)).Single().Text, new[] { stands ? "s1" : "s0", null });
        }

        // It broke before the record was written as well as after.
        Assert.InRange(wrote, 1, 15);
    }

    private static Task<Appended> AppendAsync(AzureTablesRecord record, int after, string source, DateTimeOffset due, params string[] terms)
    {
        var envelope = new Envelope("cases/a", after + 1, "heading-answered", Noon, null, "t/ann", null, source, "meeting-1", null, null);
        return record.TryAppendAsync("cases/a", after, [Line.Next(envelope, "{}", $"salt of {source}", "")], source,
            new Index(terms, due) { Rows = [new("open", source)] }, default);
    }

    private async Task<(AzureTablesRecord Healthy, AzureTablesRecord Broken, BreakingLine Line)> StoreAsync()
    {
        var prefix = azurite.NewTableName();
        var line = new BreakingLine();
        var options =
            new TableClientOptions
            {
                Transport = new HttpClientTransport(new HttpClient(line)),
                Retry = { MaxRetries = retries, Delay = TimeSpan.Zero, MaxDelay = TimeSpan.Zero },
            };
        var healthy = new AzureTablesRecord(TableAccount.Open(azurite.ConnectionString), prefix, TimeProvider.System);
        await healthy.OpenAsync(default);
        return (healthy, new AzureTablesRecord(TableAccount.Open(azurite.ConnectionString, options), prefix, TimeProvider.System), line);
    }

    private enum Break
    {
        Nothing,
        Answer,
        AnswerReplaced,
        Request,
        RequestReplaced,
        Delayed,
        DelayedAndAllAfter,
        AnswerAndAllAfter,
    }

    /// <summary>A line to the store that breaks once at a transaction, or for good after so many requests.</summary>
    private sealed class BreakingLine() : DelegatingHandler(new SocketsHttpHandler())
    {
        private int left = int.MaxValue;
        private HttpRequestMessage? delayed;

        public Break Broken { get; set; }

        /// <summary>What is said in the answer's place.</summary>
        public HttpResponseMessage? Instead { get; set; }

        public int Transactions { get; private set; }

        public void BreakAfter(int requests) => left = requests;

        public async Task ArriveAsync() => (await base.SendAsync(delayed!, default)).EnsureSuccessStatusCode();

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (Interlocked.Decrement(ref left) < 0)
            {
                throw new HttpRequestException("The line is down.");
            }

            var isTransaction = request.RequestUri!.AbsolutePath.EndsWith("$batch", StringComparison.Ordinal);
            Transactions += isTransaction ? 1 : 0;
            if (Broken == Break.Nothing || !isTransaction)
            {
                return await base.SendAsync(request, cancellationToken);
            }

            delayed = await CopyAsync(request, cancellationToken);
            if (Broken is Break.Answer or Break.AnswerReplaced or Break.AnswerAndAllAfter)
            {
                await base.SendAsync(request, cancellationToken);
            }

            left = Broken is Break.AnswerAndAllAfter or Break.DelayedAndAllAfter ? 0 : left;
            var says = Broken is Break.AnswerReplaced or Break.RequestReplaced ? Instead : null;
            Broken = Break.Nothing;
            return says ?? throw new HttpRequestException("The line broke.");
        }

        private static async Task<HttpRequestMessage> CopyAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var copy =
                new HttpRequestMessage(request.Method,
                    request.RequestUri)
                { Content = new ByteArrayContent(await request.Content!.ReadAsByteArrayAsync(cancellationToken)) };
            foreach (var (name, values) in request.Headers)
            {
                copy.Headers.TryAddWithoutValidation(name, values);
            }

            foreach (var (name, values) in request.Content.Headers)
            {
                copy.Content.Headers.TryAddWithoutValidation(name, values);
            }

            return copy;
        }
    }
}

[Collection(OneAzurite.Name)]
public sealed class AzureTablesFailureTests(Azurite azurite) : AzureTablesFailures(azurite, retries: 3);

[Collection(OneAzurite.Name)]
public sealed class AzureTablesFailureWithoutRetriesTests(Azurite azurite) : AzureTablesFailures(azurite, retries: 0);
