using Azure.Core;
using Azure.Data.Tables;

namespace StrategyBot.Records.Tables;

/// <summary>Makes every client of Azure Tables, the tests' too: <see cref="OnceOnly"/> is in each.</summary>
/// <remarks>Elsewhere the clients' constructors are banned (BannedSymbols.txt).</remarks>
internal static class TableAccount
{
#pragma warning disable RS0030 // The one place.
    /// <summary>With an Entra identity, which needs the role Storage Table Data Contributor on the account.</summary>
    public static TableServiceClient Open(Uri endpoint, TokenCredential identity, TableClientOptions? options = null) =>
        new(endpoint, identity, With(options));

    /// <summary>With the account's key: for the emulator and for connection strings.</summary>
    public static TableServiceClient Open(Uri endpoint, TableSharedKeyCredential key, TableClientOptions? options = null) =>
        new(endpoint, key, With(options));
#pragma warning restore RS0030

    /// <exception cref="FormatException">Names the setting that is missing or wrong, and never its value.</exception>
    public static TableServiceClient Open(string connectionString, TableClientOptions? options = null)
    {
        var parsed = TableConnectionString.Parse(connectionString);
        return Open(parsed.Endpoint, parsed.Credential, options);
    }

    private static TableClientOptions With(TableClientOptions? options)
    {
        options ??= new();
        options.AddPolicy(OnceOnly.Instance, HttpPipelinePosition.PerCall);
        return options;
    }
}
