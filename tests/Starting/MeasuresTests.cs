using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Azure.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using StrategyBot.Cases;
using StrategyBot.Conversations;
using StrategyBot.Forms;
using StrategyBot.Graph;
using StrategyBot.Obligations;
using StrategyBot.Phases;
using StrategyBot.Protocols.Teams;
using StrategyBot.Starting;
using StrategyBot.Tests.Protocols.Teams;
using StrategyBot.Tests.Records;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Starting;

/// <summary>What whoever runs the bot is told of it: times, kinds and status codes, and nothing of a case.</summary>
public sealed class MeasuresTests : IDisposable
{
    // In a form, a line, a verb, an address, a key, and in what a sender's own trace says.
    private const string Planted = "plantedword";

    private static readonly HashSet<string> Keys = ["verb", "outcome", "kind", "service", "status"];

    private readonly ConcurrentQueue<string> emitted = new();
    private readonly ConcurrentQueue<string> keys = new();
    private readonly MeterListener meters = new();
    private readonly ActivityListener traces;

    public MeasuresTests()
    {
        meters.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == Measures.Name)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        meters.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Keep(instrument.Name, tags.ToArray()));
        meters.SetMeasurementEventCallback<long>((instrument, _, tags, _) => Keep(instrument.Name, tags.ToArray()));
        meters.Start();
        traces = new()
        {
            ShouldListenTo = source => source.Name == Measures.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = span =>
            {
                Keep(span.OperationName, span.TagObjects);
                emitted.Enqueue($"{span.DisplayName} {span.StatusDescription} {span.TraceStateString} {span.ParentId} "
                    + string.Join(' ', span.Baggage.Concat(span.Events.Select(one => new KeyValuePair<string, string?>(one.Name, null)))));
            },
        };
        ActivitySource.AddActivityListener(traces);
    }

    [Fact]
    public async Task Nothing_of_a_case_is_in_what_is_measured()
    {
        // As a sender's trace comes in with its request.
        using var sender = new System.Diagnostics.Activity("request").SetParentId($"00-{new string('a', 32)}-{new string('b', 16)}-01");
        sender.TraceStateString = $"x={Planted}";
        sender.AddBaggage("x", Planted).Start();

        await SaysAsync();
        await OwesAsync();
        await AsksGraphAsync();
        await AsksTheConnectorAsync();
        await AsksTheConnectorInVainAsync();

        Assert.All(keys.Distinct(), key => Assert.Contains(key, Keys));
        string[] told =
        [
            "strategybot.turn.duration verb=planning/save-contingency outcome=Show", "turn verb=unknown outcome=Say",
            "strategybot.turn.duration verb=due outcome=Show", "strategybot.save.duration outcome=Written", "save outcome=Refused",
            "strategybot.duty.due kind=test/owes", "strategybot.duty.duration kind=test/owes outcome=done",
            "strategybot.call.duration service=graph status=404", "call service=connector status=403",
            "call service=connector status=failed",
        ];
        Assert.All(told, line => Assert.Contains(line, emitted));
        string[] content = [Planted, Id.Value, "Heron", Priya.Name, Priya.Mail, Priya.Person!.Value.Value, new('a', 32), "http"];
        Assert.All(content, word =>
            Assert.DoesNotContain(emitted, line => line.Contains(word, StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public async Task A_command_that_presses_a_button_is_one_turn()
    {
        using var host = Host();
        await host.Cases.HaveAsync(AConvenedCase());
        using var outer = Measures.Turn("next");

        await host.TypeAsync(Priya, "next");

        Assert.Null(Measures.Turn("planning/contingency"));
    }

    public void Dispose()
    {
        meters.Dispose();
        traces.Dispose();
    }

    private void Keep(string name, IEnumerable<KeyValuePair<string, object?>> tags)
    {
        var all = tags.ToList();
        all.ForEach(tag => keys.Enqueue(tag.Key));
        emitted.Enqueue(string.Join(' ',
            all.Select(tag => string.Create(CultureInfo.InvariantCulture, $"{tag.Key}={tag.Value}")).Prepend(name)));
    }

    private static PartHost Host() => new(services =>
    {
        PartHost.FakeOutside(services);
        services.AddTransient<CommandCase>();
    });

    private static async Task SaysAsync()
    {
        using var host = Host();
        await host.Cases.HaveAsync(AConvenedCase());
        var form = await host.OpenAsync(Priya, new("", "planning/contingency", new CaseForm(Id.Value)));
        await form.PressAsync("Save", ("text", $"Ring {Planted}."));
        await host.PressAsync(Priya, $"{Planted}/press", new JsonObject { ["case"] = Id.Value, ["text"] = Planted });
        await host.TypeAsync(Priya, "due");
        await host.TypeAsync(Priya, $"{Planted} is at home");
        var asker = new Asker(Priya.Person!.Value, Priya.Name, Priya.Mail, "");
        await host.Clerk.AskAsync(asker, Id, Capability.SeeCase, Planted, (_, _) => new NoSuchCase(), default);
    }

    private static async Task OwesAsync()
    {
        var duties = new Duties().Add<Owing>();
        using var cases = new RecordedCases(duties.Earliest);
        await cases.HaveAsync(AConvenedCase());
        var work = new CaseWork(
            cases.Clerk, cases.Record, duties, cases.Leases, cases.Clock, new NoServices(), NullLogger<CaseWork>.Instance);

        Assert.True(await work.DoAsync(Id, default));
    }

    private static async Task AsksGraphAsync()
    {
        using var http = new HttpMessageInvoker(
            new GraphPipeline(null, TimeSpan.FromSeconds(15), TimeProvider.System, NullLogger<GraphConnection>.Instance)
            {
                InnerHandler = new NotThere(),
            });
        using var request = new HttpRequestMessage(HttpMethod.Get, $"https://graph.example/v1.0/users/{Planted}");

        await Assert.ThrowsAnyAsync<Exception>(() => http.SendAsync(request, default));
    }

    private static async Task AsksTheConnectorAsync()
    {
        await using var stub = await ConnectorStub.StartAsync();
        stub.Options.AddPolicy(new ConnectorMeasure(), HttpPipelinePosition.PerRetry);
        stub.Answer(403, $"{{\"error\":{{\"code\":\"{Planted}\",\"message\":\"{Planted}\"}}}}");

        await Assert.ThrowsAsync<ConnectorException>(
            () => stub.Client().GetMemberAsync(ConnectorStub.ServiceUrl, Planted, Planted, default));
    }

    /// <summary>As the bot has it.</summary>
    private static async Task AsksTheConnectorInVainAsync()
    {
        using var host = Host();
        var connector = host.Services.GetRequiredService<ConnectorClient>();

        await Assert.ThrowsAsync<ConnectorException>(() => connector.GetMemberAsync("http://127.0.0.1:9", Planted, Planted, default));
    }

    private sealed class Owing : IDuty
    {
        public static string Kind => "test/owes";

        public static DateTimeOffset Since => DateTimeOffset.MinValue;

        public static IEnumerable<Owed> Owes(Case @case) => [new($"{Kind}/{Planted}", @case.OpenedAt)];

        public Task<Performed> PerformAsync(Case @case, Owed owed, Attempt attempt, CancellationToken cancellationToken) =>
            Task.FromResult<Performed>(new Performed.Delivered(Planted, Planted));
    }

    private sealed class NoServices : IServiceProvider
    {
        public object? GetService(Type serviceType) => null;
    }

    private sealed class NotThere : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(HttpStatusCode.NotFound) { Content = new StringContent(Planted) });
    }
}
