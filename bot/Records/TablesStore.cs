using Azure.Core;
using Azure.Data.Tables;
using Azure.Identity;
using StrategyBot.Records.Tables;
using StrategyBot.Rules;
using StrategyBot.Starting;

namespace StrategyBot.Records;

/// <summary>An Azure account, or an emulator. What is wrong or missing is named in a sentence by its setting, never by its value.</summary>
internal static class TablesStore
{
    /// <summary>How its tables' names begin.</summary>
    public const string Prefix = "StrategyBot";

    public static Store Store { get; } = new("AzureTables", Where, (services, site) =>
    {
        var account = Open(site.Configuration, site.IsSandbox);
        services.AddSingleton<IRecord>(at => new AzureTablesRecord(account, Prefix, at.GetRequiredService<WallClock>().Time))
            .AddSingleton<ILeases>(at => new AzureTablesLeases(account, Prefix, at.GetRequiredService<WallClock>().Time));
    });

    private static string Where(IConfiguration configuration) =>
        string.IsNullOrEmpty(configuration["Storage:Endpoint"]) ? "Storage__ConnectionString" : "Storage__Endpoint";

    private static TableServiceClient Open(IConfiguration configuration, bool isSandbox) =>
        (configuration["Storage:Endpoint"] is { Length: > 0 } endpoint,
            configuration["Storage:ConnectionString"] is { Length: > 0 } connection) switch
        {
            (true, true) => throw new StartRefusedException("Storage__Endpoint and Storage__ConnectionString are both set: take one away."),
            (true, false) =>
                TableAccount.Open(Endpoint(configuration["Storage:Endpoint"]!, isSandbox), Credential(configuration), Options()),
            (false, true) => ByConnectionString(configuration["Storage:ConnectionString"]!, isSandbox),
            _ => throw new StartRefusedException(
                "Storage__Endpoint is missing: the account's table address, for example https://account.table.core.windows.net (or, "
                    + "for the emulator, Storage__ConnectionString)."),
        };

    private static TableServiceClient ByConnectionString(string text, bool isSandbox)
    {
        try
        {
            var parsed = TableConnectionString.Parse(text);
            Check(parsed.Endpoint, isSandbox, "Storage__ConnectionString");
            return TableAccount.Open(parsed.Endpoint, parsed.Credential, Options());
        }
        catch (FormatException wrong)
        {
            throw new StartRefusedException($"Storage__ConnectionString can't be used: {wrong.Message}");
        }
    }

    private static Uri Endpoint(string text, bool isSandbox)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var address) || address.Scheme != Uri.UriSchemeHttps)
        {
            throw new StartRefusedException(
                "Storage__Endpoint must be an https address, for example https://account.table.core.windows.net.");
        }

        Check(address, isSandbox, "Storage__Endpoint");
        return address;
    }

    private static void Check(Uri address, bool isSandbox, string setting)
    {
        if (isSandbox && !address.IsLoopback)
        {
            throw new StartRefusedException(
                $"{setting} names a store beyond this machine, and the sandbox believes whoever speaks to it. Use an emulator on "
                    + $"localhost, or set StrategyBot__Mode=Live.");
        }
    }

    // In Azure the identity that infra/ made for the bot; at a desk whoever is signed in there.
    private static TokenCredential Credential(IConfiguration configuration) => configuration["AZURE_CLIENT_ID"] is { Length: > 0 } clientId
        ? new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(clientId))
        : new DefaultAzureCredential();

    // Teams waits some 15 s for an answer: one try that hangs must leave time for another. Tables answers in milliseconds.
    private static TableClientOptions Options() => new()
    {
        Retry =
        {
            NetworkTimeout = TimeSpan.FromSeconds(8),
            MaxRetries = 3,
            Delay = TimeSpan.FromMilliseconds(200),
            MaxDelay = TimeSpan.FromSeconds(2),
        },
    };
}
