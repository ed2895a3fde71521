using System.Text;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using StrategyBot.Benchmarks.Load;
using StrategyBot.Benchmarks.Load.Seeding;
using StrategyBot.Cases;
using StrategyBot.Phases.Assessing;
using StrategyBot.Protocols.Cards;
using StrategyBot.Protocols.Teams;
using StrategyBot.Tests.Protocols.Teams;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Benchmarks;

/// <summary>What every turn has, whatever it is about: an activity that is read, a token that is checked, a form that is drawn
/// and a card that is written.</summary>
public sealed class TurnBenchmarks : IAsyncDisposable
{
    private readonly InformationPart part = new();
    private readonly InformationPart.Form asked = new(Given.Id.Value);
    private ChannelStub channel = null!;
    private ChannelTokenValidator validator = null!;
    private byte[] body = [];
    private string bearer = "";
    private Activity activity = null!;
    private CaseView view = null!;
    private AdaptiveCard card = null!;

    [GlobalSetup]
    public async Task BeginAsync()
    {
        channel = await ChannelStub.StartAsync();
        (validator, bearer) = (channel.Validator(), channel.Bearer());
        var request = new Requests(bearer).Fetch(Given.Priya, Given.Id, 1);
        body = request[(request.AsSpan().IndexOf("\r\n\r\n"u8) + 4)..];
        activity = ChannelStub.Activity();
        view = Samples.InTheMeeting(300).SeenBy(Given.Priya);
        card = DrawForm();
        if (!(await CheckTokenAsync()).IsAccepted || Parse().Name != InvokeNames.TaskFetch)
        {
            throw new InvalidOperationException($"What is measured must be a good turn: {Encoding.UTF8.GetString(body)}");
        }
    }

    [Benchmark(Baseline = true)]
    public Activity Parse() => JsonSerializer.Deserialize(body, TeamsJson.Wire.Activity)!;

    [Benchmark]
    public Task<ChannelTokenResult> CheckTokenAsync() => validator.ValidateAsync(bearer, activity, default);

    [Benchmark]
    public AdaptiveCard DrawForm() => PartHost.Open(part, view, asked, Samples.Now);

    [Benchmark]
    public string WriteCard() => CardJson.Write(card);

    [GlobalCleanup]
    public async ValueTask DisposeAsync()
    {
        validator.Dispose();
        await channel.DisposeAsync();
    }
}
