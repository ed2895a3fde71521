using Azure.Core;
using Azure.Core.Pipeline;

namespace StrategyBot.Protocols.Tables;

/// <summary>An account's Table service. Thread-safe; make one and keep it.</summary>
/// <remarks>Named as in the official Azure.Data.Tables, which can take this room's place: learn.microsoft.com/rest/api/storageservices/table-service-rest-api.</remarks>
public sealed class TableServiceClient
{
    private const string Scope = "https://storage.azure.com/.default";
    private readonly TableWire wire;

    /// <summary>With an Entra identity, which needs the role Storage Table Data Contributor on the account or the table.</summary>
    public TableServiceClient(Uri endpoint, TokenCredential tokenCredential, TableClientOptions? options = null)
        : this(endpoint, new BearerTokenAuthenticationPolicy(tokenCredential, Scope), options ?? new())
    {
    }

    public TableServiceClient(Uri endpoint, TableSharedKeyCredential credential, TableClientOptions? options = null)
        : this(endpoint, new SharedKeyLitePolicy(credential, (options ??= new()).Clock), options)
    {
    }

    /// <param name="connectionString"><c>UseDevelopmentStorage=true</c>, or a storage account's with its key.</param>
    /// <param name="options">Retries, transport and diagnostics.</param>
    /// <exception cref="FormatException">Names the setting that is missing or wrong, and never its value.</exception>
    public TableServiceClient(string connectionString, TableClientOptions? options = null)
        : this(TableConnectionString.Parse(connectionString), options)
    {
    }

    private TableServiceClient(TableConnectionString settings, TableClientOptions? options)
        : this(settings.Endpoint, settings.Credential, options)
    {
    }

    private TableServiceClient(Uri endpoint, HttpPipelinePolicy authentication, TableClientOptions options) =>
        wire = new(endpoint, HttpPipelineBuilder.Build(options, authentication));

    public TableClient GetTableClient(string tableName) => new(wire, tableName);
}
