using System.Security.Cryptography;

namespace StrategyBot.Tests.TestKit;

/// <summary>Where the journeys and the partner's page keep their record: SQLite, or under <c>STRATEGYBOT_TESTS_STORE=azurite</c>
/// Azure Tables, an emulator for each bot.</summary>
internal sealed class ChosenStore : IAsyncDisposable
{
    private readonly Azurite azurite = new();

    private ChosenStore()
    {
    }

    public static bool IsAzurite { get; } = Environment.GetEnvironmentVariable("STRATEGYBOT_TESTS_STORE") switch
    {
        null or "" or "sqlite" => false,
        "azurite" => true,
        var other => throw new InvalidOperationException($"STRATEGYBOT_TESTS_STORE is sqlite or azurite, and not {other}."),
    };

    public string ConnectionString => azurite.ConnectionString;

    /// <summary>Of the links: beside Azure Tables there is no file that it could lie in.</summary>
    public byte[] LinkKey { get; } = RandomNumberGenerator.GetBytes(32);

    /// <summary>What a bot is told in its settings.</summary>
    public IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>
    {
        ["Storage:Provider"] = "AzureTables",
        ["Storage:ConnectionString"] = ConnectionString,
        ["PartnerLinks:Key"] = Convert.ToBase64String(LinkKey),
    };

    /// <returns><c>null</c> for SQLite, whose file lies in the bot's own folder.</returns>
    public static async Task<ChosenStore?> StartAsync()
    {
        if (!IsAzurite)
        {
            return null;
        }

        var store = new ChosenStore();
        await store.azurite.InitializeAsync();
        return store;
    }

    public async ValueTask DisposeAsync() => await azurite.DisposeAsync();
}
