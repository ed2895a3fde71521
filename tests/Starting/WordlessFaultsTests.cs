using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using StrategyBot.Starting;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.Starting;

/// <summary>A service that breaks ends the process, so that it is started anew; what its exception says is nobody's to read.</summary>
public sealed class WordlessFaultsTests : IDisposable
{
    private const string Words = "PLANTED: a line of the record";

    private readonly KeptLogs logs = new();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_service_that_breaks_is_logged_by_its_name_and_its_failures_type_and_ends_the_bot(bool atOnce)
    {
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions { EnvironmentName = "Production", Args = ["--hostBuilder:reloadConfigOnChange=false"] });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().AddProvider(logs);
        builder.AddWordlessFaults();
        builder.Services.AddHostedService(_ => new Breaks(atOnce));
        await using var app = builder.Build();

        await Record.ExceptionAsync(() => app.RunAsync()).WaitAsync(TimeSpan.FromSeconds(60));

        Assert.DoesNotContain(logs.Lines, line => line.Contains(Words, StringComparison.Ordinal));
        Assert.Contains(logs.Lines, line => line.Contains(nameof(Breaks), StringComparison.Ordinal)
            && line.Contains(nameof(InvalidOperationException), StringComparison.Ordinal)
            && line.Contains(nameof(TimeoutException), StringComparison.Ordinal));
    }

    public void Dispose() => logs.Dispose();

    private sealed class Breaks(bool atOnce) : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            if (!atOnce)
            {
                await Task.Yield();
            }

            throw new InvalidOperationException(Words, new TimeoutException(Words));
        }
    }
}
