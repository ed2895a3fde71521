using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using StrategyBot.Graph;
using StrategyBot.Sandbox;
using StrategyBot.Starting;

namespace StrategyBot.Tests.Graph;

public sealed class GraphSettingsTests
{
    [Theory]
    [InlineData("Graph:DirectoryMailbox")]
    [InlineData("Graph:OrganiserMailbox")]
    [InlineData("Graph:MinutesMailbox")]
    [InlineData("Access:ConvenersGroup")]
    [InlineData("Access:AdministratorsGroup")]
    [InlineData("Teams:CatalogAppId")]
    public void A_missing_setting_is_named(string name)
    {
        var stopped = Assert.Throws<StartRefusedException>(() => GraphSettings.From(With((name, ""))));

        Assert.StartsWith($"{name.Replace(":", "__", StringComparison.Ordinal)} is missing: ", stopped.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Graph_is_where_it_is_unless_said_otherwise() =>
        Assert.Equal("https://graph.microsoft.com/v1.0", GraphSettings.From(With()).BaseUrl.AbsoluteUri);

    [Theory]
    [InlineData("http://graph.microsoft.com/v1.0")]
    [InlineData("graph")]
    public void A_token_never_goes_over_plain_http_or_nowhere(string url) =>
        Assert.Throws<StartRefusedException>(() => GraphSettings.From(With(("Graph:BaseUrl", url))));

    [Fact]
    public void A_live_bot_does_not_speak_with_a_sandbox() =>
        Assert.Throws<StartRefusedException>(
            () => GraphSettings.From(With(("Graph:BaseUrl", "http://localhost:3978/x"), ("StrategyBot:Mode", "Live"))));

    [Fact]
    public void Outside_the_sandbox_nothing_starts_without_a_credential() =>
        Assert.Throws<StartRefusedException>(() =>
            new GraphConnection(GraphSettings.From(With()), credential: null, TimeProvider.System, NullLogger<GraphConnection>.Instance));

    private static IConfiguration With(params (string Name, string? Value)[] changes) => new ConfigurationBuilder()
        .AddInMemoryCollection(SandboxSettings.Under(new ConfigurationBuilder().Build()).AsEnumerable())
        .AddInMemoryCollection(changes.Select(change => KeyValuePair.Create(change.Name, change.Value)))
        .Build();
}
