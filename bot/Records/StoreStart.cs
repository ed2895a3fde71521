using Azure;
using Azure.Identity;
using Microsoft.Data.Sqlite;
using StrategyBot.Records.Backups;
using StrategyBot.Starting;

namespace StrategyBot.Records;

/// <summary>Opens the store before anything else starts, or stops the start with a sentence.</summary>
internal sealed class StoreStart(IRecord record, IConfiguration configuration) : IHostedLifecycleService
{
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        await OpenAsync(record, configuration, cancellationToken);
        await CopyState.RefuseHalfAsync(record, cancellationToken);
    }

    /// <exception cref="StartRefusedException">The sentence names the setting that names the store.</exception>
    public static async Task OpenAsync(IRecord record, IConfiguration configuration, CancellationToken cancellationToken)
    {
        try
        {
            await record.OpenAsync(cancellationToken);
            await record.CheckAsync(writes: true, cancellationToken);
        }
        catch (Exception failure) when (Why(failure) is { } why)
        {
            var where = Stores.Chosen(configuration, isSandbox: true).Where(configuration);
            throw new StartRefusedException($"{where} names a store that can't be read and written: {why}.");
        }
    }

    /// <summary>Says what is wrong, without an address or a value; <c>null</c> for what is no fault of a store.</summary>
    public static string? Why(Exception failure) => failure switch
    {
        RequestFailedException { Status: 0 } or AggregateException => "nothing answers there",
        RequestFailedException refused => $"it answered {refused.Status} ({refused.ErrorCode ?? "no code"})",
        AuthenticationFailedException => "the bot's identity got no token for it",
        SqliteException { SqliteErrorCode: var code } => $"SQLite answered {code}",
        UnauthorizedAccessException or IOException => "the folder can't be used",
        _ => null,
    };

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
